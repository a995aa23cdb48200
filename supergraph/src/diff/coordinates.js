import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/**
 * What stands at a coordinate of a schema, or undefined.
 *
 * @param {import('graphql').GraphQLSchema} schema
 * @param {string} coordinate
 * @returns {any}
 */
export function elementAt(schema, coordinate) {
  const match = /^(@?)(\w+)(?:\.(\w+))?(?:\((\w+):\))?$/.exec(coordinate);
  if (!match) return undefined;
  const [, at, name = '', member, argument] = match;
  const owner = at ? schema.getDirective(name) : memberOf(schema.getType(name), member);
  if (!argument) return owner;
  return owner?.args?.find((/** @type {{ name: string }} */ each) => each.name === argument);
}

/**
 * @param {import('graphql').GraphQLNamedType | undefined} type
 * @param {string | undefined} member
 * @returns {any}
 */
function memberOf(type, member) {
  if (!member) return type;
  if (isEnumType(type)) return type.getValue(member) ?? undefined;
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return type.getFields()[member];
  return undefined;
}
