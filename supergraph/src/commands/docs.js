import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose } from '../composition.js';
import { pageOf } from '../docs/html.js';
import { docsModel } from '../docs/model.js';
import { validateOperations } from '../operations.js';
import { EXIT } from '../problem.js';

const ASSETS = ['reference.css', 'reference.js'];

/** @type {import('../main.js').Command} */
export const docsCommand = {
  synopsis: '[--out DIR]',
  description: 'Writes a reference of the API that a browser shows from the disk, by default to target/reference.',
  options: { out: { type: 'string' } },
  run({ workspace, values }) {
    const subgraphs = workspace.subgraphs();
    const composed = compose(subgraphs);
    if (!composed.ok) return refused(composed.problems, 'The subgraphs do not compose', EXIT.doesNotCompose);
    const operations = workspace.operations();
    const problems = validateOperations(composed.apiSchema, operations);
    if (problems.length > 0) return refused(problems, 'The operations are not valid', EXIT.failed);
    const folder = values.out === undefined ? join(workspace.folder, 'target/reference') : resolve(values.out);
    const model = docsModel({ ...composed, subgraphs, operations });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'index.html'), pageOf(model));
    for (const name of ASSETS) copyFileSync(fileURLToPath(new URL(`../docs/assets/${name}`, import.meta.url)), join(folder, name));
    const summary = `Wrote the reference of ${model.types.length} types to ${workspace.show(join(folder, 'index.html'))}.`;
    return { command: 'docs', findings: [], summary, exitCode: EXIT.ok };
  },
};

/**
 * @param {import('../problem.js').Problem[]} problems
 * @param {string} why
 * @param {number} exitCode
 * @returns {import('../finding.js').Report}
 */
function refused(problems, why, exitCode) {
  const findings = problems.map((problem) => ({ severity: /** @type {const} */ ('error'), ...problem }));
  return { command: 'docs', findings, summary: `${why}. Nothing was written.`, exitCode };
}
