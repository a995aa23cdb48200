import { EXIT, Failure } from '../problem.js';
import { Published, registryFolder } from '../published.js';
import { authorOf } from './publish.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../published.js').PublishedRecord} PublishedRecord */

/** @type {import('../main.js').Command} */
export const historyCommand = {
  synopsis: '[--registry DIR] [--limit N] [--rollback ID]',
  description: 'Lists what was published, newest first; --rollback makes an older one current again.',
  options: {
    registry: { type: 'string' },
    limit: { type: 'string', default: '20' },
    rollback: { type: 'string' },
  },
  run: (context) => (context.values.rollback === undefined ? list(context) : rollback(context)),
};

/** @param {Context} context */
function list(context) {
  const { values, out } = context;
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1) throw new Failure('--limit takes a number of versions, from 1.');
  const folder = registryFolder(context);
  const published = new Published(folder);
  const versions = published.history(limit);
  const current = published.current()?.id;
  if (values.format !== 'human') {
    return { command: 'history', findings: [], summary: summaryOf(versions, folder), exitCode: EXIT.ok, data: { current, versions } };
  }
  if (versions.length === 0) out(summaryOf(versions, folder));
  versions.forEach((record) => out(lineOf(record, current)));
  return EXIT.ok;
}

/**
 * @param {Context} context
 * @returns {Promise<import('../finding.js').Report>}
 */
async function rollback(context) {
  const { workspace, values, now } = context;
  const published = new Published(registryFolder(context));
  const result = await published.rollback(values.rollback, { author: authorOf(workspace.folder) }, now);
  const summary = result.published
    ? `Rolled back to ${values.rollback}, as ${result.id}.`
    : `Nothing to roll back: ${result.id} is the same and is current.`;
  return { command: 'history', findings: [], summary, exitCode: EXIT.ok, data: { ...result, rolledBackTo: values.rollback } };
}

/**
 * @param {PublishedRecord[]} versions
 * @param {string} folder
 */
function summaryOf(versions, folder) {
  return versions.length === 0 ? `Nothing was published to ${folder}.` : `${versions.length} published.`;
}

/**
 * @param {PublishedRecord} record
 * @param {string | undefined} current
 */
function lineOf({ id, author, note, rolledBackTo, forced }, current) {
  const marks = [rolledBackTo && `rolled back to ${rolledBackTo}`, forced && 'forced', note].filter(Boolean);
  return [id === current ? '*' : ' ', id, author, marks.join('; ')].join('  ').trimEnd();
}
