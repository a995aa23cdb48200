import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { GraphQLError, Source, concatAST, lexicographicSortSchema, parse, printSchema } from 'graphql';
import { placesOf } from './problem.js';

/** @typedef {import('./problem.js').Problem} Problem */
/** @typedef {import('./workspace.js').SubgraphSource} SubgraphSource */

/**
 * What composition found that is no error.
 *
 * @typedef {Problem & { level: 'WARN' | 'INFO' | 'DEBUG' }} Hint
 */

/**
 * @typedef {{ ok: true, supergraph: string, apiSchema: string, hints: Hint[] }} Composed
 * @typedef {{ ok: false, problems: Problem[] }} NotComposed
 */

/**
 * Composes subgraphs into one supergraph.
 *
 * @param {SubgraphSource[]} subgraphs
 * @returns {Composed | NotComposed}
 */
export function compose(subgraphs) {
  const { services, problems } = documentsOf(subgraphs);
  return problems.length > 0 ? { ok: false, problems } : composeDocuments(services);
}

/**
 * A subgraph as a document, whose nodes know their files.
 *
 * @typedef {{ name: string, url: string, typeDefs: import('graphql').DocumentNode }} Service
 */

/**
 * @param {SubgraphSource[]} subgraphs
 * @returns {{ services: Service[], problems: Problem[] }}
 */
export function documentsOf(subgraphs) {
  const services = [];
  const problems = [];
  for (const subgraph of subgraphs) {
    try {
      services.push({ name: subgraph.name, url: subgraph.url, typeDefs: documentOf(subgraph) });
    } catch (error) {
      problems.push(syntaxProblem(error, subgraph.name));
    }
  }
  return { services, problems };
}

/**
 * @param {Service[]} services
 * @returns {Composed | NotComposed}
 */
export function composeDocuments(services) {
  const result = composeServices(services);
  if (result.errors) return { ok: false, problems: result.errors.map(compositionProblem) };
  return {
    ok: true,
    supergraph: withNewline(result.supergraphSdl),
    apiSchema: apiSchemaOf(result.supergraphSdl),
    hints: result.hints.map(hintOf),
  };
}

/**
 * What clients see of a supergraph, sorted, so that a diff shows what changed and not what moved.
 *
 * @param {string} supergraph
 */
export function apiSchemaOf(supergraph) {
  const supportedFeatures = ROUTER_SUPPORTED_SUPERGRAPH_FEATURES;
  const schema = Supergraph.build(supergraph, { supportedFeatures }).apiSchema().toGraphQLJSSchema();
  return withNewline(printSchema(lexicographicSortSchema(schema)));
}

/**
 * Each file is parsed under its own name, so that every error points to the right line of the right file.
 *
 * @param {SubgraphSource} subgraph
 */
function documentOf(subgraph) {
  return concatAST(subgraph.files.map((file) => parse(new Source(file.text, file.path))));
}

/**
 * @param {unknown} error
 * @param {string} subgraph
 * @returns {Problem}
 */
function syntaxProblem(error, subgraph) {
  if (!(error instanceof GraphQLError)) throw error;
  const file = error.source?.name ?? '';
  const places = (error.locations ?? []).map(({ line, column }) => ({ file, line, column, subgraph }));
  return { code: 'INVALID_GRAPHQL', message: error.message, places };
}

/**
 * @param {GraphQLError} error
 * @returns {Problem}
 */
function compositionProblem(error) {
  const code = String(error.extensions?.code ?? 'COMPOSITION_ERROR');
  return { code, message: error.message, places: placesOf(error.nodes) };
}

/**
 * @param {NonNullable<ReturnType<typeof composeServices>['hints']>[number]} hint
 * @returns {Hint}
 */
function hintOf(hint) {
  const { code, level } = hint.definition;
  return { code, level: /** @type {any} */ (level.name), message: hint.message, places: placesOf(hint.nodes) };
}

/** @param {string} text */
function withNewline(text) {
  return text.endsWith('\n') ? text : `${text}\n`;
}
