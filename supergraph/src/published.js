import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { GraphQLError, parse } from 'graphql';
import { EXIT, Failure } from './problem.js';

/** @typedef {import('./workspace.js').SubgraphSource} SubgraphSource */

/**
 * What was found when it was checked.
 *
 * @typedef {{ errors: number, warnings: number, notes: number, exitCode: number }} Checks
 */

/**
 * @typedef {{ supergraph: string, apiSchema: string }} Variant
 */

/**
 * @typedef {object} Publication
 * @property {SubgraphSource[]} subgraphs
 * @property {string} supergraph
 * @property {string} apiSchema
 * @property {Record<string, Variant>} [contracts]
 * @property {string} author
 * @property {Checks} checks
 * @property {string} [note]
 * @property {boolean} [forced] published although the checks failed
 */

/**
 * What record.json tells of a version.
 *
 * @typedef {object} PublishedRecord
 * @property {string} id
 * @property {string} publishedAt
 * @property {string} author
 * @property {Checks} checks
 * @property {string} [note]
 * @property {boolean} [forced]
 * @property {string} [previous] the version that was current before
 * @property {string} [rolledBackTo] the version that this one repeats
 * @property {string[]} subgraphs their names
 * @property {string[]} contracts their names
 */

/**
 * @typedef {object} PublishedVersion
 * @property {string} id
 * @property {SubgraphSource[]} subgraphs
 * @property {string} supergraph
 * @property {string} apiSchema
 * @property {Record<string, Variant>} contracts
 * @property {PublishedRecord} record
 */

/** @typedef {{ id: string, published: boolean }} Outcome `published` is false where there was nothing to publish */

const ID = /^\d{8}T\d{6}Z-[0-9a-f]{8}$/;
const NAME = /^[A-Za-z0-9_][\w.-]*$/;
const SUPERGRAPH = 'supergraph.graphql';
const API_SCHEMA = 'api-schema.graphql';
const SUBGRAPHS = 'subgraphs.json';
const RECORD = 'record.json';
const TEMPORARY = '.new-';
const LOCKING = '.lock-';
const LOCKING_NAME = /^\.lock-(\d+)@(.+)-[0-9a-f-]{36}$/;
const FRESH = '.new';

/**
 * Where versions are published.
 *
 * @param {Pick<import('./main.js').Context, 'workspace' | 'values'>} context
 */
export function registryFolder({ workspace, values }) {
  return resolve(values.registry || process.env.LIFEOS_REGISTRY || join(workspace.folder, 'registry'));
}

/**
 * The published versions of a supergraph, in a folder. A version is written once and never changed. Beside them are the files of the
 * current one, which routers watch.
 *
 * A publish that dies on the way leaves `pending.json`: the version that it names counts only if the watched files are already its own.
 */
export class Published {
  #waiting;

  /**
   * @param {string} folder
   * @param {{ waiting?: number }} [options] how many milliseconds to wait for another publish
   */
  constructor(folder, { waiting = 10_000 } = {}) {
    this.folder = folder;
    this.#waiting = waiting;
    this.versions = join(folder, 'published');
    this.supergraphFile = join(folder, SUPERGRAPH);
    this.apiSchemaFile = join(folder, API_SCHEMA);
    this.currentFile = join(folder, 'current.json');
    this.pendingFile = join(this.versions, 'pending.json');
    this.lockFile = join(this.versions, 'lock.json');
  }

  /**
   * @param {Publication} publication
   * @param {Date} [now]
   * @returns {Promise<Outcome>}
   */
  async publish(publication, now = new Date()) {
    const { subgraphs, supergraph, apiSchema, contracts = {}, ...about } = publication;
    assertSupergraph(supergraph, 'What was to be published');
    const content = contentOf(subgraphs, { supergraph, apiSchema }, contracts);
    return this.#locked(() => this.#release(content, about, now));
  }

  /**
   * Makes an older version current again, as a new version that repeats it.
   *
   * @param {string} id
   * @param {Partial<Pick<Publication, 'author' | 'note'>>} [by]
   * @param {Date} [now]
   * @returns {Promise<Outcome>}
   */
  async rollback(id, { author = 'unknown', note } = {}, now = new Date()) {
    return this.#locked(() => {
      if (!this.#ids().includes(id)) throw new Failure(`${this.folder} has no published version ${id}.`);
      const { checks } = this.#record(id);
      const content = this.#content(id);
      assertSupergraph(content[SUPERGRAPH], join(this.versions, id, SUPERGRAPH));
      return this.#release(content, { author, note, checks, rolledBackTo: id }, now);
    });
  }

  /**
   * @param {number} [limit]
   * @returns {PublishedRecord[]} newest first
   */
  history(limit = Infinity) {
    return this.#ids()
      .reverse()
      .slice(0, limit)
      .map((id) => this.#record(id));
  }

  /** @returns {PublishedVersion | undefined} */
  current() {
    const id = this.#currentId();
    if (!id) return undefined;
    const content = this.#content(id);
    const file = join(this.versions, id, SUBGRAPHS);
    const subgraphs = jsonIn(file);
    if (!Array.isArray(subgraphs)) throw new Failure(`${file} is not what was published: it is no list of subgraphs.`, EXIT.failed);
    const contracts = Object.fromEntries(contractsIn(content).map((name) => [name, variantIn(content, `contracts/${name}/`)]));
    return { id, subgraphs, ...variantIn(content, ''), contracts, record: this.#record(id) };
  }

  /**
   * @param {Record<string, string>} content
   * @param {Pick<Publication, 'author' | 'note' | 'checks' | 'forced'> & { rolledBackTo?: string }} about
   * @param {Date} now
   * @returns {Outcome}
   */
  #release(content, about, now) {
    this.#clear();
    const previous = this.#currentId();
    if (previous && this.#holds(previous, content)) {
      if (!this.#isServed(previous)) this.#serve(previous, content);
      return { id: previous, published: false };
    }
    const id = this.#nextId(content, now);
    /** @type {PublishedRecord} */
    const record = {
      id,
      publishedAt: now.toISOString(),
      ...about,
      previous,
      subgraphs: JSON.parse(content[SUBGRAPHS] ?? '[]').map((/** @type {SubgraphSource} */ { name }) => name),
      contracts: contractsIn(content),
    };
    replace(this.pendingFile, json({ id, previous }));
    this.#keep(id, { ...content, [RECORD]: json(record) });
    this.#serve(id, content);
    rmSync(this.pendingFile);
    return { id, published: true };
  }

  /**
   * @param {string} id
   * @param {Record<string, string>} files
   */
  #keep(id, files) {
    const fresh = join(this.versions, `${TEMPORARY}${id}`);
    for (const [name, text] of Object.entries(files)) writeDurably(join(fresh, name), text);
    for (const name of Object.keys(files)) syncFolder(dirname(join(fresh, name)));
    renameSync(fresh, join(this.versions, id));
    syncFolder(this.versions);
  }

  /**
   * The supergraph comes last: by it a version counts.
   *
   * @param {string} id
   * @param {Record<string, string>} content
   */
  #serve(id, content) {
    const wanted = contractsIn(content);
    for (const name of Object.keys(content).filter((file) => file.startsWith('contracts/'))) replace(join(this.folder, name), content[name] ?? '');
    replace(this.apiSchemaFile, content[API_SCHEMA] ?? '');
    replace(this.currentFile, json({ id }));
    replace(this.supergraphFile, content[SUPERGRAPH] ?? '');
    const contracts = join(this.folder, 'contracts');
    for (const name of foldersIn(contracts).filter((known) => !wanted.includes(known))) rmSync(join(contracts, name), { recursive: true });
    syncFolder(this.folder);
  }

  /** Clears what a publish left that died. Only who holds the lock may. */
  #clear() {
    for (const name of readdirSync(this.versions)) {
      const file = join(this.versions, name);
      const left = name.startsWith(TEMPORARY) || name.endsWith(FRESH) || isLeft(name);
      if (left) rmSync(file, { recursive: true, force: true });
    }
    for (const file of [this.supergraphFile, this.apiSchemaFile, this.currentFile]) rmSync(`${file}${FRESH}`, { force: true });
    const pending = this.#pending();
    if (!pending) return;
    if (this.#currentId() !== pending.id) this.#undo(pending);
    rmSync(this.pendingFile);
  }

  /** @param {{ id: string, previous?: string }} pending */
  #undo({ id, previous }) {
    if (previous) this.#serve(previous, this.#content(previous));
    else [this.currentFile, this.apiSchemaFile].forEach((file) => rmSync(file, { force: true }));
    rmSync(join(this.versions, id), { recursive: true, force: true });
  }

  /** @returns {{ id: string, previous?: string } | undefined} */
  #pending() {
    if (!existsSync(this.pendingFile)) return undefined;
    const pending = jsonIn(this.pendingFile);
    const known = ID.test(pending?.id) && (pending.previous === undefined || ID.test(pending.previous));
    if (!known) throw new Failure(`${this.pendingFile} is broken: it names no version.`, EXIT.failed);
    return pending;
  }

  /** @returns {string | undefined} */
  #currentId() {
    const id = existsSync(this.currentFile) ? this.#named() : undefined;
    const pending = this.#pending();
    if (!pending) return id;
    return id === pending.id && this.#isServed(id) ? id : pending.previous;
  }

  /** @returns {string} */
  #named() {
    const id = jsonIn(this.currentFile)?.id;
    if (!ID.test(id)) throw new Failure(`${this.currentFile} is broken: it names no version.`, EXIT.failed);
    return id;
  }

  /** @param {string} id */
  #isServed(id) {
    const { [SUPERGRAPH]: supergraph, [API_SCHEMA]: apiSchema } = this.#content(id);
    return textIn(this.supergraphFile) === supergraph && textIn(this.apiSchemaFile) === apiSchema;
  }

  /**
   * @param {string} id
   * @param {Record<string, string>} content
   */
  #holds(id, content) {
    if (!existsSync(join(this.versions, id))) return false;
    return fingerprint(this.#content(id)) === fingerprint(content);
  }

  /** @returns {string[]} oldest first */
  #ids() {
    const pending = this.#pending();
    const unfinished = pending && this.#currentId() !== pending.id ? pending.id : undefined;
    return foldersIn(this.versions)
      .filter((name) => ID.test(name) && name !== unfinished)
      .sort();
  }

  /**
   * After all others, even where this machine's clock is behind or two come in one second.
   *
   * @param {Record<string, string>} content
   * @param {Date} now
   */
  #nextId(content, now) {
    const newest = this.#ids().at(-1);
    const after = newest ? timeOf(newest) + 1000 : 0;
    const time = new Date(Math.max(now.getTime(), after));
    return `${time.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z-${fingerprint(content).slice(0, 8)}`;
  }

  /**
   * @param {string} id
   * @returns {Record<string, string>}
   */
  #content(id) {
    const folder = join(this.versions, id);
    const names = [SUBGRAPHS, API_SCHEMA, SUPERGRAPH];
    for (const name of foldersIn(join(folder, 'contracts'))) {
      names.push(`contracts/${name}/${API_SCHEMA}`, `contracts/${name}/${SUPERGRAPH}`);
    }
    return Object.fromEntries(names.map((name) => [name, requiredText(join(folder, name))]));
  }

  /**
   * @param {string} id
   * @returns {PublishedRecord}
   */
  #record(id) {
    const file = join(this.versions, id, RECORD);
    const record = jsonIn(file);
    const complete = record?.id === id && typeof record.publishedAt === 'string' && typeof record.author === 'string';
    if (!complete) throw new Failure(`${file} is broken: it is not the record of ${id}.`, EXIT.failed);
    return record;
  }

  /**
   * @template T
   * @param {() => T} work which waits for nothing, so that within one process there is never a second holder
   */
  async #locked(work) {
    mkdirSync(this.versions, { recursive: true });
    await this.#lock();
    try {
      return work();
    } finally {
      rmSync(this.lockFile, { force: true });
    }
  }

  async #lock() {
    const end = Date.now() + this.#waiting;
    while (!this.#tryLock()) {
      const holder = this.#holder();
      if (!holder) continue;
      if (isDead(holder)) {
        this.#breakLock(holder.token);
      } else if (Date.now() > end) {
        const who = `process ${holder.pid} on ${holder.host}`;
        throw new Failure(`${who} is publishing to ${this.folder}; nothing was published. If it is gone, remove ${this.lockFile}.`, EXIT.failed);
      } else {
        await pause(25);
      }
    }
  }

  /** Linked, not written, so that a lock is never there without its holder. */
  #tryLock() {
    const mine = join(this.versions, lockingName());
    writeFileSync(mine, json({ pid: process.pid, host: hostname(), token: randomUUID() }));
    try {
      linkSync(mine, this.lockFile);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(mine, { force: true });
    }
  }

  /** @returns {{ pid: number, host: string, token: string } | undefined} */
  #holder() {
    const text = textIn(this.lockFile);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text);
    } catch {
      throw new Failure(`${this.lockFile} is broken; remove it if nobody is publishing.`, EXIT.failed);
    }
  }

  /**
   * Two may find the same dead holder: who took a living one's lock away in the meantime gives it back.
   *
   * @param {string} token
   */
  #breakLock(token) {
    const taken = join(this.versions, lockingName());
    try {
      renameSync(this.lockFile, taken);
      if (JSON.parse(readFileSync(taken, 'utf8')).token !== token) linkSync(taken, this.lockFile);
    } catch (error) {
      if (!['ENOENT', 'EEXIST'].includes(codeOf(error))) throw error;
    } finally {
      rmSync(taken, { force: true });
    }
  }
}

/** Says whose it is by its name, since a process may end before it has written anything. */
function lockingName() {
  return `${LOCKING}${process.pid}@${hostname()}-${randomUUID()}`;
}

/**
 * That it is of a process which has ended while it waited for the lock.
 *
 * @param {string} name
 */
function isLeft(name) {
  const [, pid, host] = LOCKING_NAME.exec(name) ?? [];
  if (pid === undefined || host === undefined) return false;
  return Number(pid) !== process.pid && isDead({ pid: Number(pid), host });
}

/** @param {{ pid: number, host: string }} holder */
function isDead({ pid, host }) {
  if (host !== hostname()) return false;
  // Nothing in this process holds the lock while another part of it asks: the number was given again.
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/**
 * The files of a version, but for the record.
 *
 * @param {SubgraphSource[]} subgraphs
 * @param {Variant} whole
 * @param {Record<string, Variant>} contracts
 * @returns {Record<string, string>}
 */
function contentOf(subgraphs, whole, contracts) {
  /** @type {Record<string, string>} */
  const content = { [SUBGRAPHS]: json(subgraphs), [API_SCHEMA]: whole.apiSchema, [SUPERGRAPH]: whole.supergraph };
  for (const [name, { apiSchema, supergraph }] of Object.entries(contracts)) {
    if (!NAME.test(name)) throw new Failure(`${name} is no name for a contract: it takes letters, digits, - and _.`);
    assertSupergraph(supergraph, `The contract ${name}`);
    content[`contracts/${name}/${API_SCHEMA}`] = apiSchema;
    content[`contracts/${name}/${SUPERGRAPH}`] = supergraph;
  }
  return content;
}

/** @param {Record<string, string>} content */
function contractsIn(content) {
  return Object.keys(content)
    .filter((name) => name.startsWith('contracts/') && name.endsWith(`/${SUPERGRAPH}`))
    .map((name) => name.split('/')[1] ?? '')
    .sort();
}

/**
 * @param {Record<string, string>} content
 * @param {string} folder
 * @returns {Variant}
 */
function variantIn(content, folder) {
  return { supergraph: content[`${folder}${SUPERGRAPH}`] ?? '', apiSchema: content[`${folder}${API_SCHEMA}`] ?? '' };
}

/** @param {Record<string, string>} content */
function fingerprint(content) {
  const sorted = Object.entries(content).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}

/**
 * @param {string | undefined} text
 * @param {string} what
 */
function assertSupergraph(text, what) {
  try {
    const { definitions } = parse(text ?? '', { noLocation: true });
    if (definitions.some((node) => node.kind === 'EnumTypeDefinition' && node.name.value === 'join__Graph')) return;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new Failure(`${what} is no supergraph: ${error.message}`, EXIT.failed);
  }
  throw new Failure(`${what} is no supergraph: it has no join__Graph.`, EXIT.failed);
}

/** @param {string} id */
function timeOf(id) {
  return Date.parse(id.slice(0, 16).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

/** @param {unknown} value */
function json(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/**
 * @param {string} file
 * @returns {any}
 */
function jsonIn(file) {
  const text = requiredText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(`${file} is broken: ${error instanceof Error ? error.message : error}`, EXIT.failed);
  }
}

/** @param {string} file */
function requiredText(file) {
  const text = textIn(file);
  if (text === undefined) throw new Failure(`${file} is missing.`, EXIT.failed);
  return text;
}

/** @param {string} file */
function textIn(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {string} folder */
function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/**
 * A running router watches the file and must never read half of it, nor must it be half there after a power cut.
 *
 * @param {string} file
 * @param {string} text
 */
function replace(file, text) {
  const fresh = `${file}${FRESH}`;
  writeDurably(fresh, text);
  renameSync(fresh, file);
  syncFolder(dirname(file));
}

/**
 * @param {string} file
 * @param {string} text
 */
function writeDurably(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  const opened = openSync(file, 'w');
  try {
    writeFileSync(opened, text);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** @param {string} folder */
function syncFolder(folder) {
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return String(/** @type {any} */ (error)?.code);
}
