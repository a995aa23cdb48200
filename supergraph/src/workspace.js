import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { Failure } from './problem.js';
import { DISK, gitTree } from './tree.js';

/**
 * A subgraph as it is composed.
 *
 * @typedef {{ name: string, url: string, files: SchemaFile[] }} SubgraphSource
 */

/**
 * A file with its path as people read it.
 *
 * @typedef {{ path: string, text: string }} SchemaFile
 */

/** @typedef {import('./contract.js').Contract} Contract */

/**
 * What supergraph.yaml says.
 *
 * @typedef {object} Listed
 * @property {string[]} [shared]
 * @property {Record<string, { routing_url: string, schema: string[] }>} subgraphs
 * @property {Record<string, Contract>} [contracts]
 * @property {{ window_days?: number, deletion?: string }} [checks]
 */

const HERE = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const WINDOW_DAYS = 30;
const ROUTER_FILES = ['router.yaml', 'router.graphos.yaml'];

/** The folder of a supergraph: what it is composed of and what is composed. */
export class Workspace {
  /**
   * @param {string} folder where supergraph.yaml is
   * @param {string} root what paths are shown relative to
   * @param {import('./tree.js').Tree} tree where the files are read from
   */
  constructor(folder = HERE, root = dirname(HERE), tree = DISK) {
    this.folder = folder;
    this.root = root;
    this.tree = tree;
    this.supergraphFile = join(folder, 'supergraph.graphql');
    this.apiSchemaFile = join(folder, 'api-schema.graphql');
    this.operationsFolder = join(folder, 'operations');
  }

  /**
   * @param {string | undefined} folder by default the one that this tool is in
   */
  static at(folder) {
    if (folder === undefined) return new Workspace();
    const found = resolve(folder);
    if (!existsSync(join(found, 'supergraph.yaml'))) throw new Failure(`There is no ${join(folder, 'supergraph.yaml')}.`);
    return new Workspace(found, dirname(found));
  }

  /**
   * @param {string} ref a commit of the repository that it is in
   * @returns {Workspace | undefined} the same as it was then; nothing where it was not there yet
   */
  before(ref) {
    const before = new Workspace(this.folder, this.root, gitTree(this.folder, ref));
    return before.read(join(this.folder, 'supergraph.yaml')) === undefined ? undefined : before;
  }

  /** @returns {SubgraphSource[]} sorted by name, so that the order in the file changes nothing */
  subgraphs() {
    const listed = this.#configuration();
    const shared = this.#schemaFiles(listed.shared ?? []);
    return Object.entries(listed.subgraphs)
      .map(([name, subgraph]) => ({
        name,
        url: subgraph.routing_url,
        files: [...shared, ...this.#schemaFiles(subgraph.schema)],
      }))
      .sort((one, other) => compareText(one.name, other.name));
  }

  /** @returns {Record<string, Contract>} the variants of the supergraph that leave something out */
  contracts() {
    const { contracts = {} } = this.#configuration();
    for (const [name, contract] of Object.entries(contracts)) {
      if (!Array.isArray(contract?.exclude)) throw new Failure(`${this.#listing()}: the contract ${name} needs a list exclude.`);
    }
    return contracts;
  }

  /** How breaking changes are judged. */
  checks() {
    const { window_days: windowDays = WINDOW_DAYS, deletion = 'unused' } = this.#configuration().checks ?? {};
    if (!Number.isInteger(windowDays) || windowDays < 1) throw new Failure(`${this.#listing()}: window_days is a number of days.`);
    if (!['unused', 'deprecated'].includes(deletion)) throw new Failure(`${this.#listing()}: deletion is unused or deprecated.`);
    return { windowDays, deletion };
  }

  /** @returns {SchemaFile[]} */
  operations() {
    return this.#files(this.operationsFolder, '.graphql');
  }

  /** @returns {SchemaFile[]} the configurations of the router; router.yaml is the one that runs without a licence */
  routerConfigurations() {
    return ROUTER_FILES.flatMap((name) => {
      const path = join(this.root, 'router-config', name);
      const text = this.read(path);
      return text === undefined ? [] : [{ path: this.show(path), text }];
    });
  }

  /**
   * @param {string} file
   * @returns {string | undefined} what a file holds, or nothing where there is none
   */
  read(file) {
    return this.tree.read(file);
  }

  /** @param {string} file */
  show(file) {
    return relative(this.root, file);
  }

  #listing() {
    return this.show(join(this.folder, 'supergraph.yaml'));
  }

  /** @returns {Listed} */
  #configuration() {
    const file = join(this.folder, 'supergraph.yaml');
    const text = this.read(file);
    if (text === undefined) throw new Failure(`There is no ${this.show(file)}.`);
    const listed = this.#parsed(text);
    for (const [name, subgraph] of Object.entries(listed?.subgraphs ?? {})) {
      if (!subgraph?.routing_url || !Array.isArray(subgraph.schema)) {
        throw new Failure(`${this.show(file)}: the subgraph ${name} needs a routing_url and a list schema.`);
      }
    }
    if (!listed?.subgraphs) throw new Failure(`${this.show(file)} lists no subgraphs.`);
    return listed;
  }

  /**
   * @param {string} text
   * @returns {Listed}
   */
  #parsed(text) {
    try {
      return parse(text);
    } catch (error) {
      throw new Failure(`${this.#listing()} is no YAML: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }

  /** @param {string[]} paths */
  #schemaFiles(paths) {
    return paths.flatMap((path) => {
      const found = resolve(this.folder, path);
      const text = this.read(found);
      if (text !== undefined) return [{ path: this.show(found), text }];
      if (!this.tree.list(found)) throw new Failure(`There is no ${this.show(found)}, which supergraph.yaml names.`);
      const files = this.#files(found, '.graphqls');
      if (files.length === 0) throw new Failure(`${this.show(found)} holds no *.graphqls file.`);
      return files;
    });
  }

  /**
   * @param {string} folder
   * @param {string} extension
   */
  #files(folder, extension) {
    return (this.tree.list(folder) ?? [])
      .filter((path) => path.endsWith(extension) && !path.includes('node_modules'))
      .sort(compareText)
      .map((path) => ({ path: this.show(path), text: this.read(path) ?? '' }));
  }
}

/**
 * @param {string} one
 * @param {string} other
 */
function compareText(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
