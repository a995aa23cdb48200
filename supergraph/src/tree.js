import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { Failure } from './problem.js';

/**
 * Where files are read from, by absolute path.
 *
 * @typedef {object} Tree
 * @property {(path: string) => string | undefined} read what a file holds, or nothing where there is none
 * @property {(path: string) => string[] | undefined} list the files of a folder and of those in it; nothing where it is no folder
 */

/** @type {Tree} */
export const DISK = Object.freeze({
  read: (path) => (existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined),
  list: (path) => {
    if (!existsSync(path) || !statSync(path).isDirectory()) return undefined;
    return readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
  },
});

/**
 * The files as they were at a commit.
 *
 * @param {string} folder in the repository
 * @param {string} ref
 * @returns {Tree}
 */
export function gitTree(folder, ref) {
  const top = git(folder, 'rev-parse', '--show-toplevel');
  const commit = top && git(folder, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (!top || !commit) throw new Failure(`git knows no ${ref} here. In a pipeline, check out the whole history (fetch-depth: 0).`);
  const inside = (/** @type {string} */ path) => relative(top, path).split(sep).join('/');
  return {
    read: (path) => git(top, 'cat-file', 'blob', `${commit}:${inside(path)}`, KEEP),
    list: (path) => {
      const names = git(top, 'ls-tree', '-r', '-z', '--name-only', `${commit}:${inside(path)}`);
      return names?.split('\0').filter(Boolean).map((name) => join(path, name));
    },
  };
}

/**
 * The commit that a change began from: where this branch left the main one.
 *
 * @param {string} folder
 * @returns {string | undefined}
 */
export function mergeBase(folder) {
  for (const main of ['origin/main', 'main', 'origin/master', 'master']) {
    const base = git(folder, 'merge-base', 'HEAD', main);
    if (base) return base;
  }
  return undefined;
}

const KEEP = Symbol('whitespace');

/**
 * @param {string} folder
 * @param {(string | symbol)[]} args with KEEP, the answer is not trimmed
 * @returns {string | undefined} nothing where git fails
 */
function git(folder, ...args) {
  const words = /** @type {string[]} */ (args.filter((arg) => arg !== KEEP));
  const { status, stdout } = spawnSync('git', words, { cwd: folder, encoding: 'utf8', timeout: 20_000, maxBuffer: 64 << 20 });
  if (status !== 0) return undefined;
  return args.includes(KEEP) ? stdout : stdout.trim();
}
