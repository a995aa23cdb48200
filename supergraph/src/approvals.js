import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { Failure } from './problem.js';

/**
 * Who lets a change pass, why and until when. It holds for the exact change and no other.
 *
 * @typedef {object} Approval
 * @property {string} change its identifier, as `check` and `diff` show it
 * @property {string} what the change in words, for the reader
 * @property {string} author
 * @property {string} reason
 * @property {string} expires the last day on which it holds, `2026-12-31`
 */

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The approvals of a registry: files that are reviewed like code. */
export class Approvals {
  /** @param {string} registry */
  constructor(registry) {
    this.folder = join(registry, 'approvals');
  }

  /** @returns {Approval[]} */
  all() {
    if (!existsSync(this.folder)) return [];
    return readdirSync(this.folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => read(join(this.folder, name)));
  }

  /** @param {Approval} approval */
  add(approval) {
    const file = join(this.folder, `${approval.change}.yaml`);
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(file, stringify(checked(approval, file)));
    return file;
  }
}

/** @param {string} file */
function read(file) {
  try {
    return checked(parse(readFileSync(file, 'utf8')), file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${file} is no YAML.`);
  }
}

/**
 * @param {any} approval
 * @param {string} file
 * @returns {Approval}
 */
function checked(approval, file) {
  const { change, what = '', author, reason, expires } = approval ?? {};
  const texts = [change, author, reason].every((text) => typeof text === 'string' && text.trim());
  if (!texts || !DAY.test(expires) || Number.isNaN(Date.parse(expires))) {
    throw new Failure(`${file}: an approval has change, author, reason and expires (a day, 2026-12-31).`);
  }
  return { change, what, author, reason, expires };
}
