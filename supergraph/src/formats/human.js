import { describe } from '../report.js';

/** @typedef {import('../finding.js').Finding} Finding */
/** @typedef {import('../finding.js').Use} Use */

const SHOWN = 10;

/**
 * What is wrong, where, who is hurt and how to do it safely; the worst last, next to the prompt.
 *
 * @param {import('../finding.js').Report} report
 * @param {import('./index.js').Streams} streams
 */
export function human({ findings, summary, exitCode }, { out, err }) {
  for (const severity of ['note', 'warning', 'error']) {
    findings.filter((finding) => finding.severity === severity).forEach((finding) => err(textOf(finding)));
  }
  (exitCode === 0 ? out : err)(summary);
}

/** @param {Finding} finding */
function textOf(finding) {
  const { severity, variant, uses = [], advice, change } = finding;
  const of = variant && variant !== 'current' ? ` (contract ${variant})` : '';
  const lines = [describe(severity, finding) + of];
  uses.slice(0, SHOWN).forEach((use) => lines.push(`    breaks ${useText(use)}`));
  if (uses.length > SHOWN) lines.push(`    breaks ${uses.length - SHOWN} operations more`);
  if (advice && severity !== 'note') lines.push(`    safely: ${advice}`);
  if (change && severity === 'error') lines.push(`    or accept it: ./lifeos schema approve ${change} --reason WHY --expires DAY`);
  return lines.join('\n');
}

/** @param {Use} use */
export function useText({ client, version, operation, place, count }) {
  const where = place ? ` at ${place.file}:${place.line}:${place.column}` : '';
  return `${client} ${version}, operation ${operation || '(no name)'}${where}${count ? `, ${count} requests` : ''}`;
}
