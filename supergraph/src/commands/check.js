import { compose } from '../composition.js';
import { gatedConfiguration, gatedSpecs } from '../licence.js';
import { validateOperations } from '../operations.js';
import { EXIT } from '../problem.js';
import { describe, hintsFrom } from '../report.js';

/** @typedef {import('../main.js').Context} Context */

/**
 * Composes in memory and compares with what is committed; validates the operations against it; and makes sure that the router
 * serves it without a licence.
 *
 * @param {Context} context
 */
export function checkCommand({ workspace, out, err, hints }) {
  const result = compose(workspace.subgraphs());
  if (!result.ok) {
    result.problems.forEach((problem) => err(describe('error', problem)));
    err('The subgraphs do not compose.');
    return EXIT.doesNotCompose;
  }
  hintsFrom(result.hints, hints).forEach((hint) => err(describe('hint', hint)));

  const stale = [
    [workspace.supergraphFile, result.supergraph],
    [workspace.apiSchemaFile, result.apiSchema],
  ].filter(([file, text]) => workspace.read(/** @type {string} */ (file)) !== text);
  if (stale.length > 0) {
    const names = stale.map(([file]) => workspace.show(/** @type {string} */ (file)));
    err(`${names.join(' and ')} ${names.length > 1 ? 'are' : 'is'} out of date: run ./lifeos schema compose`);
  }

  const files = workspace.operations();
  const problems = [
    ...validateOperations(result.apiSchema, files),
    ...gatedSpecs(result.supergraph, workspace.show(workspace.supergraphFile)),
    ...gatedConfiguration(workspace.routerConfiguration()),
  ];
  problems.forEach((problem) => err(describe('error', problem)));
  if (stale.length > 0 || problems.length > 0) return EXIT.failed;
  out(`The supergraph is up to date, ${files.length} files of operations are valid, and the router needs no licence.`);
  return EXIT.ok;
}
