import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/**
 * A folder with files in it, which goes when the test ends.
 *
 * @param {{ after: (done: () => void) => void }} test
 * @param {Record<string, string>} [files]
 */
export function folderWith(test, files = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
  test.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}
