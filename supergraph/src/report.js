/** @typedef {import('./problem.js').Problem} Problem */
/** @typedef {import('./problem.js').Place} Place */
/** @typedef {import('./composition.js').Hint} Hint */

const LEVELS = ['WARN', 'INFO', 'DEBUG'];

/** What `--hints` takes. */
export const HINT_LEVELS = ['none', 'warn', 'info', 'debug'];

/**
 * The hints of a level and of those above it.
 *
 * @param {Hint[]} hints
 * @param {string} level one of HINT_LEVELS
 */
export function hintsFrom(hints, level) {
  const shown = LEVELS.slice(0, HINT_LEVELS.indexOf(level));
  return hints.filter((hint) => shown.includes(hint.level));
}

/**
 * A problem as one block of text: `file:line:column` first, which editors and terminals make a link of.
 *
 * @param {string} kind
 * @param {Problem} problem
 */
export function describe(kind, problem) {
  const [first, ...others] = unique(problem.places);
  const head = first ? `${placeText(first)}: ` : '';
  const more = others.map((place) => `\n    also ${placeText(place)}`).join('');
  return `${head}${kind} ${problem.code}: ${problem.message}${more}`;
}

/** @param {Place} place */
function placeText({ file, line, column, subgraph }) {
  return `${file}:${line}:${column}${subgraph ? ` [${subgraph}]` : ''}`;
}

/**
 * The shared files are part of every subgraph: one line says it once.
 *
 * @param {Place[]} places
 */
function unique(places) {
  /** @type {Map<string, Place>} */
  const byText = new Map();
  for (const place of places) {
    const key = `${place.file}:${place.line}:${place.column}`;
    const known = byText.get(key);
    const subgraph = [known?.subgraph, place.subgraph].filter(Boolean).join(', ');
    byText.set(key, { ...place, subgraph: subgraph || undefined });
  }
  return [...byText.values()];
}
