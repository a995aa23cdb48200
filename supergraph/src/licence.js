import { Kind, Source, parse } from 'graphql';
import { LineCounter, isMap, parseDocument } from 'yaml';
import { placesOf } from './problem.js';

/** @typedef {import('./problem.js').Problem} Problem */
/** @typedef {import('./workspace.js').SchemaFile} SchemaFile */

/**
 * What Apollo Router 2.17 does not start with unless it has a GraphOS licence. Most keys count when they are there at all, even
 * switched off; those of ENABLED only when switched on. The tests ask the router itself about each.
 */
export const GATED_KEYS = Object.freeze([
  'apq.router.cache.redis',
  'authentication.router',
  'authorization.directives',
  'coprocessor',
  'demand_control',
  'limits.router.max_aliases',
  'limits.router.max_depth',
  'limits.router.max_height',
  'limits.router.max_root_fields',
  'persisted_queries',
  'supergraph.query_planning.cache.redis',
]);

export const GATED_SWITCHES = Object.freeze([
  'batching.enabled',
  'preview_entity_cache.enabled',
  'response_cache.enabled',
  'subscription.enabled',
]);

/** Where these are linked, the router wants a licence, or does not enforce them without one. */
export const GATED_SPECS = Object.freeze(['authenticated', 'policy', 'requiresScopes']);

/**
 * @param {SchemaFile} file a configuration of the router
 * @returns {Problem[]}
 */
export function gatedConfiguration(file) {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines });
  if (document.errors[0]) {
    const [{ line, col: column } = { line: 1, col: 1 }] = document.errors[0].linePos ?? [];
    return [{ code: 'INVALID_YAML', message: document.errors[0].message, places: [{ file: file.path, line, column }] }];
  }
  const configuration = document.toJS();
  const used = [
    ...GATED_KEYS.filter((key) => valueAt(configuration, key) !== undefined),
    ...GATED_SWITCHES.filter((key) => ![undefined, false].includes(valueAt(configuration, key))),
  ];
  return used.map((key) => {
    const { line, col: column } = lines.linePos(offset(document, key.split('.')));
    return { code: 'LICENCE', message: `${key} needs a licence; it belongs in router.graphos.yaml.`, places: [{ file: file.path, line, column }] };
  });
}

/**
 * @param {string} supergraph
 * @param {string} path
 * @returns {Problem[]}
 */
export function gatedSpecs(supergraph, path) {
  const schema = parse(new Source(supergraph, path)).definitions.find((node) => node.kind === Kind.SCHEMA_DEFINITION);
  const links = schema?.directives?.filter((directive) => directive.name.value === 'link') ?? [];
  return links.flatMap((link) => {
    const url = link.arguments?.find((argument) => argument.name.value === 'url')?.value;
    const spec = url?.kind === Kind.STRING ? /\/([^/]+)\/v[\d.]+$/.exec(url.value)?.[1] : undefined;
    if (!spec || !GATED_SPECS.includes(spec)) return [];
    return [{ code: 'LICENCE', message: `@${spec} needs a licence; access is declared by @access.`, places: placesOf([link]) }];
  });
}

/**
 * @param {any} configuration
 * @param {string} key
 */
function valueAt(configuration, key) {
  return key.split('.').reduce((value, name) => value?.[name], configuration);
}

/**
 * Where a key stands in the text.
 *
 * @param {import('yaml').Document} document
 * @param {string[]} path
 */
function offset(document, path) {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find((item) => /** @type {any} */ (item.key).value === path.at(-1)) : undefined;
  return /** @type {any} */ (pair?.key)?.range?.[0] ?? 0;
}
