import { adviceFor } from './advice.js';
import { changeOf } from './change.js';
import { elementAt } from './coordinates.js';
import { directiveChanges } from './directives.js';

/** @typedef {import('./change.js').Change} Change */
/** @typedef {import('./elements.js').Elements} Elements */
/** @typedef {import('./elements.js').Element} Element */
/** @typedef {import('../workspace.js').SubgraphSource} SubgraphSource */

/**
 * A version of all subgraphs.
 *
 * @typedef {{ subgraphs: Map<string, { source: SubgraphSource, elements: Elements }>, api: import('graphql').GraphQLSchema }} Version
 */

/**
 * A change of a subgraph before it has an identifier and its advice.
 *
 * @typedef {Pick<Change, 'code' | 'level' | 'coordinate' | 'message' | 'places' | 'usedWhen'> & { subgraph: string }} Told
 */

/**
 * What changed in how the subgraphs make the supergraph.
 *
 * @param {Version} before
 * @param {Version} after
 * @returns {Change[]}
 */
export function subgraphChanges(before, after) {
  const names = [...new Set([...before.subgraphs.keys(), ...after.subgraphs.keys()])];
  const told = [...names.flatMap((name) => ofSubgraph(name, before, after)), ...moves(before, after)];
  return told.map((change) => {
    return changeOf({ ...change, scope: 'subgraph', advice: change.level === 'SAFE' ? undefined : adviceFor(change.code) });
  });
}

/**
 * @param {string} name
 * @param {Version} before
 * @param {Version} after
 * @returns {Told[]}
 */
function ofSubgraph(name, before, after) {
  const [old, now] = [before.subgraphs.get(name), after.subgraphs.get(name)];
  if (!old) return [added(name, after), ...directiveChanges(name, before, after)];
  if (!now) return [removed(name, before, after)];
  return [...routingChanges(name, before, after), ...directiveChanges(name, before, after)];
}

/**
 * @param {string} name
 * @param {Version} after
 * @returns {Told}
 */
function added(name, after) {
  const fields = ownFields(name, after).length;
  const message = `The subgraph ${name} is new, with ${counted(fields, 'field')} that no other has.`;
  return { code: 'SUBGRAPH_ADDED', level: 'SAFE', subgraph: name, coordinate: name, message, places: placesOfSubgraph(name, after) };
}

/**
 * Clients are hurt where fields go with it; where others resolve them all, only the plans change.
 *
 * @param {string} name
 * @param {Version} before
 * @param {Version} after
 * @returns {Told}
 */
function removed(name, before, after) {
  const gone = ownFields(name, before).filter((coordinate) => {
    return elementAt(before.api, coordinate) !== undefined && resolversOf(coordinate, after).length === 0;
  });
  const roots = gone.filter((coordinate) => /^(Query|Mutation|Subscription)\./.test(coordinate));
  const entities = gone.filter((coordinate) => !roots.includes(coordinate) && isOfEntity(coordinate, before));
  const message = `The subgraph ${name} is removed, and with it ${counted(roots.length, 'root field')} and ${counted(entities.length, 'entity field')}${listed([...roots, ...entities])}.`;
  const level = gone.length > 0 ? 'BREAKING' : 'DANGEROUS';
  const usedWhen = gone.map((coordinate) => [coordinate]);
  return { code: 'SUBGRAPH_REMOVED', level, subgraph: name, coordinate: name, message, places: placesOfSubgraph(name, before), usedWhen };
}

/** @param {string[]} coordinates */
function listed(coordinates) {
  const shown = coordinates.slice(0, 10);
  const more = coordinates.length - shown.length;
  if (shown.length === 0) return '';
  return `: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/**
 * @param {number} count
 * @param {string} what
 */
function counted(count, what) {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/**
 * The fields that only one subgraph resolves.
 *
 * @param {string} name
 * @param {Version} version
 */
function ownFields(name, version) {
  return fieldsOf(version).filter((coordinate) => {
    const resolvers = resolversOf(coordinate, version);
    return resolvers.length === 1 && resolvers[0] === name;
  });
}

/**
 * @param {string} coordinate
 * @param {Version} version
 */
function isOfEntity(coordinate, version) {
  const [type = ''] = coordinate.split('.');
  return [...version.subgraphs.values()].some(({ elements }) => elements.get(type)?.directives.some(({ name }) => name === 'key'));
}

/**
 * The first line of the files that are the subgraph's own, as those that all share say nothing about it.
 *
 * @param {string} name
 * @param {Version} version
 */
function placesOfSubgraph(name, { subgraphs }) {
  const others = new Set([...subgraphs.values()].filter(({ source }) => source.name !== name).flatMap(({ source }) => source.files.map(({ path }) => path)));
  const files = subgraphs.get(name)?.source.files ?? [];
  const own = files.filter(({ path }) => !others.has(path));
  return (own.length > 0 ? own : files).map(({ path }) => ({ file: path, line: 1, column: 1, subgraph: name }));
}

/**
 * @param {string} name
 * @param {Version} before
 * @param {Version} after
 * @returns {Told[]}
 */
function routingChanges(name, before, after) {
  const [old, now] = [before.subgraphs.get(name)?.source.url, after.subgraphs.get(name)?.source.url];
  if (old === now) return [];
  const message = `The subgraph ${name} is reached at ${now}, and was at ${old}.`;
  return [{ code: 'ROUTING_URL_CHANGED', level: 'SAFE', subgraph: name, coordinate: name, message, places: placesOfSubgraph(name, after) }];
}

/**
 * Fields that another subgraph resolves than before.
 *
 * @param {Version} before
 * @param {Version} after
 * @returns {Told[]}
 */
function moves(before, after) {
  return fieldsOf(after).flatMap((coordinate) => {
    const [old, now] = [resolversOf(coordinate, before), resolversOf(coordinate, after)];
    if (old.length === 0 || old.join() === now.join()) return [];
    if (!old.some((name) => now.includes(name))) return moved(coordinate, old, now, after);
    return [...sharing(coordinate, old, now, after, 'now'), ...sharing(coordinate, now, old, before, 'no longer')];
  });
}

/**
 * @param {string} coordinate
 * @param {string[]} old
 * @param {string[]} now
 * @param {Version} after
 * @returns {Told[]}
 */
function moved(coordinate, old, now, after) {
  const [subgraph = ''] = now;
  const element = after.subgraphs.get(subgraph)?.elements.get(coordinate);
  if (!element || element.directives.some(({ name }) => name === 'override')) return [];
  const message = `${coordinate} moves from ${old.join(' and ')} to ${now.join(' and ')} without @override, so that it fails until both are deployed.`;
  return [{ code: 'FIELD_MOVED', level: 'DANGEROUS', subgraph, coordinate, message, places: element.places }];
}

/**
 * @param {string} coordinate
 * @param {string[]} without
 * @param {string[]} withIt
 * @param {Version} version
 * @param {'now' | 'no longer'} how
 * @returns {Told[]}
 */
function sharing(coordinate, without, withIt, version, how) {
  return withIt.filter((name) => !without.includes(name) && isToldBySharing(name, coordinate, version)).map((subgraph) => ({
    code: how === 'now' ? 'FIELD_RESOLVER_ADDED' : 'FIELD_RESOLVER_REMOVED',
    level: /** @type {const} */ ('SAFE'),
    subgraph,
    coordinate,
    message: `The subgraph ${subgraph} ${how} resolves ${coordinate}, which others resolve as well.`,
    places: version.subgraphs.get(subgraph)?.elements.get(coordinate)?.places ?? [],
  }));
}

/**
 * Key fields come and go with the entity, and `@override` is told by itself.
 *
 * @param {string} subgraph
 * @param {string} coordinate
 * @param {Version} version
 */
function isToldBySharing(subgraph, coordinate, { subgraphs, api }) {
  const [type = '', field = ''] = coordinate.split('.');
  const isTaken = subgraphs.get(subgraph)?.elements.get(coordinate)?.directives.some(({ name }) => name === 'override');
  if (isTaken) return false;
  const keys = subgraphs.get(subgraph)?.elements.get(type)?.directives.filter(({ name }) => name === 'key') ?? [];
  const isKey = keys.some(({ args }) => String(/** @type {any} */ (args.fields)?.value).split(/[\s{}]+/).includes(field));
  return !isKey && elementAt(api, coordinate) !== undefined;
}

/** @param {Version} version */
function fieldsOf({ subgraphs }) {
  const all = [...subgraphs.values()].flatMap(({ elements }) => [...elements.values()]).filter((element) => element.kind === 'field');
  return [...new Set(all.map(({ coordinate }) => coordinate))];
}

/**
 * @param {string} coordinate
 * @param {Version} version
 */
function resolversOf(coordinate, { subgraphs }) {
  const resolvers = [...subgraphs].filter(([, { elements }]) => resolves(elements, coordinate));
  const taken = resolvers.flatMap(([, { elements }]) => takenFrom(elements, coordinate));
  return resolvers.map(([name]) => name).filter((name) => !taken.includes(name)).sort();
}

/**
 * Whom a subgraph takes a field from for all requests.
 *
 * @param {Elements} elements
 * @param {string} coordinate
 */
function takenFrom(elements, coordinate) {
  const overrides = elements.get(coordinate)?.directives.filter(({ name, args }) => name === 'override' && !args.label) ?? [];
  return overrides.map(({ args }) => String(/** @type {any} */ (args.from)?.value));
}

/**
 * @param {Elements} elements
 * @param {string} coordinate
 */
function resolves(elements, coordinate) {
  const element = elements.get(coordinate);
  if (!element?.type || elements.get(element.type)?.kind !== 'type') return false;
  return !element.directives.some(({ name }) => name === 'external');
}
