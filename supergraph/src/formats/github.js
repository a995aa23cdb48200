import { human, useText } from './human.js';

/**
 * Annotations of GitHub Actions' log (workflow commands), with the report for people in between.
 *
 * @param {import('../finding.js').Report} report
 * @param {import('./index.js').Streams} streams
 */
export function github(report, { out }) {
  for (const { severity, code, message, places, uses = [], advice } of report.findings) {
    const [place] = places;
    const properties = [place && `file=${property(place.file)},line=${place.line},col=${place.column}`, `title=${property(code)}`];
    const text = [message, ...uses.map((use) => `Breaks ${useText(use)}`), ...(advice ? [advice] : [])].join('\n');
    out(`::${severity === 'note' ? 'notice' : severity} ${properties.filter(Boolean).join(',')}::${data(text)}`);
  }
  human(report, { out, err: out });
}

/** @param {string} text */
function data(text) {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** @param {string} text */
function property(text) {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
