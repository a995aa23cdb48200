import { parseArgs } from 'node:util';
import { COMMANDS } from './commands/index.js';
import { FORMATS } from './formats/index.js';
import { EXIT, Failure } from './problem.js';
import { HINT_LEVELS } from './report.js';
import { Workspace } from './workspace.js';

/**
 * What a command works with.
 *
 * @typedef {object} Context
 * @property {Workspace} workspace
 * @property {Record<string, any>} values the options
 * @property {string[]} positionals
 * @property {string} hints one of HINT_LEVELS
 * @property {(line: string) => void} out
 * @property {(line: string) => void} err
 * @property {Date} now
 */

/**
 * A command of the command line. It gives its exit code, or a report that is printed in the wanted format.
 *
 * @typedef {object} Command
 * @property {string} synopsis what follows the command's name
 * @property {string} description one sentence
 * @property {import('node:util').ParseArgsConfig['options']} [options]
 * @property {[number, number]} [positionals] how many at least and at most; none by default
 * @property {(context: Context) => number | import('./finding.js').Report | Promise<number | import('./finding.js').Report>} run
 */

/** @type {import('node:util').ParseArgsConfig['options']} */
const COMMON = {
  workspace: { type: 'string' },
  format: { type: 'string', default: 'human' },
  hints: { type: 'string', default: 'none' },
  help: { type: 'boolean', short: 'h', default: false },
};

const EXITS = 'Exit codes: 0 all is well, 1 breaking, out of date or not valid, 2 the subgraphs do not compose, 3 called wrongly.';

/**
 * @param {string[]} args
 * @param {Partial<Context>} [overrides]
 * @returns {Promise<number>} the exit code
 */
export async function main(args, overrides = {}) {
  const { out = console.log, err = console.error, now = new Date() } = overrides;
  try {
    const [name = '', ...rest] = args;
    if (['', '-h', '--help', 'help'].includes(name)) {
      (name ? out : err)(usage());
      return name ? EXIT.ok : EXIT.usage;
    }
    const command = COMMANDS[name];
    if (!command) throw new Failure(`There is no command ${name}.\n\n${usage()}`);
    const { values, positionals } = parseArgs({ args: rest, allowPositionals: true, options: { ...COMMON, ...command.options } });
    if (values.help) {
      out(`usage: schema ${name} ${command.synopsis}\n\n${command.description}\n\n${EXITS}`);
      return EXIT.ok;
    }
    const [least, most] = command.positionals ?? [0, 0];
    if (positionals.length < least || positionals.length > most) throw new Failure(`usage: schema ${name} ${command.synopsis}`);
    const hints = oneOf('hints', values.hints, HINT_LEVELS);
    const format = oneOf('format', values.format, Object.keys(FORMATS));
    const workspace = overrides.workspace ?? Workspace.at(/** @type {string | undefined} */ (values.workspace));
    const result = await command.run({ workspace, values, positionals, hints, out, err, now });
    if (typeof result === 'number') return result;
    /** @type {any} */ (FORMATS)[format](result, { out, err });
    return result.exitCode;
  } catch (error) {
    return told(error, err);
  }
}

function usage() {
  const width = Math.max(...Object.keys(COMMANDS).map((name) => name.length));
  const lines = Object.entries(COMMANDS).map(([name, { description }]) => `  ${name.padEnd(width)}  ${description}`);
  return `usage: schema COMMAND [--workspace DIR] [--format ${Object.keys(FORMATS).join('|')}] [--hints ${HINT_LEVELS.join('|')}]

${lines.join('\n')}

schema COMMAND --help tells more of one. ${EXITS}`;
}

/**
 * @param {string} option
 * @param {unknown} value
 * @param {string[]} allowed
 */
function oneOf(option, value, allowed) {
  const given = String(value).toLowerCase();
  if (!allowed.includes(given)) throw new Failure(`--${option} takes ${allowed.join(', ')}.`);
  return given;
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
