/**
 * The whole report as one JSON object.
 *
 * @param {import('../finding.js').Report} report
 * @param {import('./index.js').Streams} streams
 */
export function json({ data, ...report }, { out }) {
  out(JSON.stringify({ ...report, ...data }, undefined, 2));
}
