import { GraphQLError, Kind, parse } from 'graphql';
import { LIMITS } from '../settings.mjs';

/** @typedef {import('@graphql-hive/gateway-runtime').GatewayPlugin} Plugin */

/**
 * Bounds what is parsed, how deep it selects and how much its fragments expand to.
 *
 * @returns {Plugin}
 */
export function limits() {
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parse(source, { ...options, maxTokens: LIMITS.tokens }));
    },
    onValidate({ addValidationRule }) {
      addValidationRule(extentRule);
    },
  };
}

/** @typedef {{ depth: number, selections: number }} Extent */

/** @param {import('graphql').ValidationContext} context */
function extentRule(context) {
  return {
    /** @param {import('graphql').OperationDefinitionNode} operation */
    [Kind.OPERATION_DEFINITION](operation) {
      const { depth, selections } = extent(operation, context, new Map());
      if (depth > LIMITS.depth) {
        refuse(context, operation, `Maximum depth of ${LIMITS.depth} exceeded in this operation`, 'MAX_DEPTH_LIMIT');
      }
      if (selections > LIMITS.selections) {
        refuse(context, operation, 'Maximum recursive selections limit exceeded in this operation', 'GRAPHQL_VALIDATION_FAILED');
      }
    },
  };
}

/**
 * @param {import('graphql').ValidationContext} context
 * @param {import('graphql').ASTNode} nodes
 * @param {string} message
 * @param {string} code
 */
function refuse(context, nodes, message, code) {
  context.reportError(new GraphQLError(message, { nodes, extensions: { code } }));
}

/**
 * Fragments are measured once each, or a few that use each other twice would take for ever; one that is being measured counts
 * nothing, as another rule refuses cycles.
 *
 * @param {any} node
 * @param {import('graphql').ValidationContext} context
 * @param {Map<string, Extent>} known
 * @returns {Extent}
 */
function extent(node, context, known) {
  if (node.kind === Kind.FRAGMENT_SPREAD) {
    const name = node.name.value;
    const fragment = known.has(name) ? undefined : context.getFragment(name);
    if (!known.has(name)) known.set(name, { depth: 0, selections: 0 });
    if (fragment) known.set(name, extent(fragment, context, known));
    return /** @type {Extent} */ (known.get(name));
  }
  const below = (node.selectionSet?.selections ?? []).map((/** @type {any} */ each) => extent(each, context, known));
  const own = node.kind === Kind.FIELD ? 1 : 0;
  return {
    depth: own + below.reduce((/** @type {number} */ most, /** @type {Extent} */ each) => Math.max(most, each.depth), 0),
    selections: own + below.reduce((/** @type {number} */ sum, /** @type {Extent} */ each) => sum + each.selections, 0),
  };
}
