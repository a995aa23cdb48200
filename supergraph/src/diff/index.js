import { buildSchema } from 'graphql';
import { apiChanges } from './api.js';
import { sorted } from './change.js';
import { elementsOf } from './elements.js';
import { placesOfElements } from './places.js';
import { subgraphChanges } from './subgraphs.js';

/** @typedef {import('./change.js').Change} Change */
/** @typedef {import('../workspace.js').SubgraphSource} SubgraphSource */

/**
 * A version of a federated schema: its subgraphs and what composition made of them.
 *
 * @typedef {{ subgraphs: SubgraphSource[], supergraph: string, apiSchema: string }} Version
 */

/**
 * What changed between two versions, for clients and between the subgraphs, worst first.
 *
 * @param {Version} before
 * @param {Version} after
 * @returns {Promise<Change[]>}
 */
export async function compare(before, after) {
  const [old, now] = [read(before), read(after)];
  const api = await apiChanges(before.apiSchema, after.apiSchema, placesOf(old), placesOf(now));
  return sorted([...api, ...subgraphChanges(old, now)]);
}

/**
 * @param {Version} version
 * @returns {import('./subgraphs.js').Version}
 */
function read({ subgraphs, apiSchema }) {
  const entries = subgraphs.map((source) => /** @type {const} */ ([source.name, { source, elements: elementsOf(source) }]));
  return { subgraphs: new Map(entries), api: buildSchema(apiSchema) };
}

/** @param {import('./subgraphs.js').Version} version */
function placesOf({ subgraphs }) {
  return placesOfElements([...subgraphs.values()].map(({ elements }) => elements));
}
