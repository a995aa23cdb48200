import { elementsOf } from './elements.js';

/** @typedef {import('../problem.js').Place} Place */
/** @typedef {Map<string, Place[]>} Places */

/**
 * Where each coordinate stands in the subgraphs' files.
 *
 * @param {import('../workspace.js').SubgraphSource[]} subgraphs
 * @returns {Places}
 */
export function placesIn(subgraphs) {
  return placesOfElements(subgraphs.map(elementsOf));
}

/**
 * @param {import('./elements.js').Elements[]} subgraphs
 * @returns {Places}
 */
export function placesOfElements(subgraphs) {
  /** @type {Places} */
  const index = new Map();
  for (const { coordinate, places } of subgraphs.flatMap((elements) => [...elements.values()])) {
    index.set(coordinate, [...(index.get(coordinate) ?? []), ...places]);
  }
  return index;
}

/**
 * The places of a coordinate, or of what it stands in where it is not written itself. A file that several subgraphs
 * share is named once.
 *
 * @param {Places} index
 * @param {string} coordinate
 */
export function placesAt(index, coordinate) {
  for (const at of withParents(coordinate)) {
    const places = index.get(at);
    if (places) return [...new Map(places.toReversed().map((place) => [keyOf(place), place])).values()].reverse();
  }
  return [];
}

/** @param {string} coordinate */
function withParents(coordinate) {
  const [outer = ''] = coordinate.split('(');
  const [type = ''] = outer.split('.');
  return [coordinate, outer, type];
}

/** @param {Place} place */
function keyOf({ file, line, column }) {
  return `${file}:${line}:${column}`;
}
