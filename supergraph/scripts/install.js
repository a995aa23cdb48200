// Installs the packages of the folders given, or of this one and the stand-in, where they are not those of the lock file.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OWN = ['..', '../../router-config/stand-in'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
const GIVEN = process.argv.slice(2).map((path) => resolve(path));

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** @param {string} folder */
function upToDate(folder) {
  const wanted = packages(join(folder, 'package-lock.json'));
  const installed = packages(join(folder, 'node_modules/.package-lock.json'));
  // An optional package may be for another machine than this.
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

for (const folder of (GIVEN.length > 0 ? GIVEN : OWN).filter((each) => !upToDate(each))) {
  // Standard output is the command's that waits for this: its JSON must be nothing else.
  const stdio = /** @type {const} */ (['ignore', process.stderr, process.stderr]);
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync('npm', ['ci', ...flags], { cwd: folder, stdio: [...stdio] });
  if (status !== 0) {
    console.error(`npm ci failed in ${folder}${error ? `: ${error.message}` : ''}`);
    process.exit(status ?? 1);
  }
}
