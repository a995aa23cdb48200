import { useText } from './human.js';

/** @typedef {import('../finding.js').Finding} Finding */

/**
 * SARIF 2.1.0 (OASIS), which code scanning reads.
 *
 * @param {import('../finding.js').Report} report
 * @param {import('./index.js').Streams} streams
 */
export function sarif({ findings }, { out }) {
  const rules = [...new Set(findings.map(({ code }) => code))].map((id) => ({ id }));
  const driver = { name: 'LifeOS schema registry', informationUri: 'https://spec.graphql.org', rules };
  const run = { tool: { driver }, results: findings.map(resultOf), columnKind: 'utf16CodeUnits' };
  out(JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, undefined, 2));
}

/** @param {Finding} finding */
function resultOf({ severity, code, message, places, uses = [], advice }) {
  const text = [message, ...uses.map((use) => `Breaks ${useText(use)}.`), ...(advice ? [advice] : [])].join('\n');
  return { ruleId: code, level: severity, message: { text }, locations: places.map(locationOf) };
}

/** @param {import('../problem.js').Place} place */
function locationOf({ file, line, column }) {
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return { physicalLocation: { artifactLocation: { uri }, region: { startLine: line, startColumn: column } } };
}
