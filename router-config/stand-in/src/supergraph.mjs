import { readFile, stat } from 'node:fs/promises';
import { parse } from 'graphql';

/**
 * Reads a supergraph again and again. A file that is missing or broken leaves the last good one in place: the gateway would end
 * the process over it.
 */
export class SupergraphFile {
  #text = '';
  #version = '';

  /**
   * @param {string} path
   * @param {(message: string) => void} warn
   */
  constructor(path, warn) {
    this.path = path;
    this.warn = warn;
  }

  async read() {
    try {
      const { mtimeMs, size, ino } = await stat(this.path);
      const version = `${mtimeMs} ${size} ${ino}`;
      if (version !== this.#version) {
        this.#text = checked(await readFile(this.path, 'utf8'));
        this.#version = version;
      }
    } catch (error) {
      if (!this.#text) throw error;
      this.warn(`${this.path} is kept as it was: ${error instanceof Error ? error.message : error}`);
    }
    return this.#text;
  }
}

/** @param {string} text */
function checked(text) {
  const document = parse(text);
  if (!document.definitions.some((node) => node.kind === 'EnumTypeDefinition' && node.name.value === 'join__Graph')) {
    throw new Error('it is no supergraph.');
  }
  return text;
}
