import { Approvals } from '../approvals.js';
import { lookInBackground } from '../background.js';
import { BASE_OPTIONS, coordinatesOfChanges, earlierOf } from '../baseline.js';
import { Clients } from '../clients.js';
import { compose } from '../composition.js';
import { composeContract } from '../contract.js';
import { compare } from '../diff/index.js';
import { gatedSpecs } from '../licence.js';
import { ofChanged } from '../lint/index.js';
import { Observed } from '../observed.js';
import { validateOperations } from '../operations.js';
import { EXIT } from '../problem.js';
import { PROPOSAL_OPTIONS, proposedSubgraphs } from '../proposal.js';
import { registryFolder } from '../published.js';
import { hintsFrom } from '../report.js';
import { Users } from '../users.js';
import { verdict } from '../verdict.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../finding.js').Finding} Finding */
/** @typedef {import('../finding.js').Report} Report */
/** @typedef {import('../composition.js').Composed} Composed */
/** @typedef {import('../baseline.js').Baseline} Baseline */

/** @type {import('../main.js').Command} */
export const checkCommand = {
  synopsis: '[--base REF | --registry DIR] [--subgraph NAME --schema FILE... [--url URL]]',
  description: 'Fails when a change breaks a client, the schemas do not compose, break a rule or are out of date, or the router would not start.',
  options: { ...BASE_OPTIONS, ...PROPOSAL_OPTIONS },
  run: check,
};

/**
 * @param {Context} context
 * @returns {Promise<Report>}
 */
export async function check(context) {
  const { workspace } = context;
  const earlier = earlierOf(context);
  const subgraphs = proposedSubgraphs(context, earlier);
  const same = JSON.stringify(earlier?.subgraphs) === JSON.stringify(subgraphs);
  const background = lookInBackground(same ? [] : subgraphs, workspace.routerConfigurations());
  try {
    return await checked(context, subgraphs, earlier, background.done);
  } finally {
    background.stop();
  }
}

/**
 * @param {Context} context
 * @param {import('../workspace.js').SubgraphSource[]} subgraphs
 * @param {import('../baseline.js').Earlier | undefined} earlier
 * @param {Promise<import('../background.js').Looked>} looked
 * @returns {Promise<Report>}
 */
async function checked(context, subgraphs, earlier, looked) {
  const { workspace } = context;
  const composed = compose(subgraphs);
  if (!composed.ok) return notComposed(composed.problems, 'The subgraphs do not compose.');
  const contracts = Object.entries(workspace.contracts()).map(([name, contract]) => ({ name, result: composeContract(subgraphs, contract) }));
  const broken = contracts.flatMap(({ name, result }) => (result.ok ? [] : problems(result.problems, name)));
  if (broken.length > 0) return report(broken, 'A contract does not compose.', EXIT.doesNotCompose);

  const baseline = earlier?.baseline();
  const changes = baseline ? await compare(baseline, { subgraphs, ...composed }) : [];
  const contractFindings = baseline ? await contractVerdicts(context, baseline, { subgraphs, contracts, changes }) : [];
  const { linted, router } = await looked;
  const findings = [
    ...hintFindings(composed, context.hints),
    ...(context.values.subgraph ? [] : stale(context, composed)),
    ...(baseline ? verdicts(context, baseline, changes) : [nothingToCompare()]),
    ...contractFindings,
    ...(baseline ? ofChanged(linted, coordinatesOfChanges(changes)) : []),
    ...problems(validateOperations(composed.apiSchema, workspace.operations())),
    ...problems(gatedSpecs(composed.supergraph, workspace.show(workspace.supergraphFile))),
    ...router,
  ];
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const against = baseline ? `${changes.length} changes since ${baseline.name.slice(0, 12)}` : 'nothing to compare with';
  const summary = errors > 0 ? `${errors} ${errors === 1 ? 'error' : 'errors'}; ${against}.` : `All is well: ${subgraphs.length} subgraphs, ${against}.`;
  return report(findings, summary, errors > 0 ? EXIT.failed : EXIT.ok, { base: baseline?.name, changes });
}

/**
 * @param {import('../problem.js').Problem[]} found
 * @param {string} summary
 */
export function notComposed(found, summary) {
  return report(problems(found), summary, EXIT.doesNotCompose);
}

/**
 * @param {Finding[]} findings
 * @param {string} summary
 * @param {number} exitCode
 * @param {Record<string, unknown>} [data]
 * @returns {Report}
 */
function report(findings, summary, exitCode, data) {
  return { command: 'check', findings, summary, exitCode, data };
}

/**
 * @param {import('../problem.js').Problem[]} found
 * @param {string} [variant]
 * @returns {Finding[]}
 */
function problems(found, variant) {
  return found.map((problem) => ({ severity: 'error', ...problem, ...(variant ? { variant } : {}) }));
}

/**
 * @param {Composed} composed
 * @param {string} level
 * @returns {Finding[]}
 */
function hintFindings(composed, level) {
  return hintsFrom(composed.hints, level).map(({ code, message, places }) => ({ severity: 'note', code, message, places }));
}

/**
 * @param {Context} context
 * @param {Composed} composed
 * @returns {Finding[]}
 */
function stale({ workspace }, composed) {
  const files = { [workspace.supergraphFile]: composed.supergraph, [workspace.apiSchemaFile]: composed.apiSchema };
  return Object.entries(files).flatMap(([file, text]) => {
    if (workspace.read(file) === text) return [];
    const places = [{ file: workspace.show(file), line: 1, column: 1 }];
    return [{ severity: 'error', code: 'OUT_OF_DATE', message: 'The file is out of date: run ./lifeos schema compose', places }];
  });
}

/** @returns {Finding} */
function nothingToCompare() {
  const message = 'There is no earlier supergraph to compare with: name one by --base or --registry.';
  return { severity: 'warning', code: 'NO_BASELINE', message, places: [] };
}

/**
 * @param {Context} context
 * @param {Baseline} baseline
 * @param {import('../diff/change.js').Change[]} changes
 * @returns {Finding[]}
 */
function verdicts(context, baseline, changes) {
  const knowledge = knowledgeOf(context, baseline.apiSchema);
  return changes.flatMap((change) => verdict(change, knowledge) ?? []);
}

/**
 * What a contract loses, where it is not lost to all: a tag is enough for that.
 *
 * @param {Context} context
 * @param {Baseline} baseline
 * @param {object} proposal
 * @param {import('../workspace.js').SubgraphSource[]} proposal.subgraphs
 * @param {{ name: string, result: ReturnType<typeof composeContract> }[]} proposal.contracts
 * @param {import('../diff/change.js').Change[]} proposal.changes
 * @returns {Promise<Finding[]>}
 */
async function contractVerdicts(context, baseline, { subgraphs, contracts, changes }) {
  const known = new Set(changes.map(({ id }) => id));
  const found = [];
  for (const { name, result } of contracts) {
    const apiSchema = baseline.contracts[name];
    if (!apiSchema || !result.ok) continue;
    const knowledge = knowledgeOf(context, apiSchema, name);
    const all = await compare({ ...baseline, apiSchema }, { subgraphs, ...result });
    const own = all.filter(({ scope, id }) => scope === 'api' && !known.has(id));
    found.push(...own.flatMap((change) => verdict(change, knowledge, name) ?? []));
  }
  return found;
}

/**
 * @param {Context} context
 * @param {string} apiSchema that clients know
 * @param {string} [variant] the contract, of which only its own clients count
 * @returns {import('../verdict.js').Knowledge}
 */
function knowledgeOf(context, apiSchema, variant) {
  const { workspace, now } = context;
  const registry = registryFolder(context);
  const { windowDays, deletion } = workspace.checks();
  const registered = new Clients(registry).all().filter((client) => client.variant === variant);
  const own = variant ? [] : [{ client: 'this repository', version: 'now', files: workspace.operations() }];
  const clients = [...own.filter(({ files }) => files.length > 0), ...registered];
  const { observations, covers } = new Observed(registry).within(now, windowDays);
  const users = new Users(apiSchema);
  clients.forEach((client) => users.addClient(client));
  observations.forEach((observation) => users.addObserved(observation));
  return {
    hurtBy: (change) => users.hurtBy(change),
    known: clients.length > 0 || covers,
    windowDays,
    deletion,
    approvals: new Approvals(registry).all(),
    today: now.toISOString().slice(0, 10),
  };
}
