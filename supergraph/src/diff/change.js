import { createHash } from 'node:crypto';

/** @typedef {import('../problem.js').Place} Place */

/**
 * One difference between two versions of a federated schema.
 *
 * @typedef {object} Change
 * @property {string} id stable over runs, which an approval names
 * @property {string} code in upper case
 * @property {'BREAKING' | 'DANGEROUS' | 'SAFE'} level
 * @property {'api' | 'subgraph'} scope
 * @property {string} [subgraph]
 * @property {string} coordinate `User.vitals`, `Query.course(id:)`, `VitalType.MOOD`, `Vital`, `@access`; a subgraph's name where it is about the subgraph
 * @property {string} message one sentence
 * @property {Place[]} places in the files after it; of a removal, in the files before it
 * @property {string} [advice] how to do it safely, one sentence
 * @property {string} [deprecation] of a removal: why the element was deprecated, empty where no reason was given
 * @property {'output' | 'input'} [needsUse] where it hurts only who reads it, or only who passes it
 * @property {string[][]} [usedWhen] an operation is hurt that uses all coordinates of one of these lists; without it, the change's own
 */

/**
 * @param {Omit<Change, 'id'>} change
 * @returns {Change}
 */
export function changeOf(change) {
  const { code, coordinate, message } = change;
  const id = createHash('sha256').update([code, coordinate, message].join('\n')).digest('hex').slice(0, 12);
  return { id, ...withoutUndefined(change) };
}

/**
 * @template {object} T
 * @param {T} object
 * @returns {T}
 */
function withoutUndefined(object) {
  return /** @type {T} */ (Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)));
}

const RANK = { BREAKING: 0, DANGEROUS: 1, SAFE: 2 };

/**
 * Worst first, then by coordinate, so that a report is the same each time.
 *
 * @param {Change[]} changes
 * @returns {Change[]}
 */
export function sorted(changes) {
  const unique = [...new Map(changes.map((change) => [change.id, change])).values()];
  return unique.sort((one, other) => RANK[one.level] - RANK[other.level] || compareText(keyOf(one), keyOf(other)));
}

/** @param {Change} change */
function keyOf({ coordinate, code, message }) {
  return [coordinate, code, message].join('\n');
}

/**
 * @param {string} one
 * @param {string} other
 */
function compareText(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
