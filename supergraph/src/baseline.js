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
 * What was published last in a registry that is named; or else the commit of --base, by default the one where this branch left main.
 *
 * @param {Context} context
 * @returns {Baseline | undefined} nothing where there is none yet, or it did not compose
 */
export function baselineOf(context) {
  const { workspace, values } = context;
  if (values.base === undefined && (values.registry || process.env.LIFEOS_REGISTRY)) return published(context);
  const ref = values.base ?? mergeBase(workspace.folder);
  const before = ref && workspace.before(ref);
  if (!before) return undefined;
  const subgraphs = before.subgraphs();
  const composed = compose(subgraphs);
  if (!composed.ok) return undefined;
  return { ...composed, name: ref.slice(0, 40), subgraphs, contracts: contractsOf(subgraphs, before.contracts()) };
}

/**
 * @param {Context} context
 * @returns {Baseline | undefined}
 */
function published(context) {
  const current = new Published(registryFolder(context)).current();
  if (!current) return undefined;
  const contracts = Object.entries(current.contracts).map(([name, { apiSchema }]) => [name, apiSchema]);
  return { ...current, name: current.id, contracts: Object.fromEntries(contracts) };
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
