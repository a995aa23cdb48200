import { createHash } from 'node:crypto';
import { Kind, buildSchema, concatAST, parse, print, validate, visit } from 'graphql';
import { EXIT, Failure } from './problem.js';

/** @typedef {import('./workspace.js').SchemaFile} SchemaFile */
/** @typedef {{ id: string, name: string, type: 'query' | 'mutation' | 'subscription', body: string }} PersistedOperation */
/** @typedef {{ format: 'apollo-persisted-query-manifest', version: 1, operations: PersistedOperation[] }} Manifest */

/**
 * The operations in the format of Apollo's manifests, each with the fragments it uses and exactly as clients send it.
 *
 * @param {SchemaFile[]} operations
 * @param {string} apiSchema
 * @returns {Manifest}
 */
export function persistedManifest(operations, apiSchema) {
  const document = documentOf(operations, apiSchema);
  const fragments = new Map(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])));
  const persisted = document.definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? [persistedOperation(node, fragments)] : []));
  persisted.sort((one, other) => (one.name < other.name ? -1 : 1));
  return { format: 'apollo-persisted-query-manifest', version: 1, operations: persisted };
}

/**
 * All operations in one document, which is valid.
 *
 * @param {SchemaFile[]} operations
 * @param {string} apiSchema
 */
export function documentOf(operations, apiSchema) {
  const document = concatAST(operations.map(({ text }) => parse(text, { noLocation: true })));
  const [error] = validate(buildSchema(apiSchema), document);
  if (error) throw new Failure(`The operations are not valid: ${error.message}`, EXIT.failed);
  if (document.definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION && !node.name)) {
    throw new Failure('An operation has no name.', EXIT.failed);
  }
  return document;
}

/**
 * @param {import('graphql').OperationDefinitionNode} node
 * @param {Map<any, any>} fragments
 * @returns {PersistedOperation}
 */
function persistedOperation(node, fragments) {
  const used = [...usedBy(node, fragments)].sort().map((name) => fragments.get(name));
  const body = [node, ...used].map(print).join('\n\n');
  return { id: createHash('sha256').update(body).digest('hex'), name: node.name?.value ?? '', type: node.operation, body };
}

/**
 * @param {import('graphql').ASTNode} node
 * @param {Map<any, any>} fragments
 * @param {Set<string>} used
 * @returns {Set<string>} names of fragments
 */
function usedBy(node, fragments, used = new Set()) {
  visit(node, {
    FragmentSpread({ name }) {
      if (used.has(name.value)) return;
      used.add(name.value);
      usedBy(fragments.get(name.value), fragments, used);
    },
  });
  return used;
}
