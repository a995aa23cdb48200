import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { composeContract } from '../contract.js';
import { EXIT, Failure } from '../problem.js';
import { describe, hintsFrom } from '../report.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../contract.js').Contract} Contract */

/** @type {import('../main.js').Command} */
export const contractCommand = {
  synopsis: '[NAME] [--exclude TAG]... [--out DIR]',
  description: 'Prints what the clients of a contract see, or writes it and its supergraph to --out; without a name lists the contracts.',
  options: {
    exclude: { type: 'string', multiple: true },
    out: { type: 'string' },
  },
  positionals: [0, 1],
  run(context) {
    const contracts = context.workspace.contracts();
    const [name] = context.positionals;
    if (name === undefined && !context.values.exclude) return list(contracts, context);
    return show(contractFor(name, contracts, context.values.exclude ?? []), context);
  },
};

/**
 * @param {Record<string, Contract>} contracts
 * @param {Context} context
 */
function list(contracts, { out }) {
  const entries = Object.entries(contracts);
  if (entries.length === 0) out('There are no contracts: supergraph.yaml lists none.');
  for (const [name, { exclude, include = [] }] of entries) {
    const tags = [`without ${exclude.join(', ') || 'nothing'}`, include.length > 0 && `only ${include.join(', ')}`];
    out(`${name}: ${tags.filter(Boolean).join('; ')}`);
  }
  return EXIT.ok;
}

/**
 * @param {string | undefined} name
 * @param {Record<string, Contract>} contracts
 * @param {string[]} exclude in addition
 * @returns {Contract}
 */
function contractFor(name, contracts, exclude) {
  if (name === undefined) return { exclude };
  const listed = Object.hasOwn(contracts, name) ? contracts[name] : undefined;
  if (!listed) throw new Failure(`There is no contract ${name}; there is ${Object.keys(contracts).join(', ') || 'none'}.`);
  return { ...listed, exclude: [...listed.exclude, ...exclude] };
}

/**
 * @param {Contract} contract
 * @param {Context} context
 */
function show(contract, { workspace, values, hints, out, err }) {
  const result = composeContract(workspace.subgraphs(), contract);
  if (!result.ok) {
    result.problems.forEach((problem) => err(describe('error', problem)));
    err('The contract does not compose.');
    return EXIT.doesNotCompose;
  }
  hintsFrom(result.hints, hints).forEach((hint) => err(describe('hint', hint)));
  if (values.out === undefined) {
    out(result.apiSchema.trimEnd());
    return EXIT.ok;
  }
  const folder = resolve(values.out);
  mkdirSync(folder, { recursive: true });
  const files = { 'api-schema.graphql': result.apiSchema, 'supergraph.graphql': result.supergraph };
  for (const [file, text] of Object.entries(files)) replace(join(folder, file), text);
  out(`Wrote ${Object.keys(files).join(' and ')} to ${folder}.`);
  return EXIT.ok;
}

/**
 * A running router may watch the file and must never read half of it.
 *
 * @param {string} file
 * @param {string} text
 */
function replace(file, text) {
  const fresh = `${file}.new`;
  writeFileSync(fresh, text);
  renameSync(fresh, file);
}
