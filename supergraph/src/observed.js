import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './problem.js';

/**
 * How often a client sent an operation on a day. What is observed is anonymous: it holds no variables and no person.
 *
 * @typedef {object} Observation
 * @property {string} day `2026-11-25`
 * @property {string} client
 * @property {string} [version]
 * @property {string} document
 * @property {number} count
 */

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS = 86_400_000;

/** What was seen on the wire: `usage.ndjson` of a registry, an observation in each line. */
export class Observed {
  /** @param {string} registry */
  constructor(registry) {
    this.registry = registry;
    this.file = join(registry, 'usage.ndjson');
  }

  /**
   * @param {string} file as the edge or a log pipeline writes it
   * @returns {number} how many observations it held
   */
  import(file) {
    const observations = parsed(file);
    mkdirSync(this.registry, { recursive: true });
    appendFileSync(this.file, observations.map((observation) => `${JSON.stringify(observation)}\n`).join(''));
    return observations.length;
  }

  /**
   * @param {Date} now
   * @param {number} days
   * @returns {{ observations: Observation[], covers: boolean }} those of the window, and whether anybody looked at all of it
   */
  within(now, days) {
    const all = existsSync(this.file) ? parsed(this.file) : [];
    const first = new Date(now.getTime() - days * MILLISECONDS).toISOString().slice(0, 10);
    return { observations: all.filter(({ day }) => day >= first), covers: all.some(({ day }) => day <= first) };
  }
}

/**
 * @param {string} file
 * @returns {Observation[]}
 */
function parsed(file) {
  if (!existsSync(file)) throw new Failure(`There is no ${file}.`);
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) => (line.trim() ? [observation(line, `${file}:${index + 1}`)] : []));
}

/**
 * @param {string} line
 * @param {string} place
 * @returns {Observation}
 */
function observation(line, place) {
  const { day, client, version, document, count } = object(line);
  const valid = DAY.test(day) && typeof client === 'string' && typeof document === 'string' && Number.isInteger(count) && count > 0;
  if (!valid) throw new Failure(`${place}: an observation is {"day":"2026-11-25","client":"web","version":"1.0","document":"{ me { id } }","count":3}.`);
  return { day, client, version, document, count };
}

/**
 * @param {string} line
 * @returns {any}
 */
function object(line) {
  try {
    return JSON.parse(line) ?? {};
  } catch {
    return {};
  }
}
