import { spawnSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.js';

/**
 * What figures hold for.
 *
 * @param {import('./platform.js').Platform} platform that runs
 */
export function facts(platform) {
  const [cpu] = cpus();
  return {
    commit: output('git', ['describe', '--always', '--dirty=+changes', '--exclude=*']),
    date: new Date().toISOString().slice(0, 10),
    processor: `${cpus().length} × ${cpu?.model.trim()}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    kernel: `Linux ${release()}`,
    node: process.version,
    java: javaVersion(platform.part('auth').pid),
    router: String(platform.part('router').detail ?? ''),
    postgres: output('sh', ['-c', `cat '${join(platform.home, 'data/postgres/PG_VERSION')}'`]),
  };
}

/**
 * @param {string} program
 * @param {string[]} words
 */
function output(program, words) {
  return (spawnSync(program, words, { cwd: ROOT, encoding: 'utf8' }).stdout ?? '').trim();
}

/**
 * @param {number} pid a Java process
 * @returns {string} its JVM's version
 */
function javaVersion(pid) {
  const [java = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const found = /JAVA_RUNTIME_VERSION="([^"]+)"/.exec(readFileSync(join(java, '../../release'), 'utf8'));
  return found?.[1] ?? 'unknown';
}
