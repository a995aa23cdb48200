import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { Failure } from './problem.js';

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

const HERE = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The folder of a supergraph: what it is composed of and what is composed. */
export class Workspace {
  /**
   * @param {string} folder where supergraph.yaml is
   * @param {string} root what paths are shown relative to
   */
  constructor(folder = HERE, root = dirname(HERE)) {
    this.folder = folder;
    this.root = root;
    this.supergraphFile = join(folder, 'supergraph.graphql');
    this.apiSchemaFile = join(folder, 'api-schema.graphql');
    this.operationsFolder = join(folder, 'operations');
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

  /** @returns {SchemaFile[]} */
  operations() {
    return existsSync(this.operationsFolder) ? this.#files(this.operationsFolder, '.graphql') : [];
  }

  /** @returns {SchemaFile} the configuration with which the router runs without a licence */
  routerConfiguration() {
    return this.#file(join(this.root, 'router-config', 'router.yaml'));
  }

  /**
   * @param {string} file
   * @returns {string | undefined} what a file holds, or nothing where there is none
   */
  read(file) {
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }

  /** @param {string} file */
  show(file) {
    return relative(this.root, file);
  }

  /** @returns {{ shared?: string[], subgraphs: Record<string, { routing_url: string, schema: string[] }> }} */
  #configuration() {
    const file = join(this.folder, 'supergraph.yaml');
    const text = this.read(file);
    if (text === undefined) throw new Failure(`There is no ${this.show(file)}.`);
    const listed = parse(text);
    for (const [name, subgraph] of Object.entries(listed?.subgraphs ?? {})) {
      if (!subgraph?.routing_url || !Array.isArray(subgraph.schema)) {
        throw new Failure(`${this.show(file)}: the subgraph ${name} needs a routing_url and a list schema.`);
      }
    }
    if (!listed?.subgraphs) throw new Failure(`${this.show(file)} lists no subgraphs.`);
    return listed;
  }

  /** @param {string[]} paths */
  #schemaFiles(paths) {
    return paths.flatMap((path) => {
      const found = resolve(this.folder, path);
      if (!existsSync(found)) throw new Failure(`There is no ${this.show(found)}, which supergraph.yaml names.`);
      const files = statSync(found).isDirectory() ? this.#files(found, '.graphqls') : [this.#file(found)];
      if (files.length === 0) throw new Failure(`${this.show(found)} holds no *.graphqls file.`);
      return files;
    });
  }

  /**
   * @param {string} folder
   * @param {string} extension
   */
  #files(folder, extension) {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(extension))
      .sort(compareText)
      .map((name) => this.#file(join(folder, name)));
  }

  /** @param {string} path */
  #file(path) {
    return { path: this.show(path), text: readFileSync(path, 'utf8') };
  }
}

/**
 * @param {string} one
 * @param {string} other
 */
function compareText(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
