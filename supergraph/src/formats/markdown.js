import { useText } from './human.js';

/** @typedef {import('../finding.js').Finding} Finding */

const TITLES = { error: 'Breaks', warning: 'Look at', note: 'Good to know' };

/**
 * A comment for a pull request.
 *
 * @param {import('../finding.js').Report} report
 * @param {import('./index.js').Streams} streams
 */
export function markdown({ command, findings, summary, exitCode }, { out }) {
  out(`### Schema ${command}: ${exitCode === 0 ? 'passed' : 'failed'}\n\n${summary}`);
  for (const severity of /** @type {const} */ (['error', 'warning', 'note'])) {
    const those = findings.filter((finding) => finding.severity === severity);
    if (those.length > 0) out(`\n**${TITLES[severity]}**\n\n${those.map(item).join('\n')}`);
  }
}

/** @param {Finding} finding */
function item({ code, message, places, uses = [], advice, change, severity }) {
  const [place] = places;
  const lines = [`- ${plain(message)} (${code}${place ? `, \`${place.file}:${place.line}\`` : ''})`];
  uses.forEach((use) => lines.push(`  - breaks ${plain(useText(use))}`));
  if (advice) lines.push(`  - safely: ${plain(advice)}`);
  if (change && severity === 'error') lines.push(`  - to accept it: \`./lifeos schema approve ${change}\``);
  return lines.join('\n');
}

/**
 * Text in which nothing is markup or calls anybody.
 *
 * @param {string} text
 */
function plain(text) {
  return text.replace(/[\\`*_{}[\]<>#|]/g, (character) => `\\${character}`).replaceAll('@', '@\u200b').replaceAll('\n', ' ');
}
