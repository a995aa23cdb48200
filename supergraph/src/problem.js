/**
 * Where in which file something is.
 *
 * @typedef {{ file: string, line: number, column: number, subgraph?: string }} Place
 */

/**
 * Something that a person has to mend.
 *
 * @typedef {{ code: string, message: string, places: Place[] }} Problem
 */

/** A failure that is told in one line, with the exit code that it ends the command with. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode = EXIT.usage) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What the exit codes mean; scripts and pipelines read them. */
export const EXIT = Object.freeze({ ok: 0, failed: 1, doesNotCompose: 2, usage: 3 });

/**
 * The places of a GraphQL error, or of the nodes that a composition error or hint is about.
 *
 * @param {readonly any[] | undefined} nodes syntax nodes; composition adds the subgraph's name to them
 * @returns {Place[]}
 */
export function placesOf(nodes) {
  const places = [];
  for (const node of nodes ?? []) {
    // The name, as a definition begins with its description.
    const at = node?.name?.loc ?? node?.loc;
    if (at) {
      const { source, startToken } = at;
      places.push({ file: source.name, line: startToken.line, column: startToken.column, subgraph: node.subgraph });
    }
  }
  return places;
}
