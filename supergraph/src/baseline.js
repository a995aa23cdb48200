import { compose } from './composition.js';
import { composeContract } from './contract.js';
import { compare } from './diff/index.js';
import { Published, registryFolder } from './published.js';
import { mergeBase } from './tree.js';

/** @typedef {import('./main.js').Context} Context */
/** @typedef {import('./diff/index.js').Version} Version */
/** @typedef {import('./diff/change.js').Change} Change */

/**
 * What a change is compared with.
 *
 * @typedef {Version & { name: string, contracts: Record<string, string> }} Baseline with the API schema of each contract
 */

/** The options by which a command is told what to compare with. */
export const BASE_OPTIONS = /** @type {const} */ ({ base: { type: 'string' }, registry: { type: 'string' } });

/**
 * The same before it is composed.
 *
 * @typedef {{ name: string, subgraphs: import('./workspace.js').SubgraphSource[], baseline: () => Baseline | undefined }} Earlier
 */

/**
 * What was published last in a registry that is named; or else the commit of --base, by default the one where this branch left main.
 *
 * @param {Context} context
 * @returns {Earlier | undefined} nothing where there is none yet
 */
export function earlierOf(context) {
  const { values } = context;
  return values.base === undefined && (values.registry || process.env.LIFEOS_REGISTRY) ? published(context) : committed(context);
}

/**
 * @param {Context} context
 * @returns {Baseline | undefined} nothing where there is none yet, or it did not compose
 */
export function baselineOf(context) {
  return earlierOf(context)?.baseline();
}

/**
 * @param {Context} context
 * @returns {Earlier | undefined}
 */
function committed({ workspace, values }) {
  const ref = values.base ?? mergeBase(workspace.folder);
  const before = ref && workspace.before(ref);
  if (!before) return undefined;
  const name = ref.slice(0, 40);
  const subgraphs = before.subgraphs();
  return {
    name,
    subgraphs,
    baseline() {
      const composed = compose(subgraphs);
      return composed.ok ? { ...composed, name, subgraphs, contracts: contractsOf(subgraphs, before.contracts()) } : undefined;
    },
  };
}

/**
 * @param {Context} context
 * @returns {Earlier | undefined}
 */
function published(context) {
  const current = new Published(registryFolder(context)).current();
  if (!current) return undefined;
  const contracts = Object.entries(current.contracts).map(([name, { apiSchema }]) => [name, apiSchema]);
  const baseline = { ...current, name: current.id, contracts: Object.fromEntries(contracts) };
  return { name: current.id, subgraphs: current.subgraphs, baseline: () => baseline };
}

/**
 * @param {import('./workspace.js').SubgraphSource[]} subgraphs
 * @param {Record<string, import('./contract.js').Contract>} contracts
 * @returns {Record<string, string>} the API schema of each that composes
 */
function contractsOf(subgraphs, contracts) {
  const composed = Object.entries(contracts).map(([name, contract]) => ({ name, result: composeContract(subgraphs, contract) }));
  return Object.fromEntries(composed.flatMap(({ name, result }) => (result.ok ? [[name, result.apiSchema]] : [])));
}

/**
 * What differs from the baseline, for rules that look at nothing else.
 *
 * @param {Context} context
 * @returns {Promise<Set<string> | undefined>} nothing where there is no baseline, or it cannot be compared
 */
export async function changedCoordinates(context) {
  const baseline = baselineOf(context);
  const subgraphs = context.workspace.subgraphs();
  const composed = compose(subgraphs);
  if (!baseline || !composed.ok) return undefined;
  return coordinatesOfChanges(await compare(baseline, { subgraphs, ...composed }));
}

/** @param {Change[]} changes */
export function coordinatesOfChanges(changes) {
  return new Set(changes.map(({ coordinate }) => coordinate));
}
