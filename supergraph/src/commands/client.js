import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generateClient } from '../client.js';
import { persistedManifest } from '../manifest.js';
import { EXIT, Failure } from '../problem.js';

/** @type {import('../main.js').Command} */
export const clientCommand = {
  synopsis: '[--out FILE] [--manifest FILE] [--check]',
  description: 'Generates the typed documents of the TypeScript client; with --check only says whether what is there is up to date. --manifest writes that of the persisted operations.',
  options: {
    out: { type: 'string' },
    manifest: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
  async run({ workspace, values }) {
    const file = values.out === undefined ? join(workspace.folder, '../clients/typescript/src/generated.ts') : resolve(values.out);
    const apiSchema = workspace.read(workspace.apiSchemaFile);
    if (apiSchema === undefined) throw new Failure(`There is no ${workspace.show(workspace.apiSchemaFile)}: run compose first.`);
    const text = await generateClient(apiSchema, workspace.operations());
    if (values.check) return checked(workspace, file, text);
    replace(file, text);
    if (values.manifest) replace(resolve(values.manifest), `${JSON.stringify(persistedManifest(workspace.operations(), apiSchema), undefined, 2)}\n`);
    return { command: 'client', findings: [], summary: `Generated ${workspace.show(file)}.`, exitCode: EXIT.ok };
  },
};

/**
 * @param {string} file
 * @param {string} text
 */
function replace(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/**
 * @param {import('../workspace.js').Workspace} workspace
 * @param {string} file
 * @param {string} text
 * @returns {import('../finding.js').Report}
 */
function checked(workspace, file, text) {
  const shown = workspace.show(file);
  if (workspace.read(file) === text) return { command: 'client', findings: [], summary: `${shown} is up to date.`, exitCode: EXIT.ok };
  const message = `${shown} is out of date or missing: run schema client.`;
  const places = [{ file: shown, line: 1, column: 1 }];
  return { command: 'client', findings: [{ severity: 'error', code: 'CLIENT_OUT_OF_DATE', message, places }], summary: message, exitCode: EXIT.failed };
}
