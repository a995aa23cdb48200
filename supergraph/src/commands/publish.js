import { spawnSync } from 'node:child_process';
import { earlierOf } from '../baseline.js';
import { compose } from '../composition.js';
import { composeContract } from '../contract.js';
import { EXIT } from '../problem.js';
import { PROPOSAL_OPTIONS, proposedSubgraphs } from '../proposal.js';
import { Published, registryFolder } from '../published.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../finding.js').Report} Report */
/** @typedef {import('../finding.js').Finding} Finding */
/** @typedef {import('../composition.js').Composed} Composed */
/** @typedef {import('../workspace.js').SubgraphSource} SubgraphSource */

/**
 * @param {(context: Context) => Promise<Report>} check the full check against what was published last
 * @returns {import('../main.js').Command}
 */
export function publishCommand(check) {
  return {
    synopsis: '[--registry DIR] [--author WHO] [--note TEXT] [--force] [--subgraph NAME --schema FILE... [--url URL]]',
    description: 'Checks the supergraph and makes it the current one of the registry, which routers watch. --force publishes what the checks refuse.',
    options: {
      ...PROPOSAL_OPTIONS,
      registry: { type: 'string' },
      author: { type: 'string' },
      note: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
    run: (context) => publish(context, check),
  };
}

/**
 * @param {Context} context
 * @param {(context: Context) => Promise<Report>} check
 * @returns {Promise<Report>}
 */
async function publish(context, check) {
  const { workspace, values, now } = context;
  const checked = await check(context);
  const forced = checked.exitCode !== EXIT.ok;
  if (forced && !values.force) return refused(checked.findings, checked.summary, checked.exitCode);

  const subgraphs = proposedSubgraphs(context, earlierOf(context));
  const composed = composeAll(subgraphs, workspace.contracts());
  if (composed.findings.length > 0) return refused(composed.findings, 'It does not compose.', EXIT.doesNotCompose);
  const { whole, contracts } = composed;

  const { id, published } = await new Published(registryFolder(context)).publish(
    {
      subgraphs,
      supergraph: whole.supergraph,
      apiSchema: whole.apiSchema,
      contracts,
      author: values.author || authorOf(workspace.folder),
      checks: { ...counts(checked.findings), exitCode: checked.exitCode },
      note: values.note,
      ...(forced ? { forced } : {}),
    },
    now,
  );
  const summary = published ? `Published ${id}${forced ? ', although the checks failed' : ''}.` : `Nothing to publish: ${id} is the same.`;
  return { command: 'publish', findings: checked.findings, summary, exitCode: EXIT.ok, data: { id, published } };
}

/**
 * @param {Finding[]} findings
 * @param {string} summary
 * @param {number} exitCode
 * @returns {Report}
 */
function refused(findings, summary, exitCode) {
  return { command: 'publish', findings, summary: `${summary} Nothing was published.`, exitCode, data: { published: false } };
}

/**
 * The whole and each contract, or what keeps one from composing.
 *
 * @param {SubgraphSource[]} subgraphs
 * @param {Record<string, import('../contract.js').Contract>} contracts
 */
function composeAll(subgraphs, contracts) {
  /** @type {Finding[]} */
  const findings = [];
  /**
   * @param {string} variant
   * @param {Composed | import('../composition.js').NotComposed} result
   */
  const kept = (variant, result) => {
    if (result.ok) return { supergraph: result.supergraph, apiSchema: result.apiSchema };
    findings.push(...result.problems.map((problem) => ({ severity: /** @type {const} */ ('error'), ...problem, variant })));
    return { supergraph: '', apiSchema: '' };
  };
  const whole = kept('current', compose(subgraphs));
  const named = Object.entries(contracts).map(([name, contract]) => [name, kept(name, composeContract(subgraphs, contract))]);
  return { whole, contracts: Object.fromEntries(named), findings };
}

/** @param {Finding[]} findings */
function counts(findings) {
  const of = (/** @type {string} */ severity) => findings.filter((finding) => finding.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), notes: of('note') };
}

/**
 * Who git says it is, or else the system.
 *
 * @param {string} folder
 */
export function authorOf(folder) {
  const configured = (/** @type {string} */ key) =>
    spawnSync('git', ['config', key], { cwd: folder, encoding: 'utf8' }).stdout?.trim() ?? '';
  const [name, email] = [configured('user.name'), configured('user.email')];
  if (name && email) return `${name} <${email}>`;
  return name || email || process.env.USER || 'unknown';
}
