import { describe } from '../report.js';
import { useText } from './human.js';

/**
 * JUnit's XML, which GitLab, Jenkins and others show: a failed test for each error, a passed one for the rest.
 *
 * @param {import('../finding.js').Report} report
 * @param {import('./index.js').Streams} streams
 */
export function junit({ command, findings, summary, exitCode }, { out }) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const cases = findings.map((finding) => testCase(command, finding));
  // A run that fails for another reason, and one without a finding, are to be seen too.
  const whole = exitCode !== 0 && errors.length === 0;
  const own = `  <testcase classname="schema.${escape(command)}" name="${escape(summary)}">${whole ? `<failure message="${escape(summary)}"/>` : ''}</testcase>`;
  out('<?xml version="1.0" encoding="UTF-8"?>');
  out(`<testsuite name="schema ${escape(command)}" tests="${cases.length + 1}" failures="${errors.length + (whole ? 1 : 0)}">`);
  [...cases, own].forEach((line) => out(line));
  out('</testsuite>');
}

/**
 * @param {string} command
 * @param {import('../finding.js').Finding} finding
 */
function testCase(command, finding) {
  const { severity, code, coordinate, message, uses = [], advice } = finding;
  const name = escape([code, coordinate].filter(Boolean).join(' '));
  const text = escape([describe(severity, finding), ...uses.map(useText), ...(advice ? [advice] : [])].join('\n'));
  const body = severity === 'error' ? `<failure message="${escape(message)}">${text}</failure>` : `<system-out>${text}</system-out>`;
  return `  <testcase classname="schema.${escape(command)}" name="${name}">${body}</testcase>`;
}

/** @param {string} text */
function escape(text) {
  const known = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' });
  // XML 1.0 has no place for other control characters.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ').replace(/[&<>"\n]/g, (character) => known[character] ?? character);
}
