import { createHash } from 'node:crypto';

/**
 * Somebody of the data.
 *
 * @typedef {object} Person
 * @property {string} id
 * @property {string} email
 * @property {string} refreshToken good for one use of `refreshSession`
 */

/** Everybody's; its hash is in bench/data/auth.sql. */
export const PASSWORD = 'bench-Password-1!';

const FIRST = Date.UTC(2024, 0, 1);
const MINUTE = 60_000;

/**
 * @param {number} seed
 * @param {number} number from 1 on
 * @returns {Person}
 */
export function person(seed, number) {
  return { id: personId(seed, number), email: `person-${number}@bench.local`, refreshToken: refreshToken(seed, number) };
}

/**
 * The one with ten years of vitals and 100,000 transactions: the next after all others.
 *
 * @param {number} seed
 * @param {number} people how many others there are
 * @returns {Person}
 */
export function heavyPerson(seed, people) {
  return { ...person(seed, people + 1), email: 'heavy@bench.local' };
}

/**
 * The same as bench.refresh_token in bench/data/auth.sql.
 *
 * @param {number} seed
 * @param {number} number
 * @returns {string}
 */
export function refreshToken(seed, number) {
  return createHash('sha256').update(`refresh:${seed}:${number}`).digest('base64url');
}

/**
 * The same as bench.person_id in bench/data/common.sql: a UUID version 7.
 *
 * @param {number} seed
 * @param {number} number
 * @returns {string}
 */
function personId(seed, number) {
  const time = (FIRST + number * MINUTE).toString(16).padStart(12, '0');
  const digest = createHash('md5').update(`person:${seed}:${number}`).digest('hex');
  const variant = '89ab'[parseInt(digest.charAt(3), 16) % 4];
  const hex = `${time}7${digest.slice(0, 3)}${variant}${digest.slice(4, 19)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
