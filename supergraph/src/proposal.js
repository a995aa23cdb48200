import { relative, resolve } from 'node:path';
import { Failure } from './problem.js';
import { DISK } from './tree.js';

/** @typedef {import('./workspace.js').SubgraphSource} SubgraphSource */

/** The options by which a repository that holds one subgraph alone proposes it. */
export const PROPOSAL_OPTIONS = /** @type {const} */ ({
  subgraph: { type: 'string' },
  schema: { type: 'string', multiple: true },
  url: { type: 'string' },
});

/**
 * The subgraphs to look at: those of the workspace; or, where --subgraph names one, those that were published, with that one as --schema
 * has it.
 *
 * @param {import('./main.js').Context} context
 * @param {import('./baseline.js').Earlier | undefined} earlier
 * @returns {SubgraphSource[]}
 */
export function proposedSubgraphs({ workspace, values }, earlier) {
  const { subgraph, schema = [], url } = values;
  if (subgraph === undefined && schema.length === 0) return workspace.subgraphs();
  if (subgraph === undefined || schema.length === 0) throw new Failure('--subgraph NAME and --schema FILE belong together.');
  if (!earlier) throw new Failure('There is nothing that the subgraph could be composed with: name a registry by --registry.');
  const known = earlier.subgraphs.find(({ name }) => name === subgraph);
  const address = url ?? known?.url;
  if (!address) throw new Failure(`The subgraph ${subgraph} is new: name its routing URL by --url.`);
  const others = earlier.subgraphs.filter(({ name }) => name !== subgraph);
  const proposed = { name: subgraph, url: address, files: schema.flatMap(schemaFiles) };
  return [...others, proposed].sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** @param {string} path a file, or a folder of *.graphqls and *.graphql files */
function schemaFiles(path) {
  const found = resolve(path);
  const files = DISK.read(found) === undefined ? (DISK.list(found) ?? []).filter((name) => /\.graphqls?$/.test(name)).sort() : [found];
  if (files.length === 0) throw new Failure(`There is no schema at ${path}.`);
  return files.map((file) => ({ path: relative('.', file), text: DISK.read(file) ?? '' }));
}
