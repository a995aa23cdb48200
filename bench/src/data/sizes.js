/**
 * How much data there is.
 *
 * @typedef {object} Parameters
 * @property {number} people
 * @property {number} vitalsPerPerson of the last year
 * @property {number} transactionsPerPerson of the last year
 * @property {number} notificationsPerPerson of the last half year
 * @property {number} learningSessionsPerPerson
 * @property {boolean} heavy whether there is one person more, with 730,000 vitals and 100,000 transactions in ten years
 */

/** @type {Parameters} */
const SMALL = {
  people: 1_000,
  vitalsPerPerson: 1_000,
  transactionsPerPerson: 300,
  notificationsPerPerson: 100,
  learningSessionsPerPerson: 40,
  heavy: true,
};

/** The sizes with a name; parameters change them. */
export const SIZES = Object.freeze({
  S: Object.freeze(SMALL),
  M: Object.freeze({ ...SMALL, people: 10_000, vitalsPerPerson: 2_000 }),
  L: Object.freeze({ ...SMALL, people: 50_000 }),
});

/**
 * @param {keyof typeof SIZES} size
 * @param {Partial<Parameters>} [parameters] win over those of the size
 * @returns {Parameters}
 */
export function parametersOf(size, parameters = {}) {
  if (!Object.hasOwn(SIZES, size)) throw new Error(`There is no size ${size}, only ${Object.keys(SIZES).join(', ')}.`);
  const all = { ...SIZES[size], ...parameters };
  for (const [name, value] of Object.entries(all)) check(name, value);
  return all;
}

/**
 * @param {string} name
 * @param {unknown} value
 */
function check(name, value) {
  if (name === 'heavy') return;
  const least = name === 'people' ? 1 : 0;
  if (!Number.isSafeInteger(value) || Number(value) < least) throw new Error(`${name} must be a whole number from ${least} on.`);
}
