import { Kind, Source, parse } from 'graphql';
import { placesOf } from '../problem.js';

/** @typedef {import('../problem.js').Place} Place */
/** @typedef {import('../workspace.js').SubgraphSource} SubgraphSource */

/**
 * A directive as it is applied, under the name that Federation's specification gives it.
 *
 * @typedef {{ name: string, args: Record<string, import('graphql').ConstValueNode>, node: import('graphql').ConstDirectiveNode }} Applied
 */

/**
 * What a subgraph says about one coordinate, in all of its files.
 *
 * @typedef {object} Element
 * @property {string} coordinate
 * @property {'type' | 'interface' | 'field' | 'argument' | 'value' | 'directive' | 'other'} kind
 * @property {string} [type] the type that a field is of
 * @property {Place[]} places
 * @property {Applied[]} directives
 * @property {string} [initial] an argument's default
 */

/** @typedef {Map<string, Element>} Elements */

/** @type {Record<string, Element['kind']>} */
const KINDS = {
  [Kind.OBJECT_TYPE_DEFINITION]: 'type',
  [Kind.OBJECT_TYPE_EXTENSION]: 'type',
  [Kind.INTERFACE_TYPE_DEFINITION]: 'interface',
  [Kind.INTERFACE_TYPE_EXTENSION]: 'interface',
};

/** @type {Record<string, string>} */
const ROOTS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };

/**
 * @param {SubgraphSource} subgraph
 * @returns {Elements}
 */
export function elementsOf(subgraph) {
  const definitions = subgraph.files.flatMap((file) => parse(new Source(file.text, file.path)).definitions);
  return new Collector(subgraph.name, definitions).collect();
}

/** Walks the definitions of a subgraph. */
class Collector {
  /** @type {Elements} */
  #elements = new Map();

  /**
   * @param {string} subgraph
   * @param {readonly import('graphql').DefinitionNode[]} definitions
   */
  constructor(subgraph, definitions) {
    this.subgraph = subgraph;
    this.definitions = definitions;
    this.aliases = aliasesOf(definitions);
    this.roots = rootNamesOf(definitions);
  }

  collect() {
    for (const definition of this.definitions) this.#definition(definition);
    return this.#elements;
  }

  /** @param {any} node */
  #definition(node) {
    if (node.kind === Kind.DIRECTIVE_DEFINITION) return this.#directive(node);
    if (!node.name || node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION) return;
    const type = this.roots.get(node.name.value) ?? node.name.value;
    this.#add(type, KINDS[node.kind] ?? 'other', node);
    for (const field of node.fields ?? []) this.#field(type, field);
    for (const value of node.values ?? []) this.#add(`${type}.${value.name.value}`, 'value', value);
  }

  /** @param {import('graphql').DirectiveDefinitionNode} node */
  #directive(node) {
    const coordinate = `@${node.name.value}`;
    this.#add(coordinate, 'directive', node);
    this.#arguments(coordinate, node.arguments);
  }

  /**
   * @param {string} type
   * @param {any} field
   */
  #field(type, field) {
    const coordinate = `${type}.${field.name.value}`;
    const kind = field.kind === Kind.FIELD_DEFINITION ? 'field' : 'value';
    this.#add(coordinate, kind, field, type);
    this.#arguments(coordinate, field.arguments);
  }

  /**
   * @param {string} parent
   * @param {readonly import('graphql').InputValueDefinitionNode[] | undefined} nodes
   */
  #arguments(parent, nodes) {
    for (const node of nodes ?? []) this.#add(`${parent}(${node.name.value}:)`, 'argument', node);
  }

  /**
   * @param {string} coordinate
   * @param {Element['kind']} kind
   * @param {any} node
   * @param {string} [type]
   */
  #add(coordinate, kind, node, type) {
    const known = this.#elements.get(coordinate);
    const places = placesOf([node]).map((place) => ({ ...place, subgraph: this.subgraph }));
    const directives = (node.directives ?? []).map((/** @type {any} */ applied) => this.#applied(applied));
    if (!known) {
      this.#elements.set(coordinate, { coordinate, kind, type, places, directives, initial: node.defaultValue?.value });
      return;
    }
    known.places.push(...places);
    known.directives.push(...directives);
  }

  /**
   * @param {import('graphql').ConstDirectiveNode} node
   * @returns {Applied}
   */
  #applied(node) {
    const written = node.name.value;
    const name = this.aliases.get(written) ?? written.replace(/^federation__/, '');
    return { name, node, args: Object.fromEntries((node.arguments ?? []).map(({ name: { value: key }, value }) => [key, value])) };
  }
}

/**
 * The names under which `@link` imports directives where they are not their own.
 *
 * @param {readonly import('graphql').DefinitionNode[]} definitions
 */
function aliasesOf(definitions) {
  const aliases = new Map();
  for (const { name, as } of definitions.flatMap(linksOf).flatMap(importsOf)) aliases.set(as.slice(1), name.slice(1));
  return aliases;
}

/** @param {import('graphql').DefinitionNode} node */
function linksOf(node) {
  if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) return [];
  return (node.directives ?? []).filter(({ name }) => name.value === 'link');
}

/** @param {import('graphql').ConstDirectiveNode} link */
function importsOf(link) {
  const value = link.arguments?.find(({ name }) => name.value === 'import')?.value;
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((item) => {
    if (item.kind !== Kind.OBJECT) return [];
    const { name, as } = Object.fromEntries(item.fields.map((field) => [field.name.value, /** @type {any} */ (field.value).value]));
    return name && as ? [{ name, as }] : [];
  });
}

/**
 * A subgraph may call its root types as it likes; composition calls them Query, Mutation and Subscription.
 *
 * @param {readonly import('graphql').DefinitionNode[]} definitions
 */
function rootNamesOf(definitions) {
  const names = new Map();
  for (const node of definitions) {
    if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) continue;
    for (const { operation, type } of node.operationTypes ?? []) names.set(type.name.value, ROOTS[operation]);
  }
  return names;
}
