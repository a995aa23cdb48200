import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.js';

/** The subgraphs, each of which has a database of its name. */
export const SUBGRAPHS = ['auth', 'health', 'finance', 'learning', 'notification'];

/**
 * As in production (deploy/image/jvm.options): full compilation and Serial GC. What is left as it is on a person's own machine:
 * a heap of at most 256 MB.
 */
const JAVA_OPTIONS = '-XX:TieredStopAtLevel=4';

/** Durable as in production (fsync and synchronous_commit stay on), with memory for a machine that serves many. */
const POSTGRES_SETTINGS = 'max_connections=200 shared_buffers=1GB effective_cache_size=8GB max_wal_size=8GB checkpoint_timeout=15min';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {number} pid
 * @property {number} port
 * @property {string} url
 * @property {string} [detail]
 */

/** LifeOS, started by its own command line in a folder of the bench's. */
export class Platform {
  /** @param {string} home the folder of its data */
  constructor(home) {
    this.home = home;
    /** Which the bench's service token is asked with. */
    this.serviceSecret = randomBytes(24).toString('hex');
    /** @type {{ readySeconds: number, parts: Part[] }} */
    this.state = { readySeconds: 0, parts: [] };
  }

  /**
   * Starts everything and returns when it serves.
   *
   * @param {Record<string, string>} [environment] more of it
   * @param {string[]} [words] more of its command line
   */
  async up(environment = {}, words = []) {
    mkdirSync(this.home, { recursive: true });
    await this.#lifeos(['up', '--detach', '--ports', 'auto', ...words], {
      LIFEOS_JAVA_OPTIONS: JAVA_OPTIONS,
      LIFEOS_POSTGRES_SETTINGS: POSTGRES_SETTINGS,
      LIFEOS_SERVICECLIENTS_BENCH_SECRET: this.serviceSecret,
      LIFEOS_SERVICECLIENTS_BENCH_SCOPES: 'health:read,finance:read,learning:read,notification:read,notification:send',
      // All subscribers of the bench come from one address, which asks for more than an address may.
      LIFEOS_EDGE_LIMIT_POLICIES_ANONYMOUS_TOKENS: '100000',
      LIFEOS_EDGE_LIMIT_POLICIES_ANONYMOUS_PER: '1m',
      ...environment,
    });
    this.state = JSON.parse(readFileSync(join(this.home, 'run/state.json'), 'utf8'));
  }

  /** Stops everything; the data stays. */
  async down() {
    if (existsSync(join(this.home, 'run/state.json'))) await this.#lifeos(['down']);
  }

  /**
   * @param {string} name
   * @returns {Part}
   */
  part(name) {
    const found = this.state.parts.find((part) => part.name === name);
    if (!found) throw new Error(`LifeOS has no part ${name}.`);
    return found;
  }

  /**
   * @param {string} name
   * @returns {string} a generated password
   */
  password(name) {
    return readFileSync(join(this.home, `secrets/${name}.password`), 'utf8').trim();
  }

  /**
   * @param {string} database
   * @returns {string} how its subgraph's user reaches it
   */
  databaseUrl(database) {
    return `postgresql://${database}:${this.password(`database-${database}`)}@127.0.0.1:${this.part('postgres').port}/${database}`;
  }

  /** What the CPU time of a request through the router is made of. */
  get groups() {
    return {
      router: [this.part('router').pid],
      subgraphs: SUBGRAPHS.map((name) => this.part(name).pid),
      postgres: [this.part('postgres').pid],
    };
  }

  /**
   * @param {string[]} words
   * @param {Record<string, string>} [environment]
   * @returns {Promise<void>}
   */
  #lifeos(words, environment = {}) {
    return new Promise((resolve, reject) => {
      const env = { ...process.env, ...environment, LIFEOS_HOME: this.home };
      const child = spawn(join(ROOT, 'lifeos'), words, { env, stdio: ['ignore', 'inherit', 'inherit'] });
      child.once('error', reject);
      child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`./lifeos ${words.join(' ')} ended with ${code}.`))));
    });
  }
}
