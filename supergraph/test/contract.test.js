import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Supergraph } from '@apollo/federation-internals';
import { buildSchema } from 'graphql';
import { contractCommand } from '../src/commands/contract.js';
import { compose } from '../src/composition.js';
import { composeContract } from '../src/contract.js';
import { EXIT } from '../src/problem.js';
import { Workspace } from '../src/workspace.js';
import { folderWith } from './support/folders.js';
import { files, sources } from './support/schemas.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@external", "@requires"])\n';

/** @param {string[]} texts one of each subgraph */
function subgraphs(...texts) {
  return texts.map((text, at) => ({ name: `s${at}`, url: `http://s${at}`, files: [{ path: `s${at}.graphqls`, text: text.includes('@link') ? text : LINK + text }] }));
}

/**
 * The API schema of a contract.
 *
 * @param {import('../src/contract.js').Contract} contract
 * @param {string[]} texts
 */
function seen(contract, ...texts) {
  const composed = composeContract(subgraphs(...texts), contract);
  assert.ok(composed.ok, JSON.stringify(composed));
  return buildSchema(composed.apiSchema);
}

/**
 * @param {import('graphql').GraphQLSchema} schema
 * @param {string} type
 */
function fields(schema, type) {
  const of = /** @type {any} */ (schema.getType(type));
  return of && Object.keys(of.getFields?.() ?? {});
}

/** @param {import('graphql').GraphQLSchema} schema */
function types(schema) {
  return Object.keys(schema.getTypeMap()).filter((name) => !/^__|^(ID|Int|String|Boolean)$/.test(name)).sort();
}

const PII = { exclude: ['pii'] };

describe('a contract', () => {
  test('that excludes nothing is the whole', () => {
    const whole = compose(sources());
    for (const contract of [{ exclude: [] }, { exclude: ['unknown'] }, { exclude: [], include: [] }]) {
      assert.deepEqual(composeContract(sources(), contract), whole);
    }
  });

  test('leaves out what carries an excluded tag, and the router still knows it', () => {
    const composed = composeContract(sources(), PII);
    assert.ok(composed.ok);
    assert.doesNotMatch(composed.apiSchema, /fullName/);
    assert.match(composed.apiSchema, /heartRate/);
    assert.match(composed.supergraph, /fullName: String .*@inaccessible/);
  });

  test('leaves out a field that another subgraph tagged', () => {
    const schema = seen(
      PII,
      'type Query { a: A } type A @key(fields: "id") { id: ID! name: String @federation__shareable }',
      'type A @key(fields: "id") { id: ID! name: String @federation__shareable @tag(name: "pii") }',
    );
    assert.deepEqual(fields(schema, 'A'), ['id']);
  });

  test('leaves out what is external elsewhere', () => {
    const schema = seen(
      PII,
      'type Query { a: A } type A @key(fields: "id") { id: ID! name: String @tag(name: "pii") }',
      'type A @key(fields: "id") { id: ID! name: String @external greeting: String @requires(fields: "name") }',
    );
    assert.deepEqual(fields(schema, 'A').sort(), ['greeting', 'id']);
  });

  test('leaves out types, and what is of them, until nothing more follows', () => {
    const schema = seen(
      PII,
      `type Query { ok: Int a: A union: U some: Some list: [[A!]!]! color: Color }
       type A { b: B c: C }
       type B { c: [C!]! }
       type C @tag(name: "pii") { x: Int }
       union U = A | B
       union Some = A | D
       type D { y: Int }
       enum Color { RED @tag(name: "pii") }`,
    );
    assert.deepEqual(types(schema), ['D', 'Query', 'Some']);
    assert.deepEqual(fields(schema, 'Query').sort(), ['ok', 'some']);
  });

  test('leaves out arguments, values and input fields', () => {
    const schema = seen(
      PII,
      `type Query { f(a: Int, b: Int @tag(name: "pii"), c: Gone): Int needs(c: Gone!): Int default(c: Gone! = { x: 1 }): Int of(in: In, whole: Whole): E }
       input Gone @tag(name: "pii") { x: Int }
       input In { a: Int b: Int @tag(name: "pii") c: Gone }
       input Whole { a: Int c: Gone! }
       enum E { A B @tag(name: "pii") }`,
    );
    const { f, of, needs } = /** @type {any} */ (schema.getQueryType())?.getFields();
    assert.deepEqual(f.args.map((/** @type {any} */ { name }) => name), ['a']);
    assert.deepEqual(of.args.map((/** @type {any} */ { name }) => name), ['in']);
    assert.equal(needs, undefined);
    assert.deepEqual(fields(schema, 'In'), ['a']);
    assert.deepEqual(/** @type {any} */ (schema.getType('E')).getValues().map((/** @type {any} */ { name }) => name), ['A']);
  });

  test('leaves out what is tagged in an extension, once', () => {
    const schema = seen(
      { exclude: ['pii', 'admin'] },
      'type Query { ok: Int a: A } type A @tag(name: "pii") { x: Int } extend type A @tag(name: "admin") { y: Int }',
    );
    assert.deepEqual(types(schema), ['Query']);
  });

  test('may be without mutations, and not without queries', () => {
    const schema = seen(PII, 'type Query { a: Int } type Mutation { m: Int @tag(name: "pii") }');
    assert.equal(schema.getMutationType() ?? undefined, undefined);
    const composed = composeContract(subgraphs('type Query { a: Int @tag(name: "pii") }'), PII);
    assert.ok(!composed.ok);
    assert.match(composed.problems[0]?.code ?? '', /INACCESSIBLE/);
  });

  test('follows names that a subgraph gave itself', () => {
    const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9"';
    const schema = seen(
      PII,
      `${link}, as: "fed", import: [{ name: "@tag", as: "@label" }]) schema { query: Root } type Root { a: Int b: Int @label(name: "pii") }`,
      `${link}, import: [{ name: "@tag", as: "@label" }, { name: "@inaccessible", as: "@hide" }]) type Query { c: Int d: Int @label(name: "pii") e: Int @hide }`,
    );
    assert.deepEqual(fields(schema, 'Query').sort(), ['a', 'c']);
  });

  test('takes subgraphs that differ in what they import', () => {
    const link = LINK.replace('"@key"', '"@key", "@inaccessible"');
    const schema = seen(
      PII,
      `${link} type Query { c: Int d: Int @tag(name: "pii") e: Int @inaccessible }`,
      'type Query { a: Int b: Int @tag(name: "pii") }',
      'type Query { g: Int }',
    );
    assert.deepEqual(fields(schema, 'Query').sort(), ['a', 'c', 'g']);
    const long = seen(PII, 'type Query { a: Int b: Int @tag(name: "pii") c: Int @federation__inaccessible }', 'type Query { d: Int e: Int @tag(name: "pii") }');
    assert.deepEqual(fields(long, 'Query').sort(), ['a', 'd']);
  });

  test('that does not compose says where', () => {
    const text = `${LINK}type Query { a: A }\ninterface I { x: Int }\ntype A implements I {\n  x: Int @tag(name: "pii")\n  y: Int\n}`;
    const composed = composeContract(subgraphs(text), PII);
    assert.ok(!composed.ok);
    assert.equal(composed.problems[0]?.code, 'IMPLEMENTED_BY_INACCESSIBLE');
    assert.ok(composed.problems[0]?.places.some(({ file, line }) => file === 's0.graphqls' && line === 5), JSON.stringify(composed));
  });

  test('of what is no GraphQL says where', () => {
    const composed = composeContract(subgraphs('type {'), PII);
    assert.ok(!composed.ok);
    assert.deepEqual(composed.problems[0]?.places, [{ file: 's0.graphqls', line: 2, column: 6, subgraph: 's0' }]);
  });

  test('that includes has fields and unions of a tag only, and excluding wins', () => {
    const schema = seen(
      { exclude: ['pii'], include: ['public'] },
      `type Query { a(in: In): A @tag(name: "public") b: B u: U @tag(name: "public") }
       type A @tag(name: "public") { x: Int y: E z: Int @tag(name: "pii") }
       type B { w: Int }
       union U = A | B
       enum E { ONE }
       input In { x: Int }`,
    );
    assert.deepEqual(types(schema), ['A', 'E', 'In', 'Query']);
    assert.deepEqual(fields(schema, 'A'), ['x', 'y']);
    assert.deepEqual(fields(schema, 'Query'), ['a']);
  });
});

describe('the contract public of the real schemas', () => {
  const workspace = new Workspace();
  const exclude = ['pii', 'admin'];

  test('composes and has nothing of what is tagged', () => {
    const whole = compose(workspace.subgraphs());
    const composed = composeContract(workspace.subgraphs(), { exclude });
    assert.ok(whole.ok && composed.ok, JSON.stringify(composed));
    const seenBy = Supergraph.build(composed.supergraph).apiSchema();
    let tagged = 0;
    for (const element of Supergraph.build(whole.supergraph).schema.allNamedSchemaElement()) {
      const isTagged = element.appliedDirectivesOf('tag').some((directive) => exclude.includes(directive.arguments().name));
      if (!isTagged) continue;
      tagged += 1;
      assert.equal(seenBy.elementByCoordinate(element.coordinate), undefined, element.coordinate);
    }
    assert.ok(tagged > 20, String(tagged));
    assert.ok(Object.keys(buildSchema(composed.apiSchema).getQueryType()?.getFields() ?? {}).length > 0);
  });

  test('without anything excluded is the whole', () => {
    const whole = compose(workspace.subgraphs());
    const composed = composeContract(workspace.subgraphs(), { exclude: [] });
    assert.ok(whole.ok && composed.ok);
    assert.equal(composed.apiSchema, whole.apiSchema);
  });
});

describe('the command contract', () => {
  /**
   * @param {any} test
   * @param {Record<string, any>} contracts
   */
  function command(test, contracts) {
    const root = folderWith(test, files());
    const workspace = Object.assign(new Workspace(join(root, 'supergraph'), root), { contracts: () => contracts });
    /** @type {string[]} */
    const lines = [];
    const say = (/** @type {string} */ line) => void lines.push(line);
    /** @param {string[]} positionals @param {Record<string, any>} [values] */
    const run = (positionals, values = {}) =>
      contractCommand.run({ workspace, values, positionals, hints: 'warn', out: say, err: say, now: new Date() });
    return { root, lines, run };
  }

  test('lists, where no name is given', (context) => {
    const { lines, run } = command(context, { public: { exclude: ['pii', 'admin'] }, shop: { exclude: [], include: ['shop'] } });
    assert.equal(run([]), EXIT.ok);
    assert.deepEqual(lines, ['public: without pii, admin', 'shop: without nothing; only shop']);
    const none = command(context, {});
    assert.equal(none.run([]), EXIT.ok);
    assert.deepEqual(none.lines, ['There are no contracts: supergraph.yaml lists none.']);
  });

  test('prints, or writes', (context) => {
    const { root, lines, run } = command(context, { public: { exclude: ['pii'] } });
    assert.equal(run(['public']), EXIT.ok);
    assert.match(lines[0] ?? '', /heartRate/);
    assert.doesNotMatch(lines[0] ?? '', /fullName/);
    const out = join(root, 'out');
    assert.equal(run(['public'], { out }), EXIT.ok);
    assert.equal(readFileSync(join(out, 'api-schema.graphql'), 'utf8').trimEnd(), lines[0]);
    assert.ok(existsSync(join(out, 'supergraph.graphql')));
    assert.equal(run([], { exclude: ['pii'] }), EXIT.ok);
    assert.equal(lines.at(-1), lines[0]);
    assert.throws(() => run(['toString']), /There is no contract toString; there is public\./);
  });
});
