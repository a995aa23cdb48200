import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './problem.js';

/** @typedef {import('./workspace.js').SchemaFile} SchemaFile */

/**
 * The operations that one version of a client sends.
 *
 * @typedef {object} Client
 * @property {string} client
 * @property {string} version
 * @property {string} [variant] the contract that it is written for
 * @property {string} registeredAt
 * @property {SchemaFile[]} files
 */

const NAME = /^[A-Za-z0-9][\w.+@-]{0,99}$/;

/** The clients of a registry: a file for each version, `clients/NAME/VERSION.json`. */
export class Clients {
  /** @param {string} registry */
  constructor(registry) {
    this.folder = join(registry, 'clients');
  }

  /** @returns {Client[]} */
  all() {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => read(join(this.folder, name)));
  }

  /** @param {Client} client */
  register(client) {
    const file = this.#file(client.client, client.version);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(client, undefined, 2)}\n`);
    renameSync(`${file}.new`, file);
  }

  /**
   * @param {string} client
   * @param {string} version which nobody runs any more
   */
  retire(client, version) {
    const file = this.#file(client, version);
    if (!existsSync(file)) throw new Failure(`No operations of ${client} ${version} are registered.`);
    rmSync(file);
  }

  /**
   * @param {string} client
   * @param {string} version
   */
  #file(client, version) {
    if (!NAME.test(client) || !NAME.test(version)) {
      throw new Failure('A client and its version are named by up to 100 letters, digits and . _ + @ -');
    }
    return join(this.folder, client, `${version}.json`);
  }
}

/**
 * @param {string} file
 * @returns {Client}
 */
function read(file) {
  try {
    const client = JSON.parse(readFileSync(file, 'utf8'));
    if (client.client && client.version && Array.isArray(client.files)) return client;
  } catch {
    // Told in the same words as a file of another form.
  }
  throw new Failure(`${file} holds no operations of a client; register them anew.`);
}
