import { Kind } from 'graphql';
import { composeDocuments, documentsOf } from './composition.js';

/** @typedef {import('./composition.js').Composed} Composed */
/** @typedef {import('./composition.js').NotComposed} NotComposed */
/** @typedef {import('./workspace.js').SubgraphSource} SubgraphSource */

/**
 * What of the supergraph the clients of a contract see.
 *
 * @typedef {{ exclude: string[], include?: string[] }} Contract
 */

/**
 * What the subgraphs together say of an element. Its hidden children are still in it.
 *
 * @typedef {object} Element
 * @property {string} coordinate
 * @property {string} kind of the syntax node
 * @property {Set<string>} tags
 * @property {boolean} hidden
 * @property {Map<string, Element>} children fields, enum values or arguments
 * @property {string} [type] the named type of a field or an argument
 * @property {boolean} [required] that an argument or input field has to be given
 * @property {Set<string>} members of a union
 */

/** @typedef {Map<string, Element>} Model by the name of the type */

const ROOTS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' };
const OUTPUT = [Kind.OBJECT_TYPE_DEFINITION, Kind.INTERFACE_TYPE_DEFINITION];

/**
 * Composes the subgraphs without what a contract leaves out. The router still knows of it, as keys and requirements may need it;
 * clients do not.
 *
 * @param {SubgraphSource[]} subgraphs
 * @param {Contract} contract
 * @returns {Composed | NotComposed}
 */
export function composeContract(subgraphs, contract) {
  const { services, problems } = documentsOf(subgraphs);
  if (problems.length > 0) return { ok: false, problems };
  const graphs = withOneName(services.map((service) => ({ ...service, names: namesIn(service.typeDefs) })));
  const model = modelOf(graphs);
  hideTagged(model, contract.exclude);
  if (contract.include?.length) hideUntagged(model, contract.include);
  hideWhatFollows(model);
  return composeDocuments(graphs.map(({ name, url, typeDefs, names }) => ({ name, url, typeDefs: hidden(typeDefs, names, model) })));
}

/**
 * What a subgraph calls the directives and its root types.
 *
 * @typedef {object} Names
 * @property {string} tag
 * @property {string} inaccessible
 * @property {boolean} isImported whether `inaccessible` is
 * @property {boolean} [isToImport] that it has to be
 * @property {string} external
 * @property {Record<string, string>} roots
 */

const FEDERATION = /\/federation\/v\d/;

/**
 * @param {import('graphql').DocumentNode} document
 * @returns {Names}
 */
function namesIn(document) {
  const schemas = document.definitions.filter((node) => node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION);
  const links = schemas.flatMap(({ directives }) => directives ?? []).map((directive) => argumentsOf(directive));
  const federation = links.find(({ url }) => FEDERATION.test(url ?? ''));
  /** @param {string} name */
  const called = (name) => {
    if (!federation) return name;
    const imported = (federation.import ?? []).find((/** @type {any} */ one) => (one.name ?? one) === `@${name}`);
    // What is not imported has its long name.
    return imported ? (imported.as ?? imported.name ?? imported).slice(1) : `${federation.as ?? 'federation'}__${name}`;
  };
  const roots = schemas.flatMap(({ operationTypes }) => operationTypes ?? []).map(({ operation, type }) => [type.name.value, ROOTS[operation]]);
  const inaccessible = called('inaccessible');
  const isImported = !inaccessible.endsWith('__inaccessible');
  return { tag: called('tag'), inaccessible, isImported, external: called('external'), roots: Object.fromEntries(roots) };
}

/**
 * Composition wants a directive to have one name in all subgraphs: where some import @inaccessible, the others have to as well.
 *
 * @template {{ typeDefs: import('graphql').DocumentNode, names: Names }} T
 * @param {T[]} graphs
 * @returns {T[]}
 */
function withOneName(graphs) {
  const imported = graphs.find(({ names }) => names.isImported)?.names.inaccessible;
  const longNames = graphs.some(({ names, typeDefs }) => !names.isImported && uses(typeDefs, names.inaccessible));
  if (longNames && !imported) return graphs;
  return graphs.map((graph) => {
    if (graph.names.isImported) return graph;
    return { ...graph, names: { ...graph.names, inaccessible: imported ?? 'inaccessible', isToImport: true } };
  });
}

/**
 * @param {import('graphql').DocumentNode} document
 * @param {string} directive
 */
function uses(document, directive) {
  return document.definitions.some((node) => has(node, directive) || childrenOf(node).some((child) => has(child, directive)));
}

/**
 * @param {import('graphql').ConstDirectiveNode} directive
 * @returns {Record<string, any>}
 */
function argumentsOf(directive) {
  return Object.fromEntries((directive.arguments ?? []).map(({ name, value }) => [name.value, valueOf(value)]));
}

/**
 * @param {import('graphql').ConstValueNode} node
 * @returns {any}
 */
function valueOf(node) {
  if (node.kind === Kind.LIST) return node.values.map(valueOf);
  if (node.kind === Kind.OBJECT) return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, valueOf(value)]));
  return 'value' in node ? node.value : null;
}

/**
 * Tags are merged, as composition merges them: one subgraph's tag is the element's.
 *
 * @param {{ typeDefs: import('graphql').DocumentNode, names: Names }[]} graphs
 * @returns {Model}
 */
function modelOf(graphs) {
  /** @type {Model} */
  const model = new Map();
  for (const { typeDefs, names } of graphs) {
    for (const node of typeDefs.definitions) {
      if (!isType(node)) continue;
      const name = typeName(node, names);
      const type = elementIn(model, name, name, node, names);
      for (const member of ('types' in node && node.types) || []) type.members.add(member.name.value);
      for (const child of childrenOf(node)) {
        const field = elementIn(type.children, child.name.value, `${name}.${child.name.value}`, child, names);
        for (const argument of childrenOf(child)) {
          elementIn(field.children, argument.name.value, `${field.coordinate}(${argument.name.value}:)`, argument, names);
        }
      }
    }
  }
  return model;
}

/** @param {import('graphql').ASTNode} node */
function isType(node) {
  return /Type(Definition|Extension)$/.test(node.kind);
}

/**
 * @param {any} node
 * @param {Names} names
 * @returns {string}
 */
function typeName(node, { roots }) {
  return roots[node.name.value] ?? node.name.value;
}

/**
 * @param {any} node
 * @returns {any[]}
 */
function childrenOf(node) {
  return node.fields ?? node.values ?? node.arguments ?? [];
}

/**
 * @param {Map<string, Element>} siblings
 * @param {string} name
 * @param {string} coordinate
 * @param {any} node
 * @param {Names} names
 */
function elementIn(siblings, name, coordinate, node, names) {
  const known = siblings.get(name);
  /** @type {Element} */
  const element = known ?? {
    coordinate,
    kind: node.kind.replace('Extension', 'Definition'),
    tags: new Set(),
    hidden: false,
    children: new Map(),
    members: new Set(),
  };
  siblings.set(name, element);
  for (const directive of node.directives ?? []) {
    if (directive.name.value === names.tag) element.tags.add(argumentsOf(directive).name);
    if (directive.name.value === names.inaccessible) element.hidden = true;
  }
  if (node.type) {
    element.type = namedType(node.type);
    // One subgraph that needs it is enough, as composition has it.
    element.required ||= node.type.kind === Kind.NON_NULL_TYPE && node.defaultValue === undefined;
  }
  return element;
}

/**
 * @param {import('graphql').TypeNode} type
 * @returns {string}
 */
function namedType(type) {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/**
 * @param {Model} model
 * @param {string[]} excluded
 */
function hideTagged(model, excluded) {
  for (const element of everything(model)) {
    if (excluded.some((tag) => element.tags.has(tag))) element.hidden = true;
  }
}

/**
 * Fields and unions need a tag, as with Apollo's contracts; a type's tag is that of all its fields.
 *
 * @param {Model} model
 * @param {string[]} included
 */
function hideUntagged(model, included) {
  /** @param {Element} element */
  const isIncluded = ({ tags }) => included.some((tag) => tags.has(tag));
  for (const type of model.values()) {
    if (type.kind === Kind.UNION_TYPE_DEFINITION && !isIncluded(type)) type.hidden = true;
    if (!OUTPUT.includes(/** @type {any} */ (type.kind)) || isIncluded(type)) continue;
    for (const field of type.children.values()) if (!isIncluded(field)) field.hidden = true;
  }
}

/**
 * What cannot stay without what is hidden goes as well, until nothing more follows.
 *
 * @param {Model} model
 */
function hideWhatFollows(model) {
  let changed = true;
  while (changed) {
    changed = false;
    for (const [name, type] of model) {
      for (const element of [...everything(new Map([[name, type]]))].reverse()) {
        if (element.hidden || !mustFollow(element, model)) continue;
        element.hidden = true;
        changed = true;
      }
    }
  }
}

/**
 * @param {Element} element
 * @param {Model} model
 */
function mustFollow(element, model) {
  const { type, children, members, coordinate } = element;
  const hiddenType = (/** @type {string} */ name) => model.get(name)?.hidden ?? false;
  if (type) return hiddenType(type) || [...children.values()].some((argument) => isOrphaned(argument, hiddenType));
  if (coordinate === 'Query') return false;
  if (element.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && [...children.values()].some((field) => isOrphaned(field, hiddenType))) return true;
  if (members.size > 0) return [...members].every(hiddenType);
  return children.size > 0 && [...children.values()].every(({ hidden: gone }) => gone);
}

/**
 * That it has to be given and its type is gone: nobody can use what it belongs to. Where the author tagged it itself, composition says
 * what is wrong.
 *
 * @param {Element} argument
 * @param {(name: string) => boolean} hiddenType
 */
function isOrphaned({ required, type = '' }, hiddenType) {
  return Boolean(required) && hiddenType(type);
}

/**
 * @param {Map<string, Element>} elements
 * @returns {Generator<Element>}
 */
function* everything(elements) {
  for (const element of elements.values()) {
    yield element;
    yield* everything(element.children);
  }
}

/**
 * The document with @inaccessible where the model hides something. The nodes keep their places, for errors to point to.
 *
 * @param {import('graphql').DocumentNode} document
 * @param {Names} names
 * @param {Model} model
 */
function hidden(document, names, model) {
  const marked = directivesIn(document, names, model);
  const before = marked.size;
  /**
   * @template {any} T
   * @param {T} node
   * @param {Element | undefined} element
   * @param {boolean} external
   * @returns {T}
   */
  const mark = (node, element, external) => {
    const of = /** @type {any} */ (node);
    if (!element?.hidden || external || marked.has(element.coordinate)) return node;
    marked.add(element.coordinate);
    return { ...of, directives: [...(of.directives ?? []), inaccessibleFor(of, names)] };
  };
  const definitions = document.definitions.map((node) => {
    if (!isType(node)) return node;
    const type = model.get(typeName(node, names));
    return markChildren(mark(node, type, false), type, names, mark);
  });
  const isToImport = names.isToImport && marked.size > before;
  return { ...document, definitions: isToImport ? definitions.map((node) => importing(node, names.inaccessible)) : definitions };
}

/**
 * @template {import('graphql').DefinitionNode} T
 * @param {T} node
 * @param {string} name of @inaccessible
 * @returns {T}
 */
function importing(node, name) {
  if (node.kind !== Kind.SCHEMA_DEFINITION && node.kind !== Kind.SCHEMA_EXTENSION) return node;
  const directives = (node.directives ?? []).map((directive) => {
    if (!FEDERATION.test(argumentsOf(directive).url ?? '')) return directive;
    const others = (directive.arguments ?? []).filter((argument) => argument.name.value !== 'import');
    const known = directive.arguments?.find((argument) => argument.name.value === 'import')?.value;
    const values = [...(known?.kind === Kind.LIST ? known.values : []), importOf(name)];
    const added = { kind: Kind.ARGUMENT, name: nameNode('import'), value: { kind: Kind.LIST, values } };
    return { ...directive, arguments: [...others, added] };
  });
  return /** @type {T} */ ({ ...node, directives });
}

/** @param {string} name */
function importOf(name) {
  const field = (/** @type {string} */ key, /** @type {string} */ value) => ({
    kind: Kind.OBJECT_FIELD,
    name: nameNode(key),
    value: { kind: Kind.STRING, value },
  });
  if (name === 'inaccessible') return { kind: Kind.STRING, value: '@inaccessible' };
  return { kind: Kind.OBJECT, fields: [field('name', '@inaccessible'), field('as', `@${name}`)] };
}

/** @param {string} value */
function nameNode(value) {
  return { kind: Kind.NAME, value };
}

/**
 * @param {any} node
 * @param {Element | undefined} type
 * @param {Names} names
 * @param {<T>(node: T, element: Element | undefined, external: boolean) => T} mark
 */
function markChildren(node, type, names, mark) {
  const typeIsExternal = has(node, names.external);
  /** @param {any} child */
  const marked = (child) => {
    const element = type?.children.get(child.name.value);
    const external = typeIsExternal || has(child, names.external);
    const list = child.arguments?.map((/** @type {any} */ argument) => mark(argument, element?.children.get(argument.name.value), external));
    return mark(list ? { ...child, arguments: list } : child, element, external);
  };
  if (node.fields) return { ...node, fields: node.fields.map(marked) };
  if (node.values) return { ...node, values: node.values.map(marked) };
  return node;
}

/**
 * Where the directive already is: it may not be there twice, neither on a type and its extension.
 *
 * @param {import('graphql').DocumentNode} document
 * @param {Names} names
 * @param {Model} model
 * @returns {Set<string>}
 */
function directivesIn(document, names, model) {
  const found = new Set();
  for (const node of document.definitions) {
    if (!isType(node)) continue;
    const name = typeName(node, names);
    if (has(node, names.inaccessible)) found.add(name);
    for (const child of childrenOf(node)) {
      const element = model.get(name)?.children.get(child.name.value);
      if (has(child, names.inaccessible)) found.add(element?.coordinate);
      for (const argument of childrenOf(child)) {
        if (has(argument, names.inaccessible)) found.add(element?.children.get(argument.name.value)?.coordinate);
      }
    }
  }
  return found;
}

/**
 * @param {any} node
 * @param {string} directive
 */
function has(node, directive) {
  return (node.directives ?? []).some((/** @type {any} */ one) => one.name.value === directive);
}

/**
 * It has the place of what it hides.
 *
 * @param {any} node
 * @param {Names} names
 */
function inaccessibleFor({ name, loc }, { inaccessible }) {
  const at = name?.loc ?? loc;
  return { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: inaccessible, loc: at }, arguments: [], loc: at };
}
