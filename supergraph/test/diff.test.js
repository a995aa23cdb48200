import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'graphql';
import { compose } from '../src/composition.js';
import { compareAccess } from '../src/diff/access.js';
import { apiChanges } from '../src/diff/api.js';
import { compare } from '../src/diff/index.js';
import { placesIn } from '../src/diff/places.js';
import { coordinatesOf, usedBy } from '../src/diff/uses.js';
import { Workspace } from '../src/workspace.js';
import { versionsOf } from './support/changes.js';

/** @typedef {import('../src/workspace.js').SubgraphSource} SubgraphSource */

/** @param {SubgraphSource[]} subgraphs */
function version(subgraphs) {
  const result = compose(subgraphs);
  assert.ok(result.ok, JSON.stringify(result));
  return { subgraphs, ...result };
}

/** @param {string} after an edit of accounts */
function changesOf(after) {
  const versions = versionsOf({ name: '', expect: 'SAFE', code: '', after: [['accounts', '  nick: String!\n', after]] });
  return compare(version(versions.before), version(versions.after));
}

/**
 * @param {string} name
 * @param {string} text
 */
function subgraph(name, text) {
  return { name, url: `http://${name}/graphql`, files: [{ path: `${name}.graphqls`, text }] };
}

/** @param {import('../src/diff/change.js').Change[]} changes */
function codes(changes) {
  return changes.map(({ code, coordinate }) => `${code} ${coordinate}`);
}

describe('comparing', () => {
  test('finds nothing between the platform and itself', async () => {
    const real = version(new Workspace().subgraphs());
    assert.deepEqual(await compare(real, real), []);
  });

  test('gives each change an identifier that is the same each time', async () => {
    const [first, second] = [await changesOf('  nickname: String!\n'), await changesOf('  nickname: String!\n')];
    assert.deepEqual(first, second);
    assert.equal(new Set(first.map(({ id }) => id)).size, first.length);
    for (const { id } of first) assert.match(id, /^[0-9a-f]{12}$/);
  });

  test('gives the same change the same identifier among other changes and on other lines', async () => {
    const [[alone], [among]] = [await changesOf(''), await changesOf('  one: Int\n  two: Int\n')];
    assert.equal(alone?.code, 'FIELD_REMOVED');
    assert.equal(alone.id, among?.id);
  });

  test('tells the worst first', async () => {
    assert.deepEqual((await changesOf('  nickname: String!\n')).map(({ level }) => level), ['BREAKING', 'SAFE']);
  });

  test('survives without optional properties in JSON', async () => {
    const changes = await changesOf('');
    assert.deepEqual(JSON.parse(JSON.stringify(changes)), changes);
  });

  test('finds @oneOf', async () => {
    const [plain, oneOf] = ['', '@oneOf'].map((directive) => `type Query { a(by: By): Int }\ninput By ${directive} { id: ID name: String }`);
    const found = async (/** @type {any} */ old, /** @type {any} */ now) => (await apiChanges(old, now, new Map(), new Map())).map(({ level, code }) => `${level} ${code}`);
    assert.deepEqual(await found(plain, oneOf), ['BREAKING ONE_OF_ADDED']);
    assert.deepEqual(await found(oneOf, plain), ['SAFE ONE_OF_REMOVED']);
  });

  test('knows directives by the names that @link gives them, and root types by what they are', async () => {
    const text = (/** @type {string} */ type) => `
      extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [{ name: "@key", as: "@id" }])
      schema { query: Root }
      type Root { user: User }
      type User ${type} { id: ID! upc: ID! }`;
    const old = version([subgraph('one', text('@id(fields: "id") @id(fields: "upc")'))]);
    const now = version([subgraph('one', text('@id(fields: "id") @federation__shareable'))]);
    assert.deepEqual(codes(await compare(old, now)), ['KEY_REMOVED User', 'SHAREABLE_ADDED User']);
    assert.deepEqual(placesIn(old.subgraphs).get('Query.user'), [{ file: 'one.graphqls', line: 4, column: 19, subgraph: 'one' }]);
  });
});

describe('places', () => {
  test('are found for all kinds of elements, extensions too', () => {
    const text = 'directive @a(b: Int) on FIELD\ntype T {\n  f(x: I): E\n}\nextend type T {\n  g: Int\n}\nenum E {\n  V\n}\ninput I {\n  i: Int\n}\n';
    const index = placesIn([subgraph('one', text), subgraph('two', 'type T { f: E }')]);
    const lines = Object.fromEntries([...index].map(([coordinate, places]) => [coordinate, places.map(({ file, line }) => `${file.slice(0, 3)}${line}`).join()]));
    assert.deepEqual(lines, {
      '@a': 'one1', '@a(b:)': 'one1', T: 'one2,one5,two1', 'T.f': 'one3,two1', 'T.f(x:)': 'one3', 'T.g': 'one6', E: 'one8', 'E.V': 'one9', I: 'one11', 'I.i': 'one12',
    });
  });
});

describe('access', () => {
  /** @type {[string | undefined, string | undefined, boolean, boolean][]} */
  const rows = [
    ['PUBLIC', 'SIGNED_IN', true, false], ['PUBLIC', 'SELF', true, false], ['SIGNED_IN', 'SELF', true, false], ['SIGNED_IN', 'ADMIN', true, false],
    ['SERVICE', 'ADMIN', true, false], ['SELF', 'ADMIN', true, true], ['SELF', 'SERVICE', true, true], ['ADMIN', 'PUBLIC', false, true],
    ['SELF', 'SELF', false, false], [undefined, 'PUBLIC', false, false], [undefined, 'SELF', true, false], ['SELF', undefined, false, true],
    ['SELF', 'PARTNER', true, true], ['PARTNER', 'PARTNER', false, false],
  ];
  for (const [from, to, tightened, loosened] of rows) {
    test(`from ${from} to ${to}`, () => {
      assert.deepEqual(compareAccess(from ? { to: from } : undefined, to ? { to } : undefined), { tightened, loosened });
    });
  }

  test('with another scope is both', () => {
    assert.deepEqual(compareAccess({ to: 'SELF', scope: 'a' }, { to: 'SELF', scope: 'b' }), { tightened: true, loosened: true });
  });
});

const API = `
directive @cached(by: Order) on FIELD
type Query { me(at: Int): User users(filter: Filter, order: Order): [User] pets: [Pet] any: Any }
type User { id: ID mood: Mood }
enum Mood { GOOD BAD }
enum Order { UP DOWN }
input Filter { id: ID not: Filter all: [Filter!] mood: Mood }
interface Pet { name: String }
type Dog implements Pet { name: String }
union Any = User | Dog
`;

/** @param {string} operation */
function used(operation) {
  return [...coordinatesOf(API, parse(operation)).keys()].sort();
}

describe('uses', () => {
  test('are fields, their types, and each value of an enum that is read', () => {
    assert.deepEqual(used('{ me { mood __typename } }'), ['Mood', 'Mood.BAD', 'Mood.GOOD', 'Query', 'Query.me', 'User', 'User.mood']);
  });

  test('are arguments, input fields and values that are passed', () => {
    assert.deepEqual(used('{ users(filter: { all: [{ mood: BAD }] }) { id } }'), [
      'Filter', 'Filter.all', 'Filter.mood', 'ID', 'Mood', 'Mood.BAD', 'Query', 'Query.users', 'Query.users(filter:)', 'User', 'User.id',
    ]);
  });

  test('are all that a variable may hold, also where an input holds itself', () => {
    const coordinates = used('query ($filter: Filter) { users(filter: $filter) { id } }');
    for (const each of ['Filter.id', 'Filter.not', 'Filter.all', 'Filter.mood', 'Mood.GOOD', 'Mood.BAD']) assert.ok(coordinates.includes(each), each);
  });

  test('are types of conditions and directives with their arguments', () => {
    const coordinates = used('{ any @cached(by: UP) { ...F } pets { name } } fragment F on Dog { name }');
    for (const each of ['Any', 'Dog', 'Dog.name', 'Pet.name', '@cached', '@cached(by:)', 'Order.UP']) assert.ok(coordinates.includes(each), each);
    assert.ok(!coordinates.includes('Order.DOWN'));
  });

  test('say where they are', () => {
    assert.deepEqual(coordinatesOf(API, parse('{\n  me {\n    id\n  }\n}')).get('User.id'), { line: 3, column: 5, output: true });
  });

  test('of what the schema has not are none', () => {
    assert.deepEqual(used('{ nobody(at: 1) { id } }'), ['Query']);
  });

  test('are no harm where a change is safe', async () => {
    const [change] = await apiChanges(API, API.replace('id: ID mood', 'id: ID! mood'), new Map(), new Map());
    assert.equal(change?.level, 'SAFE');
    assert.equal(usedBy(change, coordinatesOf(API, parse('{ me { id } }'))), false);
  });
});
