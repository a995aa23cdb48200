// SpectaQL and Magidoc were looked at: neither shows which subgraph owns a field, who may use it and what it costs.
import {
  Kind,
  TypeInfo,
  astFromValue,
  buildSchema,
  getNamedType,
  isInputObjectType,
  isUnionType,
  parse,
  print,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { documentsOf } from '../composition.js';
import { persistedManifest } from '../manifest.js';

/** @typedef {import('../workspace.js').SubgraphSource} SubgraphSource */
/** @typedef {import('../workspace.js').SchemaFile} SchemaFile */

/** @typedef {{ subgraph: string, to: string, scope?: string }} Access */
/** @typedef {{ weight?: number, listSize?: Record<string, any> }} Cost */

/**
 * @typedef {object} Described
 * @property {string} id what links point to
 * @property {string} coordinate
 * @property {string} name
 * @property {string} description
 * @property {string} [deprecated] the reason
 * @property {string[]} tags
 * @property {Cost} cost
 */

/** @typedef {Described & { type: string, typeName: string, defaultValue?: string }} Input an argument or an input field */
/** @typedef {Described & { type: string, typeName: string, defaultValue?: string, args: Input[], owners: string[], access: Access[], examples: string[] }} Field */

/**
 * @typedef {Described & {
 *   kind: string,
 *   owners: string[],
 *   access: Access[],
 *   fields: Field[],
 *   values: Described[],
 *   interfaces: string[],
 *   members: string[],
 *   usedBy: string[],
 *   examples: string[],
 *   specifiedBy?: string,
 * }} Type
 */

/** @typedef {{ name: string, id: string, kind: string, description: string, file: string, body: string, uses: Set<string> }} Example */
/** @typedef {{ types: Type[], operations: Example[], subgraphs: string[] }} DocsModel */

/**
 * What a reference of the API shows, as plain data.
 *
 * @param {{ supergraph: string, apiSchema: string, subgraphs: SubgraphSource[], operations: SchemaFile[] }} from
 * @returns {DocsModel}
 */
export function docsModel({ supergraph, apiSchema, subgraphs, operations }) {
  const schema = buildSchema(apiSchema);
  const examples = operations.length > 0 ? examplesOf(operations, apiSchema, schema) : [];
  const facts = { composed: composedFacts(supergraph), access: accessFacts(subgraphs), examples };
  const types = Object.values(schema.getTypeMap())
    .filter((type) => type.astNode)
    .map((type) => typeOf(type, facts));
  for (const type of types) type.usedBy = usersOf(type.name, types);
  return { types, operations: examples, subgraphs: subgraphs.map(({ name }) => name) };
}

/**
 * Everything that has a place of its own, as a search finds it.
 *
 * @param {DocsModel} model
 * @returns {Described[]}
 */
export function entriesOf({ types }) {
  return types.flatMap((type) => [type, ...type.fields.flatMap((field) => [field, ...field.args]), ...type.values]);
}

/** @typedef {{ owners: string[], tags: string[], cost: Cost }} Composed */
/** @typedef {{ composed: Map<string, Composed>, access: Map<string, Access[]>, examples: Example[] }} Facts */

/**
 * @param {import('graphql').GraphQLNamedType} type
 * @param {Facts} facts
 * @returns {Type}
 */
function typeOf(type, facts) {
  const any = /** @type {any} */ (type);
  const fields = Object.values(any.getFields?.() ?? {}).map((field) => fieldOf(type, field, facts));
  return {
    ...describedAs(type.name, type, facts),
    kind: kindOf(type),
    owners: facts.composed.get(type.name)?.owners ?? [],
    access: facts.access.get(type.name) ?? [],
    fields,
    values: (any.getValues?.() ?? []).map((/** @type {any} */ value) => describedAs(`${type.name}.${value.name}`, value, facts)),
    interfaces: (any.getInterfaces?.() ?? []).map((/** @type {any} */ one) => one.name),
    members: isUnionType(type) ? type.getTypes().map((member) => member.name) : [],
    usedBy: [],
    examples: usesOf(type.name, facts.examples),
    specifiedBy: any.specifiedByURL ?? undefined,
  };
}

/** @param {import('graphql').GraphQLNamedType} type */
function kindOf(type) {
  if (isInputObjectType(type)) return 'input';
  if (['Query', 'Mutation', 'Subscription'].includes(type.name)) return 'root';
  return String(type.astNode?.kind).replace('TypeDefinition', '').toLowerCase();
}

/**
 * @param {import('graphql').GraphQLNamedType} type
 * @param {any} field
 * @param {Facts} facts
 * @returns {Field}
 */
function fieldOf(type, field, facts) {
  const coordinate = `${type.name}.${field.name}`;
  return {
    ...inputOf(coordinate, field, facts),
    args: (field.args ?? []).map((/** @type {any} */ arg) => inputOf(`${coordinate}(${arg.name}:)`, arg, facts)),
    owners: facts.composed.get(coordinate)?.owners ?? facts.composed.get(type.name)?.owners ?? [],
    access: facts.access.get(coordinate) ?? [],
    examples: usesOf(coordinate, facts.examples),
  };
}

/**
 * @param {string} coordinate
 * @param {any} of
 * @param {Facts} facts
 * @returns {Input}
 */
function inputOf(coordinate, of, facts) {
  const value = of.defaultValue === undefined ? undefined : astFromValue(of.defaultValue, of.type);
  return {
    ...describedAs(coordinate, of, facts),
    type: String(of.type),
    typeName: getNamedType(/** @type {import('graphql').GraphQLType} */ (of.type)).name,
    defaultValue: value ? print(value) : undefined,
  };
}

/**
 * @param {string} coordinate
 * @param {any} of
 * @param {Facts} facts
 * @returns {Described}
 */
function describedAs(coordinate, of, { composed }) {
  const known = composed.get(coordinate);
  return {
    id: coordinate.replace('(', '.').replace(':)', ''),
    coordinate,
    name: of.name,
    description: of.description ?? '',
    deprecated: of.deprecationReason ?? undefined,
    tags: known?.tags ?? [],
    cost: known?.cost ?? {},
  };
}

/**
 * @param {string} coordinate
 * @param {Example[]} examples
 */
function usesOf(coordinate, examples) {
  return examples.filter(({ uses }) => uses.has(coordinate)).map(({ name }) => name);
}

/**
 * @param {string} name
 * @param {Type[]} types
 * @returns {string[]} ids
 */
function usersOf(name, types) {
  const members = types.flatMap(({ id, members: all, interfaces }) => (all.includes(name) || interfaces.includes(name) ? [id] : []));
  const fields = types.flatMap((type) => type.fields.flatMap((field) => [field, ...field.args]));
  return [...members, ...fields.filter(({ typeName }) => typeName === name).map(({ id }) => id)];
}

/**
 * @param {any} node
 * @param {string} name
 * @returns {Record<string, any>[]} the arguments, each time that the directive stands there
 */
function applied(node, name) {
  return (node.directives ?? [])
    .filter((/** @type {any} */ directive) => directive.name.value === name)
    .map((/** @type {any} */ directive) =>
      Object.fromEntries((directive.arguments ?? []).map((/** @type {any} */ arg) => [arg.name.value, valueFromASTUntyped(arg.value)])),
    );
}

/**
 * @param {any} definition
 * @param {string} name what the type is called in the API
 * @param {(coordinate: string, node: any) => void} each
 */
function everyElement(definition, name, each) {
  each(name, definition);
  for (const field of [...(definition.fields ?? []), ...(definition.values ?? [])]) {
    const coordinate = `${name}.${field.name.value}`;
    each(coordinate, field);
    for (const arg of field.arguments ?? []) each(`${coordinate}(${arg.name.value}:)`, arg);
  }
}

/**
 * @param {string} supergraph
 * @returns {Map<string, Composed>}
 */
function composedFacts(supergraph) {
  const facts = new Map();
  const { definitions } = parse(supergraph, { noLocation: true });
  const graphs = graphNames(definitions);
  for (const definition of definitions) {
    if (!definition.kind.endsWith('TypeDefinition')) continue;
    everyElement(definition, /** @type {any} */ (definition).name.value, (coordinate, node) => facts.set(coordinate, composedFact(node, graphs)));
  }
  return facts;
}

/**
 * @param {readonly any[]} definitions
 * @returns {Map<string, string>} names of subgraphs by the names that the supergraph gives them
 */
function graphNames(definitions) {
  const listed = definitions.find((node) => node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === 'join__Graph');
  return new Map((listed?.values ?? []).map((/** @type {any} */ value) => [value.name.value, applied(value, 'join__graph')[0]?.name]));
}

/**
 * @param {any} node
 * @param {Map<string, string>} graphs
 */
function composedFact(node, graphs) {
  const joined = applied(node, node.kind.endsWith('TypeDefinition') ? 'join__type' : node.kind === Kind.ENUM_VALUE_DEFINITION ? 'join__enumValue' : 'join__field');
  // A stub that only refers to an entity owns nothing of it, nor does who needs another's field or had it before.
  const owning = joined.filter(({ graph, external, usedOverridden, resolvable }) => graph && !external && !usedOverridden && resolvable !== false);
  const owners = owning.length > 0 ? [...new Set(owning.map(({ graph }) => graphs.get(graph) ?? graph))].sort() : undefined;
  const [cost] = applied(node, 'cost');
  const [listSize] = applied(node, 'listSize');
  return { owners, tags: applied(node, 'tag').map(({ name }) => name), cost: { weight: cost && Number(cost.weight), listSize } };
}

/**
 * Composition drops @access, so it is read where it was written.
 *
 * @param {SubgraphSource[]} subgraphs
 * @returns {Map<string, Access[]>}
 */
function accessFacts(subgraphs) {
  /** @type {Map<string, Access[]>} */
  const facts = new Map();
  for (const { name: subgraph, typeDefs } of documentsOf(subgraphs).services) {
    const roots = rootNames(typeDefs);
    const to = defaultAudience(typeDefs);
    for (const definition of typeDefs.definitions) {
      if (!/Type(Definition|Extension)$/.test(definition.kind)) continue;
      const { value } = /** @type {any} */ (definition).name;
      everyElement(definition, roots.get(value) ?? value, (coordinate, node) => {
        for (const access of applied(node, 'access')) facts.set(coordinate, [...(facts.get(coordinate) ?? []), { subgraph, to, ...access }]);
      });
    }
  }
  return facts;
}

/** @param {import('graphql').DocumentNode} document */
function defaultAudience({ definitions }) {
  const directive = definitions.find((node) => node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === 'access');
  const value = /** @type {any} */ (directive)?.arguments.find((/** @type {any} */ arg) => arg.name.value === 'to')?.defaultValue;
  return String(value?.value ?? 'SELF');
}

/**
 * @param {import('graphql').DocumentNode} document
 * @returns {Map<string, string>}
 */
function rootNames({ definitions }) {
  const roots = definitions.flatMap((node) => /** @type {any} */ (node).operationTypes ?? []);
  return new Map(roots.map(({ operation, type }) => [type.name.value, operation[0].toUpperCase() + operation.slice(1)]));
}

/**
 * @param {SchemaFile[]} files
 * @param {string} apiSchema
 * @param {import('graphql').GraphQLSchema} schema
 * @returns {Example[]}
 */
function examplesOf(files, apiSchema, schema) {
  return persistedManifest(files, apiSchema).operations.map(({ name, type, body }) => ({
    name,
    id: `operation-${name}`,
    kind: type,
    body,
    uses: usedIn(body, schema),
    ...origin(name, files),
  }));
}

/**
 * @param {string} name
 * @param {SchemaFile[]} files
 * @returns {{ file: string, description: string }}
 */
function origin(name, files) {
  for (const { path, text } of files) {
    for (const node of parse(text).definitions) {
      if (node.kind !== Kind.OPERATION_DEFINITION || node.name?.value !== name) continue;
      const comment = node.loc?.startToken.prev;
      return { file: path, description: comment?.kind === 'Comment' ? comment.value.trim() : '' };
    }
  }
  return { file: '', description: '' };
}

/**
 * @param {string} body
 * @param {import('graphql').GraphQLSchema} schema
 * @returns {Set<string>} coordinates of types and fields
 */
function usedIn(body, schema) {
  /** @type {Set<string>} */
  const uses = new Set();
  const info = new TypeInfo(schema);
  visit(
    parse(body),
    visitWithTypeInfo(info, {
      Field: ({ name }) => {
        const parent = info.getParentType();
        if (parent) uses.add(parent.name).add(`${parent.name}.${name.value}`);
        const type = getNamedType(info.getType());
        if (type?.astNode) uses.add(type.name);
      },
      VariableDefinition: () => {
        const type = getNamedType(info.getInputType());
        if (type?.astNode) uses.add(type.name);
      },
      ObjectField: ({ name }) => {
        const parent = getNamedType(info.getParentInputType());
        if (parent) uses.add(parent.name).add(`${parent.name}.${name.value}`);
      },
    }),
  );
  return uses;
}
