import { lint } from '../lint/index.js';
import { EXIT } from '../problem.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../finding.js').Finding} Finding */

/**
 * @param {(context: Context) => Promise<Set<string> | undefined>} changedCoordinates what differs from the base; nothing where that is
 *   not known, and then all is looked at
 * @returns {import('../main.js').Command}
 */
export function lintCommand(changedCoordinates) {
  return {
    synopsis: '[--all] [--base REF]',
    description: 'Looks at how the schemas are written: what changed since the base, or with --all everything.',
    options: { all: { type: 'boolean', default: false }, base: { type: 'string' } },
    run: (context) => report(context, changedCoordinates),
  };
}

/**
 * @param {Context} context
 * @param {(context: Context) => Promise<Set<string> | undefined>} changedCoordinates
 * @returns {Promise<import('../finding.js').Report>}
 */
async function report(context, changedCoordinates) {
  const subgraphs = context.workspace.subgraphs();
  // Where a file is broken, what changed cannot be told either: the broken file comes first.
  const broken = await lint(subgraphs, new Set());
  if (broken.length > 0) {
    const summary = 'A schema is no GraphQL; the rest was not looked at.';
    return { command: 'lint', findings: broken, summary, exitCode: EXIT.doesNotCompose };
  }
  const changed = context.values.all ? undefined : await changedCoordinates(context);
  const findings = await lint(subgraphs, changed);
  const failed = findings.some(({ severity }) => severity === 'error');
  return { command: 'lint', findings, summary: summaryOf(findings, changed), exitCode: failed ? EXIT.failed : EXIT.ok };
}

/**
 * @param {Finding[]} findings
 * @param {Set<string> | undefined} changed
 */
function summaryOf(findings, changed) {
  const scope = changed ? 'What changed in the schemas' : 'The schemas';
  if (changed?.size === 0) return 'Nothing changed in the schemas.';
  if (findings.length === 0) return `${scope} kept to all rules.`;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${scope}: ${count(errors, 'error')}, ${count(findings.length - errors, 'warning')}.`;
}

/**
 * @param {number} number
 * @param {string} noun
 */
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
