import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureData, heavyPerson, person, SIZES } from './data/index.js';
import { startNestJs } from './peer.js';
import { People } from './people.js';
import { Platform } from './platform.js';

/**
 * @typedef {object} Options
 * @property {string} home the folder of data and logs
 * @property {'S' | 'M' | 'L'} size of the data set
 * @property {number} seed
 * @property {import('./duel.js').Pace} pace
 */

/** A LifeOS with a data set, and the peer beside it once a scenario asks for it. */
export class Bench {
  /** @type {Awaited<ReturnType<typeof startNestJs>> | undefined} */
  #peer;
  /** @type {People | undefined} */
  #people;
  /** @type {People | undefined} */
  #heavy;

  /**
   * @param {Options} options
   * @param {(line: string) => void} log
   */
  constructor(options, log) {
    this.options = options;
    this.pace = options.pace;
    this.log = log;
    this.logs = join(options.home, 'bench-logs');
    this.platform = new Platform(options.home);
  }

  /** Starts LifeOS and makes the data that is not there yet. */
  async open() {
    mkdirSync(this.logs, { recursive: true });
    await this.platform.up();
    await this.signEverybodyOut();
  }

  /**
   * Starts LifeOS anew; the peer, whose databases it takes along, is started again when it is asked for.
   *
   * @param {string[]} words of the command line
   */
  async restart(...words) {
    await this.withoutPeer();
    await this.platform.down();
    await this.platform.up({}, words);
    await this.signEverybodyOut();
  }

  /** After a restart, or where refresh tokens are not known any more: everybody has a new session, which nobody has used yet. */
  async signEverybodyOut() {
    this.#people = undefined;
    this.#heavy = undefined;
    const { size, seed } = this.options;
    const { port } = this.platform.part('postgres');
    await ensureData({ port, password: this.platform.password('postgres'), size, seed, log: this.log });
  }

  /** The people of the data set, as many as have much alike. */
  get people() {
    this.#people ??= this.#signedOut(Array.from({ length: SIZES[this.options.size].people }, (_, index) => person(this.options.seed, index + 1)));
    return this.#people;
  }

  /** Somebody with ten years of vitals and 100,000 transactions, signed in. */
  async heavyPerson() {
    const { size, seed } = this.options;
    this.#heavy ??= this.#signedOut([heavyPerson(seed, SIZES[size].people)]);
    const [heavy] = await this.#heavy.signedIn(1);
    if (!heavy) throw new Error('The data set has no heavy person.');
    return heavy;
  }

  /** @param {import('./data/people.js').Person[]} people */
  #signedOut(people) {
    return new People(this.platform.part('auth').url, this.platform.serviceSecret, people);
  }

  /** The NestJS peer on the same databases, started once. */
  async peer() {
    this.#peer ??= await startNestJs(this.platform, this.logs);
    return this.#peer;
  }

  /** Ends the peer, so that it takes no memory from what is measured without it. */
  async withoutPeer() {
    await this.#peer?.stop();
    this.#peer = undefined;
  }

  /** Stops everything; the data stays for the next time. */
  async close() {
    await this.withoutPeer();
    await this.platform.down();
  }
}
