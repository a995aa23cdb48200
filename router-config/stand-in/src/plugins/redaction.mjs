import { Kind, getOperationAST, isNonNullType } from 'graphql';
import { isOurs, redact } from '../errors.mjs';

/** @typedef {import('@graphql-hive/gateway-runtime').GatewayPlugin} Plugin */

/**
 * Redacts what subgraphs answer before it becomes part of an answer, with the path that it has there.
 *
 * @param {(message: string) => void} warn
 * @returns {Plugin}
 */
export function redaction(warn) {
  return {
    onSubgraphExecute({ subgraph, subgraphName, executionRequest, executor, setExecutor }) {
      const correlationId = executionRequest?.context?.headers?.['x-correlation-id'] ?? '';
      setExecutor(async (request) => {
        const result = /** @type {any} */ (await settled(() => executor(request)));
        if (!result?.errors?.length) return result;
        const others = result.errors.filter((/** @type {any} */ error) => !isOurs(error));
        if (others.length > 0) {
          const first = String(others[0].message).slice(0, 300);
          warn(`Redacted of ${subgraphName}: ${others.length} error(s), correlation id ${correlationId}, first: ${first}`);
        }
        const data = result.data ?? nulls(request, subgraph);
        return { ...result, data, errors: redact(result.errors, subgraphName, correlationId) };
      });
    },
  };
}

/**
 * A failed call costs the root fields that it was for; the gateway would make all of `data` null. Where a field may not be null,
 * that is right.
 *
 * @param {import('@graphql-tools/utils').ExecutionRequest} request
 * @param {import('graphql').GraphQLSchema} schema of the subgraph
 */
function nulls(request, schema) {
  const operation = getOperationAST(request.document, request.operationName);
  const fields = operation && schema.getRootType(operation.operation)?.getFields();
  if (!fields || !operation) return null;
  const data = /** @type {Record<string, null>} */ ({});
  for (const node of operation.selectionSet.selections) {
    const type = node.kind === Kind.FIELD ? fields[node.name.value]?.type : undefined;
    if (node.kind !== Kind.FIELD || !type || isNonNullType(type)) return null;
    data[node.alias?.value ?? node.name.value] = null;
  }
  return data;
}

/** @param {() => unknown} call */
async function settled(call) {
  try {
    return await call();
  } catch (error) {
    return { data: null, errors: [error] };
  }
}
