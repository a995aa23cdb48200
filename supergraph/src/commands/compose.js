import { renameSync, writeFileSync } from 'node:fs';
import { compose } from '../composition.js';
import { EXIT } from '../problem.js';
import { hintsFrom } from '../report.js';

/** @type {import('../main.js').Command} */
export const composeCommand = {
  synopsis: '',
  description: 'Composes the subgraphs and writes supergraph.graphql and api-schema.graphql.',
  run: ({ workspace, hints }) => {
    const subgraphs = workspace.subgraphs();
    const result = compose(subgraphs);
    if (!result.ok) {
      const findings = result.problems.map((problem) => ({ severity: /** @type {const} */ ('error'), ...problem }));
      const summary = `The subgraphs do not compose: ${count(findings.length, 'error')}. Nothing was written.`;
      return { command: 'compose', findings, summary, exitCode: EXIT.doesNotCompose };
    }
    replace(workspace.supergraphFile, result.supergraph);
    replace(workspace.apiSchemaFile, result.apiSchema);
    const written = [workspace.supergraphFile, workspace.apiSchemaFile].map((file) => workspace.show(file));
    const findings = hintsFrom(result.hints, hints).map(({ code, message, places }) => ({ severity: /** @type {const} */ ('note'), code, message, places }));
    return { command: 'compose', findings, summary: `Composed ${count(subgraphs.length, 'subgraph')}: ${written.join(' and ')}.`, exitCode: EXIT.ok };
  },
};

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
