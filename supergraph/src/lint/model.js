import { GraphQLError, Kind, Source, buildASTSchema, concatAST, parse, visit } from 'graphql';

/** @typedef {import('../finding.js').Finding} Finding */
/** @typedef {import('../workspace.js').SubgraphSource} SubgraphSource */

/**
 * A part of a schema that has a coordinate.
 *
 * @typedef {object} Element
 * @property {'type' | 'field' | 'input' | 'argument' | 'value' | 'directive'} kind
 * @property {any} node
 * @property {string} coordinate
 * @property {string} type the name of the type it belongs to or is
 */

/**
 * A file, parsed.
 *
 * @typedef {object} LintFile
 * @property {string} path
 * @property {string} text
 * @property {string | undefined} subgraph whose it is; nobody's where it is shared
 * @property {Element[]} elements
 */

/**
 * All files together: what a rule looks things up in.
 *
 * @typedef {object} Model
 * @property {LintFile[]} files
 * @property {Map<string, any>} types by their name: all parts of a type in one definition
 */

const DEFINITIONS = /** @type {Record<string, string>} */ ({
  [Kind.OBJECT_TYPE_EXTENSION]: Kind.OBJECT_TYPE_DEFINITION,
  [Kind.INTERFACE_TYPE_EXTENSION]: Kind.INTERFACE_TYPE_DEFINITION,
  [Kind.UNION_TYPE_EXTENSION]: Kind.UNION_TYPE_DEFINITION,
  [Kind.ENUM_TYPE_EXTENSION]: Kind.ENUM_TYPE_DEFINITION,
  [Kind.INPUT_OBJECT_TYPE_EXTENSION]: Kind.INPUT_OBJECT_TYPE_DEFINITION,
  [Kind.SCALAR_TYPE_EXTENSION]: Kind.SCALAR_TYPE_DEFINITION,
});

const BUILT_IN = ['Int', 'Float', 'String', 'Boolean', 'ID'];

/**
 * @param {SubgraphSource[]} subgraphs
 * @returns {{ model: Model, broken: Finding[] }}
 */
export function modelOf(subgraphs) {
  /** @type {Finding[]} */
  const broken = [];
  /** @type {LintFile[]} */
  const files = [];
  const definitions = [];
  for (const { path, text, subgraph } of filesOnce(subgraphs)) {
    try {
      const document = parse(new Source(text, path));
      definitions.push(...document.definitions);
      files.push({ path, text, subgraph, elements: document.definitions.flatMap(elementsOf) });
    } catch (error) {
      broken.push(syntaxFinding(error, path, subgraph));
    }
  }
  return { model: { files, types: merged(definitions) }, broken };
}

/**
 * The schema that graphql-eslint asks for types. Whether it is valid is for composition to say, so a type that is not there does
 * no harm here.
 *
 * @param {Model} model
 */
export function schemaOf({ types }) {
  const definitions = [...types.values()];
  const named = new Set();
  visit(concatAST([{ kind: Kind.DOCUMENT, definitions }]), { NamedType: (node) => void named.add(node.name.value) });
  const missing = [...named].filter((name) => !types.has(name) && !BUILT_IN.includes(name)).map((name) => `scalar ${name}`);
  const query = types.has('Query') ? [] : ['type Query { none: Int }'];
  const extra = [...missing, ...query].flatMap((text) => parse(text).definitions);
  return buildASTSchema({ kind: Kind.DOCUMENT, definitions: [...definitions, ...extra] }, { assumeValidSDL: true });
}

/**
 * What stands at a place of a file: the innermost element, or the next one where none is, as for a comment.
 *
 * @param {LintFile} file
 * @param {number} line
 * @param {number} column both from 1
 */
export function elementAt(file, line, column) {
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1);
  const offset = (starts[line - 1] ?? 0) + column - 1;
  const around = file.elements.filter(({ node }) => node.loc.start <= offset && offset <= node.loc.end);
  const behind = file.elements.filter(({ node }) => node.loc.start > offset);
  const inner = around.sort((one, other) => size(one) - size(other))[0];
  const next = behind.sort((one, other) => one.node.loc.start - other.node.loc.start)[0];
  return file.text[offset] === '#' ? (next ?? inner) : (inner ?? next);
}

/** @param {Element} element */
function size({ node }) {
  return node.loc.end - node.loc.start;
}

/**
 * The shared files are part of every subgraph, and are looked at once.
 *
 * @param {SubgraphSource[]} subgraphs
 */
function filesOnce(subgraphs) {
  /** @type {Map<string, { path: string, text: string, subgraph: string | undefined }>} */
  const byPath = new Map();
  for (const { name, files } of subgraphs) {
    for (const file of files) byPath.set(file.path, { ...file, subgraph: byPath.has(file.path) ? undefined : name });
  }
  return byPath.values();
}

/**
 * @param {unknown} error
 * @param {string} file
 * @param {string | undefined} subgraph
 * @returns {Finding}
 */
function syntaxFinding(error, file, subgraph) {
  if (!(error instanceof GraphQLError)) throw error;
  const places = (error.locations ?? []).map(({ line, column }) => ({ file, line, column, subgraph }));
  const message = `This is no GraphQL: ${error.message.replace(/^Syntax Error: /, '')}`;
  return { severity: 'error', code: 'INVALID_GRAPHQL', message, places };
}

/**
 * @param {readonly any[]} definitions
 * @returns {Map<string, any>}
 */
function merged(definitions) {
  const types = new Map();
  for (const node of definitions) {
    const kind = DEFINITIONS[node.kind] ?? node.kind;
    if (!Object.values(DEFINITIONS).includes(kind)) continue;
    const known = types.get(node.name.value);
    types.set(node.name.value, known ? joined(known, node) : { ...node, kind });
  }
  return types;
}

/**
 * @param {any} one
 * @param {any} other
 */
function joined(one, other) {
  const lists = ['fields', 'values', 'types', 'directives', 'interfaces'];
  return { ...one, ...Object.fromEntries(lists.map((name) => [name, [...(one[name] ?? []), ...(other[name] ?? [])]])) };
}

/**
 * @param {any} node a definition
 * @returns {Element[]}
 */
function elementsOf(node) {
  const type = node.name?.value;
  if (node.kind === Kind.DIRECTIVE_DEFINITION) {
    return [{ kind: 'directive', node, coordinate: `@${type}`, type }, ...argumentsOf(node, `@${type}`, type)];
  }
  if (!Object.values(DEFINITIONS).includes(DEFINITIONS[node.kind] ?? node.kind)) return [];
  const isInput = (DEFINITIONS[node.kind] ?? node.kind) === Kind.INPUT_OBJECT_TYPE_DEFINITION;
  return [
    { kind: 'type', node, coordinate: type, type },
    ...(node.fields ?? []).flatMap((/** @type {any} */ field) => {
      const coordinate = `${type}.${field.name.value}`;
      return [{ kind: isInput ? 'input' : 'field', node: field, coordinate, type }, ...argumentsOf(field, coordinate, type)];
    }),
    ...(node.values ?? []).map((/** @type {any} */ value) => {
      return { kind: 'value', node: value, coordinate: `${type}.${value.name.value}`, type };
    }),
  ];
}

/**
 * @param {any} node
 * @param {string} coordinate
 * @param {string} type
 * @returns {Element[]}
 */
function argumentsOf(node, coordinate, type) {
  return (node.arguments ?? []).map((/** @type {any} */ argument) => ({
    kind: 'argument',
    node: argument,
    coordinate: `${coordinate}(${argument.name.value}:)`,
    type,
  }));
}
