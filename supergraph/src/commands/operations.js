import { readFileSync, readdirSync, statSync, existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { GraphQLError, Source, buildSchema, concatAST, parse, separateOperations, validate } from 'graphql';
import { Clients } from '../clients.js';
import { compose } from '../composition.js';
import { composeContract } from '../contract.js';
import { Observed } from '../observed.js';
import { EXIT, Failure } from '../problem.js';
import { Published, registryFolder } from '../published.js';

/** @typedef {import('../main.js').Context} Context */
/** @typedef {import('../finding.js').Finding} Finding */
/** @typedef {import('../workspace.js').SchemaFile} SchemaFile */

const LARGEST = 5_000_000;
const DOCUMENTS = /\.(graphql|gql)$/;

/** @type {Record<string, (context: Context, paths: string[]) => number | import('../finding.js').Report>} */
const ACTIONS = { register, check, retire, list, import: observe };

/** @type {import('../main.js').Command} */
export const operationsCommand = {
  synopsis: '(register | check) --client NAME --version V [--variant CONTRACT] FILE...  |  retire --client NAME --version V  |  list  |  import FILE',
  description: "Clients' operations: checks and registers those of a client's version; imports what was observed on the wire.",
  options: { registry: { type: 'string' }, client: { type: 'string' }, version: { type: 'string' }, variant: { type: 'string' } },
  positionals: [1, 10_000],
  run(context) {
    const [action = '', ...paths] = context.positionals;
    const run = ACTIONS[action];
    if (!run) throw new Failure(`usage: schema operations ${operationsCommand.synopsis}`);
    return run(context, paths);
  },
};

/**
 * @param {Context} context
 * @param {string[]} paths
 */
function check(context, paths) {
  const files = documents(paths);
  const findings = invalid(schemaOf(context), files);
  const summary = findings.length > 0 ? 'The operations are not valid.' : `${files.length} files of operations are valid.`;
  return { command: 'operations', findings, summary, exitCode: findings.length > 0 ? EXIT.failed : EXIT.ok };
}

/**
 * @param {Context} context
 * @param {string[]} paths
 */
function register(context, paths) {
  const { client, version } = named(context);
  const files = documents(paths);
  const findings = invalid(schemaOf(context), files);
  if (findings.length > 0) return { command: 'operations', findings, summary: 'Nothing was registered.', exitCode: EXIT.failed };
  const { variant } = context.values;
  new Clients(registryFolder(context)).register({ client, version, variant, registeredAt: context.now.toISOString(), files });
  context.out(`Registered ${files.length} files of operations of ${client} ${version}.`);
  return EXIT.ok;
}

/** @param {Context} context */
function retire(context) {
  const { client, version } = named(context);
  new Clients(registryFolder(context)).retire(client, version);
  context.out(`${client} ${version} counts no more.`);
  return EXIT.ok;
}

/** @param {Context} context */
function list(context) {
  const clients = new Clients(registryFolder(context)).all();
  clients.forEach(({ client, version, registeredAt, files }) => context.out(`${client} ${version}  ${files.length} files, registered ${registeredAt}`));
  if (clients.length === 0) context.out('No client is registered.');
  return EXIT.ok;
}

/**
 * @param {Context} context
 * @param {string[]} paths
 */
function observe(context, paths) {
  if (paths.length === 0) throw new Failure('usage: schema operations import FILE...');
  const observed = new Observed(registryFolder(context));
  context.out(`Imported ${paths.reduce((sum, path) => sum + observed.import(resolve(path)), 0)} observations.`);
  return EXIT.ok;
}

/** @param {Context} context */
function named({ values: { client, version } }) {
  if (!client || !version) throw new Failure('Name the client by --client and its version by --version.');
  return { client, version };
}

/**
 * What the client is written for: what was published in a registry that is named, or else what is in the workspace.
 *
 * @param {Context} context
 */
function schemaOf(context) {
  const { values, workspace } = context;
  const current = values.registry ? new Published(registryFolder(context)).current() : undefined;
  const contract = values.variant ? workspace.contracts()[values.variant] : undefined;
  if (values.variant && !contract) throw new Failure(`supergraph.yaml has no contract ${values.variant}.`);
  if (current) return (values.variant ? current.contracts[values.variant]?.apiSchema : current.apiSchema) ?? current.apiSchema;
  const composed = contract ? composeContract(workspace.subgraphs(), contract) : compose(workspace.subgraphs());
  if (!composed.ok) throw new Failure('The subgraphs do not compose: run ./lifeos schema check', EXIT.doesNotCompose);
  return composed.apiSchema;
}

/**
 * The documents of files and folders, with paths as the client's repository knows them.
 *
 * @param {string[]} paths
 * @returns {SchemaFile[]}
 */
function documents(paths) {
  const files = paths.flatMap((path) => {
    if (!existsSync(path)) throw new Failure(`There is no ${path}.`);
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => DOCUMENTS.test(name) && !name.includes('node_modules')).sort().map((name) => join(path, name));
  });
  if (files.length === 0) throw new Failure('There are no files of operations (*.graphql or *.gql).');
  const read = files.map((file) => ({ path: relative('.', file), text: readFileSync(file, 'utf8') }));
  if (read.reduce((sum, { text }) => sum + text.length, 0) > LARGEST) throw new Failure('The operations of a client are at most 5 MB.');
  return read;
}

/**
 * @param {string} apiSchema
 * @param {SchemaFile[]} files fragments may be in another than the operation
 * @returns {Finding[]}
 */
function invalid(apiSchema, files) {
  const schema = buildSchema(apiSchema);
  try {
    const whole = concatAST(files.map(({ path, text }) => parse(new Source(text, path))));
    const errors = Object.values(separateOperations(whole)).flatMap((document) => validate(schema, document));
    return [...new Map(errors.map((error) => [finding(error).message + JSON.stringify(error.locations), finding(error)])).values()];
  } catch (error) {
    if (error instanceof GraphQLError) return [finding(error)];
    throw error;
  }
}

/**
 * @param {GraphQLError} error
 * @returns {Finding}
 */
function finding(error) {
  const source = error.source ?? error.nodes?.[0]?.loc?.source;
  const places = (error.locations ?? []).map(({ line, column }) => ({ file: source?.name ?? '', line, column }));
  return { severity: 'error', code: 'INVALID_OPERATION', message: error.message, places };
}
