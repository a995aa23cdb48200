import { renameSync, writeFileSync } from 'node:fs';
import { compose } from '../composition.js';
import { EXIT } from '../problem.js';
import { describe, hintsFrom } from '../report.js';

/** @typedef {import('../main.js').Context} Context */

/**
 * Composes the subgraphs and writes what comes of it.
 *
 * @param {Context} context
 */
export function composeCommand({ workspace, out, err, hints }) {
  const subgraphs = workspace.subgraphs();
  const result = compose(subgraphs);
  if (!result.ok) {
    result.problems.forEach((problem) => err(describe('error', problem)));
    err(`The subgraphs do not compose: ${count(result.problems.length, 'error')}. Nothing was written.`);
    return EXIT.doesNotCompose;
  }
  hintsFrom(result.hints, hints).forEach((hint) => err(describe('hint', hint)));
  replace(workspace.supergraphFile, result.supergraph);
  replace(workspace.apiSchemaFile, result.apiSchema);
  const written = [workspace.supergraphFile, workspace.apiSchemaFile].map((file) => workspace.show(file));
  out(`Composed ${count(subgraphs.length, 'subgraph')}: ${written.join(' and ')}.`);
  return EXIT.ok;
}

/**
 * A running router watches the file and must never read half of it.
 *
 * @param {string} file
 * @param {string} text
 */
function replace(file, text) {
  const fresh = `${file}.new`;
  writeFileSync(fresh, text);
  renameSync(fresh, file);
}

/**
 * @param {number} number
 * @param {string} noun
 */
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
