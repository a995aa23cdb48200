import { print } from 'graphql';
import { accessOf, compareAccess, showAccess } from './access.js';
import { elementAt } from './coordinates.js';

/** @typedef {import('./elements.js').Elements} Elements */
/** @typedef {import('./elements.js').Element} Element */
/** @typedef {import('./elements.js').Applied} Applied */
/** @typedef {import('./subgraphs.js').Told} Told */
/** @typedef {import('./change.js').Change['level']} Level */

/** @typedef {import('./subgraphs.js').Version} Version */

/**
 * One coordinate in one subgraph, before and after.
 *
 * @typedef {object} Pair
 * @property {string} subgraph
 * @property {Element | undefined} old
 * @property {Element} now
 * @property {Version} before
 * @property {Version} after
 */

/**
 * What changed in the directives of a subgraph's elements that tell how it is composed, planned and guarded. What is
 * new has changes of its own, but for `@override`, which takes something away from another subgraph, and for who may use
 * what another subgraph guarded.
 *
 * @param {string} subgraph
 * @param {Version} before
 * @param {Version} after
 * @returns {Told[]}
 */
export function directiveChanges(subgraph, before, after) {
  const [old, now] = [elementsIn(before, subgraph), elementsIn(after, subgraph)];
  return [...now.values()].flatMap((element) => {
    const pair = { subgraph, old: old.get(element.coordinate), now: element, before, after };
    return pair.old ? COMPARISONS.flatMap((compare) => compare(pair)) : [...overrides(pair), ...accessElsewhere(pair)];
  });
}

/**
 * @param {Version} version
 * @param {string} subgraph
 * @returns {Elements}
 */
function elementsIn(version, subgraph) {
  return version.subgraphs.get(subgraph)?.elements ?? new Map();
}

/**
 * @param {Version} version
 * @param {string} subgraph
 */
function defaultAudience(version, subgraph) {
  return elementsIn(version, subgraph).get('@access(to:)')?.initial ?? 'SELF';
}

/**
 * @param {Pair} pair
 * @param {string} code
 * @param {Level} level
 * @param {string} message
 * @returns {Told}
 */
function told({ subgraph, now }, code, level, message) {
  return { code, level, subgraph, coordinate: now.coordinate, message, places: now.places };
}

/**
 * @param {Element | undefined} element
 * @param {string} name
 * @returns {Applied[]}
 */
function all(element, name) {
  return element?.directives.filter((applied) => applied.name === name) ?? [];
}

/**
 * @param {Applied | undefined} applied
 * @param {string} name
 * @returns {string | undefined}
 */
function text(applied, name) {
  const value = /** @type {any} */ (applied?.args[name]);
  return value === undefined ? undefined : normalized(String(value.value));
}

/**
 * The order of a flat list of fields means nothing, nor does white space.
 *
 * @param {string} fields
 */
function normalized(fields) {
  const words = fields.replaceAll(/[{}]/g, ' $& ').split(/[\s,]+/).filter(Boolean);
  return (words.includes('{') ? words : words.sort()).join(' ');
}

/**
 * @param {Pair} pair
 * @returns {Told[]}
 */
function keys(pair) {
  const [old, now] = [keysOf(pair.old), keysOf(pair.now)];
  const { coordinate } = pair.now;
  const about = (/** @type {string} */ fields) => `@key(fields: "${fields}") of ${coordinate} in ${pair.subgraph}`;
  const added = [...now.keys()].filter((fields) => !old.has(fields));
  const removed = [...old.keys()].filter((fields) => !now.has(fields));
  const changed = [...now.keys()].filter((fields) => old.has(fields) && old.get(fields) !== now.get(fields));
  return [
    ...added.map((fields) => told(pair, 'KEY_ADDED', 'SAFE', `${about(fields)} is new.`)),
    ...removed.map((fields) => told(pair, 'KEY_REMOVED', 'DANGEROUS', `${about(fields)} is removed.`)),
    ...changed.map((fields) => told(pair, 'KEY_RESOLVABLE_CHANGED', 'DANGEROUS', `${about(fields)} is ${now.get(fields) ? 'resolvable now' : 'no longer resolvable'}.`)),
  ];
}

/** @param {Element | undefined} element */
function keysOf(element) {
  return new Map(all(element, 'key').map((key) => [text(key, 'fields') ?? '', text(key, 'resolvable') !== 'false']));
}

/**
 * @param {Pair} pair
 * @returns {Told[]}
 */
function overrides(pair) {
  const [[old], [now]] = [all(pair.old, 'override'), all(pair.now, 'override')];
  const { coordinate } = pair.now;
  const [oldFrom, from, oldLabel, label] = [text(old, 'from'), text(now, 'from'), text(old, 'label'), text(now, 'label')];
  if (oldFrom === from && oldLabel === label) return [];
  if (!old) {
    const share = label === undefined ? '' : `, for the requests that ${label} selects`;
    return [told(pair, 'OVERRIDE_ADDED', 'SAFE', `${pair.subgraph} takes ${coordinate} over from ${from}${share}.`)];
  }
  // The last step of a move: where nobody else has the field any more there is nothing left to take.
  const isDone = !elementsIn(pair.after, oldFrom ?? '').has(coordinate);
  if (!now) return [told(pair, 'OVERRIDE_REMOVED', isDone ? 'SAFE' : 'DANGEROUS', `${pair.subgraph} no longer takes ${coordinate} over from ${oldFrom}.`)];
  const message = `${pair.subgraph} takes ${coordinate} over from ${from}${label ? ` for ${label}` : ''}, and did from ${oldFrom}${oldLabel ? ` for ${oldLabel}` : ''}.`;
  return [told(pair, 'OVERRIDE_CHANGED', oldFrom === from ? 'SAFE' : 'DANGEROUS', message)];
}

/**
 * @param {Pair} pair
 * @returns {Told[]}
 */
function inaccessible(pair) {
  const [old, now] = [all(pair.old, 'inaccessible').length > 0, all(pair.now, 'inaccessible').length > 0];
  const { coordinate } = pair.now;
  if (old === now) return [];
  if (old) return [told(pair, 'INACCESSIBLE_REMOVED', 'SAFE', `${pair.subgraph} no longer hides ${coordinate} from clients.`)];
  const hides = elementAt(pair.before.api, coordinate) !== undefined && elementAt(pair.after.api, coordinate) === undefined;
  return [told(pair, 'INACCESSIBLE_ADDED', hides ? 'DANGEROUS' : 'SAFE', `${pair.subgraph} hides ${coordinate} from clients.`)];
}

/**
 * @param {Pair} pair
 * @returns {Told[]}
 */
function tags(pair) {
  const [old, now] = [tagsOf(pair.old), tagsOf(pair.now)];
  const about = `${pair.now.coordinate} in ${pair.subgraph}`;
  return [
    ...now.filter((tag) => !old.includes(tag)).map((tag) => told(pair, 'TAG_ADDED', 'SAFE', `${about} has the tag ${tag} now.`)),
    ...old.filter((tag) => !now.includes(tag)).map((tag) => told(pair, 'TAG_REMOVED', 'SAFE', `${about} no longer has the tag ${tag}.`)),
  ];
}

/** @param {Element | undefined} element */
function tagsOf(element) {
  return all(element, 'tag').map((tag) => String(/** @type {any} */ (tag.args.name)?.value));
}

/**
 * @param {Pair} pair
 * @param {string} [from] the subgraph that guarded it before
 * @returns {Told[]}
 */
function access(pair, from = pair.subgraph) {
  const before = accessOf(all(pair.old, 'access')[0], defaultAudience(pair.before, from));
  const after = accessOf(all(pair.now, 'access')[0], defaultAudience(pair.after, pair.subgraph));
  const { tightened, loosened } = compareAccess(before, after);
  const change = `${showAccess(before)}${from === pair.subgraph ? '' : ` in ${from}`} to ${showAccess(after)} in ${pair.subgraph}`;
  const { coordinate } = pair.now;
  return [
    ...(tightened ? [told(pair, 'ACCESS_TIGHTENED', 'DANGEROUS', `${coordinate} is refused to some who may use it now: ${change}.`)] : []),
    ...(loosened ? [told(pair, 'ACCESS_LOOSENED', 'DANGEROUS', `${coordinate} is open to some who may not use it now: ${change}.`)] : []),
  ];
}

/**
 * A field that a subgraph takes from another, or resolves beside it, has to be guarded as it was there.
 *
 * @param {Pair} pair
 */
function accessElsewhere(pair) {
  const { coordinate, kind } = pair.now;
  if (kind !== 'field' || isExternal(pair.now)) return [];
  for (const [name, { elements }] of pair.before.subgraphs) {
    const old = elements.get(coordinate);
    if (old && !isExternal(old)) return access({ ...pair, old }, name);
  }
  return [];
}

/** @param {Element} element */
function isExternal(element) {
  return all(element, 'external').length > 0;
}

/**
 * Compares a directive by how it is written.
 *
 * @param {string} name
 * @param {string} code
 * @param {{ added: Level, removed: Level, changed: Level }} levels
 * @param {{ added: string, removed: string, changed: string }} [codes]
 * @returns {(pair: Pair) => Told[]}
 */
function written(name, code, levels, codes = { added: `${code}_ADDED`, removed: `${code}_REMOVED`, changed: `${code}_CHANGED` }) {
  return (pair) => {
    const [old, now] = [writtenAs(pair.old, name), writtenAs(pair.now, name)];
    if (old === now) return [];
    const about = `of ${pair.now.coordinate} in ${pair.subgraph}`;
    if (!old) return [told(pair, codes.added, levels.added, `${now} ${about} is new.`)];
    if (!now) return [told(pair, codes.removed, levels.removed, `${old} ${about} is removed.`)];
    return [told(pair, codes.changed, levels.changed, `${now} ${about} was ${old}.`)];
  };
}

/**
 * @param {Element | undefined} element
 * @param {string} name
 */
function writtenAs(element, name) {
  return all(element, name).map(show).sort().join(' ');
}

/** @param {Applied} applied */
function show(applied) {
  const shown = Object.entries(applied.args).map(([name, value]) => {
    return `${name}: ${name === 'fields' ? JSON.stringify(text(applied, name)) : print(value)}`;
  });
  return `@${applied.name}${shown.length > 0 ? `(${shown.sort().join(', ')})` : ''}`;
}

const SAFE = /** @type {const} */ ({ added: 'SAFE', removed: 'SAFE', changed: 'SAFE' });
const DANGEROUS = /** @type {const} */ ({ added: 'DANGEROUS', removed: 'DANGEROUS', changed: 'DANGEROUS' });
const COST = { added: 'COST_CHANGED', removed: 'COST_CHANGED', changed: 'COST_CHANGED' };
const LIST_SIZE = { added: 'LIST_SIZE_CHANGED', removed: 'LIST_SIZE_CHANGED', changed: 'LIST_SIZE_CHANGED' };
const GUARD = { added: 'ACCESS_TIGHTENED', removed: 'ACCESS_LOOSENED', changed: 'ACCESS_CHANGED' };

/** @type {((pair: Pair) => Told[])[]} */
const COMPARISONS = [
  keys,
  overrides,
  inaccessible,
  tags,
  (pair) => access(pair),
  written('shareable', 'SHAREABLE', SAFE),
  written('requires', 'REQUIRES', DANGEROUS),
  written('provides', 'PROVIDES', DANGEROUS),
  written('external', 'EXTERNAL', DANGEROUS),
  written('interfaceObject', 'INTERFACE_OBJECT', DANGEROUS),
  written('cost', 'COST', SAFE, COST),
  written('listSize', 'LIST_SIZE', SAFE, LIST_SIZE),
  written('authenticated', 'ACCESS', DANGEROUS, GUARD),
  written('requiresScopes', 'ACCESS', DANGEROUS, GUARD),
  written('policy', 'ACCESS', DANGEROUS, GUARD),
];
