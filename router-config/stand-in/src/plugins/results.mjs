import { GraphQLError } from 'graphql';

/** @typedef {import('@graphql-hive/gateway-runtime').GatewayPlugin} Plugin */

/**
 * Whatever was executed has `data`, be it null.
 *
 * @returns {Plugin}
 */
export function nullData() {
  return {
    onExecute: () => ({
      onExecuteDone({ result, setResult }) {
        if (!(Symbol.asyncIterator in result) && result.data === undefined) setResult({ data: null, ...result });
      },
    }),
  };
}

/**
 * Variables that do not fit are a client's mistake, as the router has it, and nothing is executed.
 *
 * @returns {Plugin}
 */
export function variableErrors() {
  return {
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || !result.errors?.length || 'data' in result) return;
      if (result.errors.some((error) => error.extensions?.code)) return;
      const extensions = { code: 'VALIDATION_INVALID_TYPE_VARIABLE', http: { status: 400 } };
      setResult({ errors: result.errors.map(({ message, nodes }) => new GraphQLError(message, { nodes, extensions })) });
    },
  };
}

/**
 * The router refuses subscriptions without a licence; so does its stand-in, and they go to their subgraph by the edge.
 *
 * @returns {Plugin}
 */
export function noSubscriptions() {
  return {
    onSubscribe({ setResultAndStopExecution }) {
      const extensions = { code: 'SUBSCRIPTION_DISABLED' };
      setResultAndStopExecution({ errors: [new GraphQLError('Subscriptions are not served here.', { extensions })] });
    },
  };
}
