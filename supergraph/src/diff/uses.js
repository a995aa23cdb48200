import {
  GraphQLSchema, TypeInfo, buildSchema, getNamedType, isEnumType, isInputObjectType, typeFromAST, visit, visitWithTypeInfo,
} from 'graphql';

/**
 * Where a document uses something first, and whether it reads it, passes it, or both.
 *
 * @typedef {{ line: number, column: number, output?: true, input?: true }} UseAt
 */

/** @typedef {Map<string, UseAt>} Coordinates */

/**
 * Everything of a schema that a document's operations and fragments use.
 *
 * @param {string | GraphQLSchema} apiSchema the one that the operations were written for
 * @param {import('graphql').DocumentNode} document
 * @returns {Coordinates}
 */
export function coordinatesOf(apiSchema, document) {
  const schema = typeof apiSchema === 'string' ? buildSchema(apiSchema) : apiSchema;
  const collector = new Collector(schema);
  visit(document, visitWithTypeInfo(collector.info, collector.visitor()));
  return collector.coordinates;
}

/**
 * Whether an operation is hurt by a change.
 *
 * @param {import('./change.js').Change} change
 * @param {Coordinates} coordinates what the operation uses, by the schema before the change
 */
export function usedBy(change, coordinates) {
  if (change.level === 'SAFE') return false;
  const { needsUse, usedWhen = [[change.coordinate]] } = change;
  return usedWhen.some((all) => all.every((coordinate) => isUsed(coordinates.get(coordinate), needsUse)));
}

/**
 * @param {UseAt | undefined} use
 * @param {'output' | 'input' | undefined} way
 */
function isUsed(use, way) {
  return use !== undefined && (way === undefined || use[way] === true);
}

/** Gathers coordinates while a document is visited. */
class Collector {
  /** @type {Coordinates} */
  coordinates = new Map();

  /** @param {GraphQLSchema} schema */
  constructor(schema) {
    this.schema = schema;
    this.info = new TypeInfo(schema);
  }

  /** @returns {import('graphql').ASTVisitor} */
  visitor() {
    return {
      OperationDefinition: (node) => this.#named(this.info.getType(), node, 'output'),
      VariableDefinition: (node) => this.#variable(node),
      FragmentDefinition: (node) => this.#named(this.info.getType(), node.typeCondition, 'output'),
      InlineFragment: (node) => this.#named(this.info.getType(), node, 'output'),
      Field: (node) => this.#field(node),
      Directive: (node) => this.#add(`@${node.name.value}`, node, 'input'),
      Argument: (node) => this.#argument(node),
      ObjectField: (node) => this.#inputField(node),
      EnumValue: (node) => this.#enumValue(node),
    };
  }

  /** @param {import('graphql').FieldNode} node */
  #field(node) {
    const parent = this.info.getParentType();
    const field = this.info.getFieldDef();
    if (!parent || !field || field.name.startsWith('__')) return;
    this.#add(parent.name, node, 'output');
    this.#add(`${parent.name}.${field.name}`, node, 'output');
    this.#named(field.type, node, 'output');
    const type = getNamedType(field.type);
    if (isEnumType(type)) this.#allValues(type, node, 'output');
  }

  /**
   * What a variable holds is not known before it is sent, so that all it may hold counts as used.
   *
   * @param {import('graphql').VariableDefinitionNode} node
   */
  #variable(node) {
    const type = getNamedType(typeFromAST(this.schema, /** @type {any} */ (node.type)));
    if (type) this.#reachable(type, node, new Set());
  }

  /**
   * @param {import('graphql').GraphQLNamedType} type
   * @param {import('graphql').ASTNode} node
   * @param {Set<string>} seen
   */
  #reachable(type, node, seen) {
    if (seen.has(type.name)) return;
    seen.add(type.name);
    this.#add(type.name, node, 'input');
    if (isEnumType(type)) this.#allValues(type, node, 'input');
    if (!isInputObjectType(type)) return;
    for (const field of Object.values(type.getFields())) {
      this.#add(`${type.name}.${field.name}`, node, 'input');
      this.#reachable(getNamedType(field.type), node, seen);
    }
  }

  /** @param {import('graphql').ArgumentNode} node */
  #argument(node) {
    const argument = this.info.getArgument();
    if (!argument) return;
    this.#add(`${this.#argumentOwner()}(${argument.name}:)`, node, 'input');
    this.#named(argument.type, node, 'input');
  }

  #argumentOwner() {
    const directive = this.info.getDirective();
    return directive ? `@${directive.name}` : `${this.info.getParentType()?.name}.${this.info.getFieldDef()?.name}`;
  }

  /** @param {import('graphql').ObjectFieldNode} node */
  #inputField(node) {
    const parent = getNamedType(this.info.getParentInputType());
    if (!isInputObjectType(parent)) return;
    this.#add(`${parent.name}.${node.name.value}`, node, 'input');
    this.#named(this.info.getInputType(), node, 'input');
  }

  /** @param {import('graphql').EnumValueNode} node */
  #enumValue(node) {
    const type = getNamedType(this.info.getInputType());
    if (isEnumType(type)) this.#add(`${type.name}.${node.value}`, node, 'input');
  }

  /**
   * @param {import('graphql').GraphQLEnumType} type
   * @param {import('graphql').ASTNode} node
   * @param {'output' | 'input'} way
   */
  #allValues(type, node, way) {
    for (const value of type.getValues()) this.#add(`${type.name}.${value.name}`, node, way);
  }

  /**
   * @param {import('graphql').GraphQLType | null | undefined} type
   * @param {import('graphql').ASTNode} node
   * @param {'output' | 'input'} way
   */
  #named(type, node, way) {
    if (type) this.#add(getNamedType(type).name, node, way);
  }

  /**
   * @param {string} coordinate
   * @param {import('graphql').ASTNode} node
   * @param {'output' | 'input'} way
   */
  #add(coordinate, node, way) {
    const known = this.coordinates.get(coordinate);
    if (known) {
      known[way] = true;
      return;
    }
    const { line = 1, column = 1 } = node.loc?.startToken ?? {};
    this.coordinates.set(coordinate, { line, column, [way]: true });
  }
}
