import { parseArgs } from 'node:util';
import { checkCommand } from './commands/check.js';
import { composeCommand } from './commands/compose.js';
import { EXIT, Failure } from './problem.js';
import { HINT_LEVELS } from './report.js';
import { Workspace } from './workspace.js';

/**
 * What a command works with.
 *
 * @typedef {{ workspace: Workspace, hints: string, out: (line: string) => void, err: (line: string) => void }} Context
 */

/** @type {Record<string, (context: Context) => number>} */
const COMMANDS = { compose: composeCommand, check: checkCommand };

const USAGE = `usage: supergraph (compose | check) [--hints ${HINT_LEVELS.join('|')}]

  compose   composes the subgraphs and writes supergraph.graphql and api-schema.graphql
  check     fails when these are out of date, an operation in operations/ is not valid, or the router would need a licence

Exit codes: 0 all is well, 1 out of date or not valid, 2 the subgraphs do not compose, 64 called wrongly.`;

/**
 * @param {string[]} args
 * @param {Partial<Context>} [overrides]
 * @returns {number} the exit code
 */
export function main(args, overrides = {}) {
  const { out = console.log, err = console.error } = overrides;
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { hints: { type: 'string', default: 'warn' }, help: { type: 'boolean', short: 'h', default: false } },
    });
    if (values.help) {
      out(USAGE);
      return EXIT.ok;
    }
    const command = COMMANDS[positionals[0] ?? ''];
    if (!command || positionals.length > 1) throw new Failure(USAGE);
    const hints = values.hints.toLowerCase();
    if (!HINT_LEVELS.includes(hints)) throw new Failure(`--hints takes ${HINT_LEVELS.join(', ')}.`);
    return command({ workspace: overrides.workspace ?? new Workspace(), hints, out, err });
  } catch (error) {
    return told(error, err);
  }
}

/**
 * @param {unknown} error
 * @param {(line: string) => void} err
 */
function told(error, err) {
  const wrongArgument = error instanceof Error && /** @type {any} */ (error).code?.startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof Failure) && !wrongArgument) throw error;
  err(error.message);
  return error instanceof Failure ? error.exitCode : EXIT.usage;
}
