import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildSchema, parse, validate } from 'graphql';
import { compose } from '../src/composition.js';
import { compare } from '../src/diff/index.js';
import { coordinatesOf, usedBy } from '../src/diff/uses.js';
import { CHANGES, versionsOf } from './support/changes.js';

/** @typedef {import('./support/changes.js').Row} Row */
/** @typedef {import('../src/diff/change.js').Change} Change */
/** @typedef {import('../src/workspace.js').SubgraphSource} SubgraphSource */

/** @type {Map<string, import('../src/composition.js').Composed>} */
const composedBefore = new Map();

/** @param {SubgraphSource[]} subgraphs */
function composed(subgraphs) {
  const key = JSON.stringify(subgraphs);
  const known = composedBefore.get(key);
  if (known) return known;
  const result = compose(subgraphs);
  assert.ok(result.ok, JSON.stringify(result));
  composedBefore.set(key, result);
  return result;
}

/** @param {Change[]} changes */
function worst(changes) {
  const levels = changes.map(({ level }) => level);
  return levels.includes('BREAKING') ? 'BREAKING' : levels.includes('DANGEROUS') ? 'DANGEROUS' : 'SAFE';
}

/** @param {Change[]} changes */
function shown(changes) {
  return changes.map(({ level, code, coordinate, message }) => `${level} ${code} ${coordinate}: ${message}`).join('\n');
}

/**
 * @param {Row} row
 * @param {Change} change
 * @param {SubgraphSource[]} files
 */
function assertPlaces(row, change, files) {
  const { places } = change;
  assert.ok(places.length > 0, 'it stands nowhere');
  const found = places.map((place) => {
    const text = files.find(({ name }) => name === place.subgraph)?.files.find(({ path }) => path === place.file)?.text;
    assert.ok(text, JSON.stringify(place));
    return `${place.file}: ${text.split('\n')[place.line - 1]}`;
  });
  const file = row.file ?? (found[0] ?? '').split(':')[0] ?? '';
  const line = row.line ?? (change.scope === 'subgraph' && change.coordinate === change.subgraph ? '' : nameOf(change.coordinate));
  assert.ok(found.some((each) => each.startsWith(`${file}: `) && each.includes(line)), `${file} ${line} is not among ${found.join('; ')}`);
}

/** @param {string} coordinate */
function nameOf(coordinate) {
  const [outer = '', argument] = coordinate.split('(');
  const name = outer.split('.').at(-1) ?? '';
  return argument ? name.replace('@', '') : name;
}

/**
 * @param {Change} change
 * @param {string} apiSchema
 * @param {string} operation
 */
function isHurt(change, apiSchema, operation) {
  const schema = buildSchema(apiSchema);
  const document = parse(operation);
  assert.deepEqual(validate(schema, document).map(({ message }) => message), [], 'the operation is good before the change');
  return usedBy(change, coordinatesOf(schema, document));
}

/** @param {Row} row */
async function assertRow(row) {
  const { before, after } = versionsOf(row);
  const old = composed(before);
  const result = compose(after);
  if (row.expect === 'DOES_NOT_COMPOSE') {
    assert.ok(!result.ok, 'it composes');
    assert.ok(result.problems.some(({ code }) => code === row.code), JSON.stringify(result.problems));
    return;
  }
  assert.ok(result.ok, JSON.stringify(result));
  const changes = await compare({ subgraphs: before, ...old }, { subgraphs: after, ...result });
  assert.equal(worst(changes), row.expect, shown(changes));
  if (row.only) assert.deepEqual(changes.map(({ code }) => code).sort(), row.only, shown(changes));
  if (row.code === '') return;
  const change = changes.find(({ code, coordinate }) => code === row.code && coordinate === row.coordinate);
  assert.ok(change, shown(changes));
  assert.match(change.message, /^\S.*[.!?]$/s);
  assert.equal(change.advice === undefined, change.level === 'SAFE');
  assert.equal(change.deprecation, row.deprecation);
  assertPlaces(row, change, isGone(change) ? before : after);
  if (row.usedBy) assert.equal(isHurt(change, old.apiSchema, row.usedBy), true, row.usedBy);
  if (row.notUsedBy) assert.equal(isHurt(change, old.apiSchema, row.notUsedBy), false, row.notUsedBy);
}

/**
 * What is no longer there can only be shown where it was.
 *
 * @param {Change} change
 */
function isGone({ code }) {
  return /^(TYPE|FIELD|FIELD_ARGUMENT|INPUT_FIELD|ENUM_VALUE|DIRECTIVE|DIRECTIVE_ARGUMENT|SUBGRAPH|FIELD_RESOLVER)_REMOVED$/.test(code);
}

describe('a change', () => {
  for (const row of CHANGES) test(`${row.name}: ${row.expect} ${row.code}`, () => assertRow(row));

  test('has at least 65 rows, each of another name', () => {
    assert.ok(CHANGES.length >= 65);
    assert.equal(new Set(CHANGES.map(({ name }) => name)).size, CHANGES.length);
  });
});
