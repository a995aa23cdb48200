/** @typedef {import('./plan.js').Stream} Stream */

/** @typedef {{ since: Date, until: Date }} Slice */

// What is sorted in memory at once.
const ROWS = 500_000;
const LEAST = 12;

/**
 * Cuts the time of some streams, so that each slice has about as many rows.
 *
 * @param {Stream[]} streams
 * @param {Date} until
 * @returns {Slice[]} the earliest first
 */
export function slices(streams, until) {
  const begins = [...new Set(streams.map((stream) => Date.parse(stream.begins)))].sort((a, b) => a - b);
  return begins.flatMap((begin, index) => cut(streams, begin, begins[index + 1] ?? until.getTime()));
}

/**
 * @param {Stream[]} streams
 * @param {number} from
 * @param {number} to
 * @returns {Slice[]}
 */
function cut(streams, from, to) {
  const howMany = Math.max(LEAST, Math.ceil(rows(streams, from, to) / ROWS));
  const edge = (/** @type {number} */ place) => new Date(Math.round(from + ((to - from) * place) / howMany));
  return Array.from({ length: howMany }, (_, place) => ({ since: edge(place), until: edge(place + 1) }));
}

/**
 * @param {Stream[]} streams
 * @param {number} from
 * @param {number} to
 * @returns {number}
 */
function rows(streams, from, to) {
  return streams
    .filter(({ begins }) => Date.parse(begins) <= from)
    .reduce((sum, { first, last, slot_seconds }) => sum + ((last - first + 1) * (to - from)) / 1_000 / slot_seconds, 0);
}
