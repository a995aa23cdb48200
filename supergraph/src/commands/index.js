import { changedCoordinates } from '../baseline.js';
import { approveCommand } from './approve.js';
import { check, checkCommand } from './check.js';
import { clientCommand } from './client.js';
import { composeCommand } from './compose.js';
import { contractCommand } from './contract.js';
import { docsCommand } from './docs.js';
import { diffCommand } from './diff.js';
import { historyCommand } from './history.js';
import { lintCommand } from './lint.js';
import { operationsCommand } from './operations.js';
import { publishCommand } from './publish.js';

/** @type {Record<string, import('../main.js').Command>} */
export const COMMANDS = {
  compose: composeCommand,
  check: checkCommand,
  lint: lintCommand(changedCoordinates),
  diff: diffCommand,
  publish: publishCommand(check),
  history: historyCommand,
  approve: approveCommand,
  operations: operationsCommand,
  contract: contractCommand,
  docs: docsCommand,
  client: clientCommand,
};
