import { GraphQLError, Kind, Source, buildSchema, concatAST, parse, separateOperations } from 'graphql';
import { coordinatesOf, usedBy } from './diff/uses.js';

/** @typedef {import('./finding.js').Use} Use */
/** @typedef {import('./clients.js').Client} Client */
/** @typedef {import('./observed.js').Observation} Observation */
/** @typedef {import('./diff/uses.js').Coordinates} Coordinates */

/**
 * An operation and all that it uses; `at` knows the file of each.
 *
 * @typedef {{ use: Use, coordinates: Coordinates, files: Map<string, string> }} User
 */

/** Who uses what, by the schema that the operations were written for. */
export class Users {
  /** @type {User[]} */
  #users = [];

  /** @param {string} apiSchema */
  constructor(apiSchema) {
    this.schema = buildSchema(apiSchema);
  }

  /**
   * What does not parse or is not valid counts for what it names all the same.
   *
   * @param {Pick<Client, 'client' | 'version' | 'files'>} client
   */
  addClient({ client, version, files }) {
    const documents = files.flatMap((file) => parsed(file.text, file.path) ?? []);
    for (const [operation, document] of Object.entries(separateOperations(concatAST(documents)))) {
      this.#add({ client, version, operation }, document);
    }
  }

  /** @param {Observation} observation */
  addObserved({ client, version, document: text, count }) {
    const document = parsed(text, 'observed');
    for (const [operation, each] of Object.entries(document ? separateOperations(document) : {})) {
      this.#add({ client, version: version ?? 'observed', operation, count }, each);
    }
  }

  /**
   * Who is hurt by a change, those of one operation counted together.
   *
   * @param {import('./diff/change.js').Change} change
   * @returns {Use[]}
   */
  hurtBy(change) {
    /** @type {Map<string, Use>} */
    const found = new Map();
    for (const { use, coordinates, files } of this.#users.filter((user) => usedBy(change, user.coordinates))) {
      const key = [use.client, use.version, use.operation].join('\n');
      const known = found.get(key);
      const place = known?.place ?? (use.count === undefined ? placeOf(change, coordinates, files) : undefined);
      const count = (known?.count ?? 0) + (use.count ?? 0);
      found.set(key, { ...use, ...(place ? { place } : {}), ...(count ? { count } : {}) });
    }
    return [...found.values()];
  }

  /**
   * @param {Use} use
   * @param {import('graphql').DocumentNode} document
   */
  #add(use, document) {
    /** @type {Coordinates} */
    const coordinates = new Map();
    const files = new Map();
    for (const definition of document.definitions) {
      const part = coordinatesOf(this.schema, { kind: Kind.DOCUMENT, definitions: [definition] });
      for (const [coordinate, at] of part) {
        const known = coordinates.get(coordinate);
        coordinates.set(coordinate, { ...at, ...known });
        if (!known) files.set(coordinate, definition.loc?.source.name ?? '');
      }
    }
    this.#users.push({ use, coordinates, files });
  }
}

/**
 * @param {import('./diff/change.js').Change} change
 * @param {Coordinates} coordinates
 * @param {Map<string, string>} files
 */
function placeOf(change, coordinates, files) {
  const candidates = [change.coordinate, ...(change.usedWhen ?? []).flat(), ...coordinates.keys()];
  const coordinate = candidates.find((each) => coordinates.has(each)) ?? '';
  const at = coordinates.get(coordinate);
  return at && { file: files.get(coordinate) ?? '', line: at.line, column: at.column };
}

/**
 * @param {string} text
 * @param {string} name
 */
function parsed(text, name) {
  try {
    return parse(new Source(text, name));
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
