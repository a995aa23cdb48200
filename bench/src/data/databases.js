import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * A subgraph's database.
 *
 * @typedef {object} Database
 * @property {'auth' | 'health' | 'finance' | 'learning' | 'notification'} name
 * @property {string} inhabited whether somebody's data is in it
 * @property {import('./plan.js').Stream['domain']} [sliced] the stream that is put in slice by slice
 */

/** @type {Record<Database['name'], Database>} */
export const DATABASES = {
  auth: { name: 'auth', inhabited: 'EXISTS (SELECT FROM public.account WHERE NOT admin)' },
  health: { name: 'health', inhabited: 'EXISTS (SELECT FROM public.vital)', sliced: 'vital' },
  finance: { name: 'finance', inhabited: 'EXISTS (SELECT FROM public.account)', sliced: 'transaction' },
  learning: { name: 'learning', inhabited: 'EXISTS (SELECT FROM public.enrolment)' },
  notification: { name: 'notification', inhabited: 'EXISTS (SELECT FROM public.inbox)', sliced: 'notification' },
};

const SQL = new URL('../../data/', import.meta.url);
const DEFINING = ['plan.js', 'sizes.js', 'slices.js'].map((name) => new URL(name, import.meta.url));

/**
 * @param {Database['name']} name
 * @returns {string} what makes the functions in its schema `bench`
 */
export function script(name) {
  return read(new URL('common.sql', SQL)) + read(new URL(`${name}.sql`, SQL));
}

/**
 * @param {Database['name']} name
 * @returns {string} changes with anything that the rows of the database follow from
 */
export function generator(name) {
  return createHash('sha256').update(DEFINING.map(read).join('')).update(script(name)).digest('hex');
}

/**
 * @param {URL} file
 * @returns {string}
 */
function read(file) {
  return readFileSync(file, 'utf8');
}
