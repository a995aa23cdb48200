import { diff } from '@graphql-inspector/core';
import {
  DEFAULT_DEPRECATION_REASON, buildSchema, getNamedType, isInputObjectType, isInterfaceType, isObjectType, isRequiredArgument,
  isRequiredInputField, isScalarType, isSpecifiedScalarType,
} from 'graphql';
import { adviceFor } from './advice.js';
import { changeOf } from './change.js';
import { elementAt } from './coordinates.js';
import { placesAt } from './places.js';

/** @typedef {import('./change.js').Change} Change */
/** @typedef {import('./places.js').Places} Places */
/** @typedef {import('@graphql-inspector/core').Change} Found */

/**
 * The two versions of what clients see.
 *
 * @typedef {{ before: import('graphql').GraphQLSchema, after: import('graphql').GraphQLSchema, beforePlaces: Places, afterPlaces: Places }} Versions
 */

/**
 * @typedef {Pick<Change, 'code' | 'level' | 'coordinate' | 'message' | 'needsUse' | 'usedWhen'>} Judged
 */

/** @type {Record<string, Change['level']>} */
const LEVELS = { BREAKING: 'BREAKING', DANGEROUS: 'DANGEROUS', NON_BREAKING: 'SAFE' };

/**
 * What changed for clients.
 *
 * @param {string} before an API schema
 * @param {string} after
 * @param {Places} beforePlaces
 * @param {Places} afterPlaces
 * @returns {Promise<Change[]>}
 */
export async function apiChanges(before, after, beforePlaces, afterPlaces) {
  const versions = { before: buildSchema(before), after: buildSchema(after), beforePlaces, afterPlaces };
  const found = await diff(versions.before, versions.after);
  const judged = found.filter((change) => tells(change, versions)).map((change) => judge(change, versions));
  return [...judged, ...unseenByInspector(versions)].map((change) => toChange(change, versions));
}

/**
 * What is inside of something new is not told again, nor how `@deprecated` is written, which has changes of its own.
 *
 * @param {Found} change
 * @param {Versions} versions
 */
function tells(change, versions) {
  if (change.type.startsWith('DIRECTIVE_USAGE_')) return false;
  if (change.type.startsWith('SCHEMA_')) return Object.values(change.meta).every((name) => name !== null);
  const coordinate = coordinateOf(change);
  if (['TYPE_ADDED', 'DIRECTIVE_ADDED'].includes(change.type)) return true;
  if (change.type === 'OBJECT_TYPE_INTERFACE_ADDED') return isNewPossibleType(change, versions);
  if (change.type === 'FIELD_DESCRIPTION_ADDED' && !elementAt(versions.before, coordinate)) return false;
  return ownersOf(coordinate, change.type).every((owner) => elementAt(versions.before, owner));
}

/**
 * A new type of an interface that clients know comes back where they select the interface, as a new member of a union
 * does.
 *
 * @param {Found} change
 * @param {Versions} versions
 */
function isNewPossibleType({ meta }, { before, after }) {
  if (before.getType(meta.objectTypeName)) return true;
  return isObjectType(after.getType(meta.objectTypeName)) && isInterfaceType(before.getType(meta.addedInterfaceName));
}

/**
 * What must have been there before, so that a change is more than a part of a larger one.
 *
 * @param {string} coordinate
 * @param {string} code
 */
function ownersOf(coordinate, code) {
  const [outer = '', argument] = coordinate.split('(');
  const [type = '', member] = outer.split('.');
  const isAddition = /^(FIELD|INPUT_FIELD|ENUM_VALUE|FIELD_ARGUMENT|DIRECTIVE_ARGUMENT|UNION_MEMBER)_ADDED$/.test(code);
  if (!isAddition) return [type, outer, coordinate];
  return argument && (member || outer.startsWith('@')) ? [type, outer] : [type];
}

/** @param {Found} change */
function coordinateOf({ type, path = '', meta }) {
  if (type.startsWith('SCHEMA_')) return String(Object.values(meta)[1]);
  if (type === 'DIRECTIVE_ARGUMENT_ADDED') return `@${meta.directiveName}(${meta.addedDirectiveArgumentName}:)`;
  const [first = '', second, third] = path.replace(/\.@deprecated$/, '').split('.');
  if (first.startsWith('@')) return second ? `${first}(${second}:)` : first;
  if (third) return `${first}.${second}(${third}:)`;
  return second ? `${first}.${second}` : first;
}

/**
 * @param {Found} change
 * @param {Versions} versions
 * @returns {Judged}
 */
function judge(change, versions) {
  const judged = {
    code: change.type,
    level: LEVELS[change.criticality.level] ?? 'DANGEROUS',
    coordinate: coordinateOf(change),
    message: sentence(change.message),
  };
  const correct = CORRECTIONS[change.type];
  return correct ? { ...judged, ...correct(change, versions, judged.coordinate) } : judged;
}

/** @type {Record<string, (change: Found, versions: Versions, coordinate: string) => Partial<Judged>>} */
const CORRECTIONS = {
  ENUM_VALUE_ADDED: ({ meta }, { before }) => {
    // A value that is only ever passed surprises nobody.
    const isRead = outputTypesOf(before).has(meta.enumName);
    return { level: isRead ? 'DANGEROUS' : 'SAFE', needsUse: 'output', usedWhen: [[meta.enumName]] };
  },
  UNION_MEMBER_ADDED: ({ meta }) => ({ level: 'DANGEROUS', usedWhen: [[meta.unionName]] }),
  UNION_MEMBER_REMOVED: ({ meta }) => ({ level: 'BREAKING', usedWhen: [[meta.unionName, meta.removedUnionMemberTypeName]] }),
  OBJECT_TYPE_INTERFACE_ADDED: ({ meta }) => ({ level: 'DANGEROUS', needsUse: 'output', usedWhen: [[meta.addedInterfaceName]] }),
  OBJECT_TYPE_INTERFACE_REMOVED: ({ meta }) => ({ level: 'BREAKING', usedWhen: [[meta.removedInterfaceName]] }),
  FIELD_ARGUMENT_ADDED: (_, { after }, coordinate) => ({
    level: isRequiredArgument(elementAt(after, coordinate)) ? 'BREAKING' : 'DANGEROUS',
    usedWhen: [[ownerOf(coordinate)]],
  }),
  FIELD_ARGUMENT_TYPE_CHANGED: (_, versions, coordinate) => ({
    usedWhen: becameRequired(versions, coordinate) ? [[ownerOf(coordinate)]] : [[coordinate]],
  }),
  FIELD_ARGUMENT_DEFAULT_CHANGED: (change, versions, coordinate) => defaultChanged(change, versions, coordinate),
  INPUT_FIELD_ADDED: (_, { after }, coordinate) => ({
    ...(isRequiredInputField(elementAt(after, coordinate)) && { level: 'BREAKING' }),
    usedWhen: [[ownerOf(coordinate)]],
  }),
  INPUT_FIELD_TYPE_CHANGED: (_, versions, coordinate) => ({
    usedWhen: becameRequired(versions, coordinate) ? [[ownerOf(coordinate)]] : [[coordinate]],
  }),
  INPUT_FIELD_DEFAULT_VALUE_CHANGED: (change, versions, coordinate) => defaultChanged(change, versions, coordinate),
  DIRECTIVE_ARGUMENT_ADDED: (_, __, coordinate) => ({ usedWhen: [[ownerOf(coordinate)]] }),
  DIRECTIVE_ARGUMENT_TYPE_CHANGED: (_, versions, coordinate) => ({
    usedWhen: becameRequired(versions, coordinate) ? [[ownerOf(coordinate)]] : [[coordinate]],
  }),
  DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED: (change, versions, coordinate) => defaultChanged(change, versions, coordinate),
};

/**
 * Whoever leaves it out gets another default, or, where a required one lost its default, an error.
 *
 * @param {Found} change
 * @param {Versions} versions
 * @param {string} coordinate
 * @returns {Partial<Judged>}
 */
function defaultChanged({ meta, message }, versions, coordinate) {
  const usedWhen = [[ownerOf(coordinate)]];
  if (becameRequired(versions, coordinate)) {
    return { level: 'BREAKING', message: `${coordinate} lost its default and has to be passed now.`, usedWhen };
  }
  const isRemoved = !('newDefaultValue' in meta) && !('newDirectiveArgumentDefaultValue' in meta);
  return { level: 'DANGEROUS', message: isRemoved ? `${coordinate} lost its default.` : sentence(message), usedWhen };
}

/**
 * @param {Versions} versions
 * @param {string} coordinate
 */
function becameRequired({ before, after }, coordinate) {
  const [old, now] = [elementAt(before, coordinate), elementAt(after, coordinate)];
  return old && now && !isRequiredArgument(old) && isRequiredArgument(now);
}

/**
 * What an argument is of, or an input field.
 *
 * @param {string} coordinate
 */
function ownerOf(coordinate) {
  return (coordinate.includes('(') ? coordinate.split('(')[0] : coordinate.split('.')[0]) ?? coordinate;
}

/** @param {import('graphql').GraphQLSchema} schema */
function outputTypesOf(schema) {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return new Set(types.flatMap((type) => Object.values(type.getFields())).map((field) => getNamedType(field.type).name));
}

/**
 * @param {Versions} versions
 * @returns {Judged[]}
 */
function unseenByInspector(versions) {
  return Object.values(versions.before.getTypeMap()).flatMap((type) => {
    const now = versions.after.getType(type.name);
    if (type.name.startsWith('__')) return [];
    if (isInputObjectType(type) && isInputObjectType(now)) {
      return [...oneOfChanged(type, now), ...deprecationsChanged('INPUT_FIELD', Object.keys(type.getFields()).map((name) => `${type.name}.${name}`), versions)];
    }
    if (isScalarType(type) && isScalarType(now) && !isSpecifiedScalarType(type)) return specificationChanged(type, now);
    if (isObjectType(type) || isInterfaceType(type)) return deprecationsChanged('FIELD_ARGUMENT', argumentsOf(type), versions);
    return [];
  });
}

/** @param {import('graphql').GraphQLObjectType | import('graphql').GraphQLInterfaceType} type */
function argumentsOf(type) {
  return Object.values(type.getFields()).flatMap((field) => field.args.map((argument) => `${type.name}.${field.name}(${argument.name}:)`));
}

/**
 * @param {import('graphql').GraphQLInputObjectType} before
 * @param {import('graphql').GraphQLInputObjectType} after
 * @returns {Judged[]}
 */
function oneOfChanged(before, after) {
  if (before.isOneOf === after.isOneOf) return [];
  const coordinate = before.name;
  return after.isOneOf
    ? [{ code: 'ONE_OF_ADDED', level: 'BREAKING', coordinate, message: `${coordinate} takes exactly one of its fields now.` }]
    : [{ code: 'ONE_OF_REMOVED', level: 'SAFE', coordinate, message: `${coordinate} takes several of its fields now.` }];
}

/**
 * @param {import('graphql').GraphQLScalarType} before
 * @param {import('graphql').GraphQLScalarType} after
 * @returns {Judged[]}
 */
function specificationChanged(before, after) {
  if (before.specifiedByURL === after.specifiedByURL) return [];
  const coordinate = before.name;
  const level = before.specifiedByURL ? 'DANGEROUS' : 'SAFE';
  const message = `${coordinate} is specified by ${after.specifiedByURL ?? 'nothing'} and was by ${before.specifiedByURL ?? 'nothing'}.`;
  return [{ code: 'SCALAR_SPECIFICATION_CHANGED', level, coordinate, message }];
}

/**
 * @param {'FIELD_ARGUMENT' | 'INPUT_FIELD'} kind
 * @param {string[]} coordinates
 * @param {Versions} versions
 * @returns {Judged[]}
 */
function deprecationsChanged(kind, coordinates, { before, after }) {
  return coordinates.flatMap((coordinate) => {
    const [old, now] = [elementAt(before, coordinate), elementAt(after, coordinate)];
    if (!now || old.deprecationReason === now.deprecationReason) return [];
    const what = now.deprecationReason === undefined ? 'REMOVED' : old.deprecationReason === undefined ? 'ADDED' : 'REASON_CHANGED';
    const message = what === 'REMOVED' ? `${coordinate} is no longer deprecated.` : `${coordinate} is deprecated: ${now.deprecationReason}`;
    return [{ code: `${kind}_DEPRECATION_${what}`, level: /** @type {const} */ ('SAFE'), coordinate, message: sentence(message) }];
  });
}

const REMOVALS = new Set(['TYPE_REMOVED', 'FIELD_REMOVED', 'FIELD_ARGUMENT_REMOVED', 'INPUT_FIELD_REMOVED', 'ENUM_VALUE_REMOVED', 'DIRECTIVE_REMOVED', 'DIRECTIVE_ARGUMENT_REMOVED']);

/**
 * @param {Judged} judged
 * @param {Versions} versions
 */
function toChange(judged, { before, beforePlaces, afterPlaces }) {
  const isRemoval = REMOVALS.has(judged.code);
  const { coordinate } = judged;
  const inAfter = isRemoval ? [] : placesAt(afterPlaces, coordinate);
  return changeOf({
    ...judged,
    scope: 'api',
    places: inAfter.length > 0 ? inAfter : placesAt(beforePlaces, coordinate),
    advice: judged.level === 'SAFE' ? undefined : adviceFor(judged.code),
    deprecation: isRemoval ? deprecationOf(elementAt(before, coordinate)) : undefined,
  });
}

/** @param {{ deprecationReason?: string | null } | undefined} element */
function deprecationOf(element) {
  const reason = element?.deprecationReason ?? undefined;
  return reason === DEFAULT_DEPRECATION_REASON ? '' : reason;
}

/** @param {string} text */
function sentence(text) {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
