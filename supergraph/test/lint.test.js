import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintCommand } from '../src/commands/lint.js';
import { lint } from '../src/lint/index.js';
import { Workspace } from '../src/workspace.js';
import { folderWith } from './support/folders.js';
import { files } from './support/schemas.js';

const SHARED = `"An instant."
scalar DateTime
"An exact number."
scalar Decimal
"An address."
scalar EmailAddress

"Where a page stands."
type PageInfo @shareable {
  "Whether there is more."
  hasNextPage: Boolean!
  "Whether there was something before."
  hasPreviousPage: Boolean!
  "The first."
  startCursor: String
  "The last."
  endCursor: String
}

"What to correct."
type UserError @shareable {
  "In words."
  message: String!
}
`;

const AUTH = `type Query {
  "The signed-in person."
  me: User @access(to: PUBLIC)
}

"The person."
type User @key(fields: "id") @access(to: PUBLIC) {
  "Who it is."
  id: ID!
  "The address."
  email: EmailAddress @access @tag(name: "pii")
}
`;

/** A second subgraph in which everything is right; each test makes one thing wrong. */
const GOOD = `type Mutation {
  "Keeps a weight."
  keepWeight(
    "The weight."
    input: KeepWeightInput!
  ): KeepWeightPayload! @access(to: SIGNED_IN)
  "Sweeps."
  sweep(
    "What."
    input: SweepInput!
  ): SweepPayload! @access(to: SERVICE) @tag(name: "admin")
}

"The person."
type User @key(fields: "id") @access(to: PUBLIC) {
  "Who it is."
  id: ID!
  "The weights."
  weights(
    "How many."
    first: Int = 20
    "Behind."
    after: String
  ): WeightConnection
    @access(to: SELF)
    @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
    @tag(name: "pii")
  "The newest ones."
  newest: [Weight!] @access(to: SELF) @listSize(assumedSize: 5) @tag(name: "pii")
}

"A weight."
type Weight @key(fields: "id") @access(to: SELF) {
  "Which."
  id: ID!
  "How much."
  value: Decimal! @tag(name: "pii")
  "What the scales cost."
  scalesPrice: Decimal
  "Old."
  old: String @deprecated(reason: "Use value; gone from 2027-03-01.")
}

"A course, of another subgraph."
type Course @key(fields: "id", resolvable: false) {
  "Which."
  id: ID!
}

"A page."
type WeightConnection {
  "The weights."
  edges: [WeightEdge!]!
  "Where."
  pageInfo: PageInfo!
}

"A weight in a page."
type WeightEdge {
  "The weight."
  node: Weight!
  "Its place."
  cursor: String!
}

"A kind."
enum Kind {
  "Heavy."
  HEAVY
}

"What to keep."
input KeepWeightInput {
  "How much."
  value: Decimal!
}

"What came of it."
type KeepWeightPayload {
  "The weight."
  weight: Weight
  "What to correct."
  errors: [UserError!]!
}

"What to sweep."
input SweepInput {
  "What."
  what: String
}

"What came of it."
type SweepPayload {
  "What to correct."
  errors: [UserError!]!
}
`;

/**
 * @param {string} health
 * @param {{ auth?: string, shared?: string, changed?: Set<string> }} [others]
 */
function lintText(health, { auth = AUTH, shared = SHARED, changed } = {}) {
  const source = (/** @type {string} */ name, /** @type {string} */ text) => ({
    name,
    url: 'http://127.0.0.1/graphql',
    files: [{ path: '../shared.graphqls', text: shared }, { path: `../${name}.graphqls`, text }],
  });
  return lint([source('auth', auth), source('health', health)], changed);
}

/**
 * @param {string} from
 * @param {string} to
 */
function changedTo(from, to) {
  assert.ok(GOOD.includes(from), `${from} is not in the good schema`);
  return GOOD.replace(from, to);
}

/**
 * @param {string} text
 * @param {string} part
 */
function lineOf(text, part) {
  return text.slice(0, text.indexOf(part)).split('\n').length;
}

test('a schema that keeps to the rules has no finding', async () => {
  assert.deepEqual(await lintText(GOOD), []);
});

/** @type {[code: string, from: string, to: string, at: string, coordinate: string][]} */
const BAD = [
  ['ACCESS_ON_FIELD', 'KeepWeightPayload! @access(to: SIGNED_IN)', 'KeepWeightPayload!', 'keepWeight(', 'Mutation.keepWeight'],
  ['ACCESS_ON_FIELD', 'newest: [Weight!] @access(to: SELF)', 'newest: [Weight!]', 'newest:', 'User.newest'],
  ['ACCESS_ON_ENTITY', 'type Weight @key(fields: "id") @access(to: SELF)', 'type Weight @key(fields: "id")', 'Weight @key', 'Weight'],
  ['ACCESS_ON_ENTITY', '"id", resolvable: false', '"id"', 'Course @key', 'Course'],
  ['NULLABLE_USER_FIELD', 'newest: [Weight!] @', 'newest: [Weight!]! @', 'newest:', 'User.newest'],
  ['BOUNDED_LIST', '@listSize(assumedSize: 5) ', '', 'newest:', 'User.newest'],
  ['BOUNDED_LIST', 'assumedSize: 5', 'assumedSize: 51', 'newest:', 'User.newest'],
  ['CONNECTION_ARGUMENTS', 'first: Int = 20', 'first: Int', 'weights(', 'User.weights'],
  ['CONNECTION_ARGUMENTS', 'after: String', 'behind: String', 'weights(', 'User.weights'],
  ['CONNECTION_ARGUMENTS', 'after: String', 'after: ID', 'weights(', 'User.weights'],
  ['CONNECTION_ARGUMENTS', 'slicingArguments: ["first"]', 'assumedSize: 20', 'weights(', 'User.weights'],
  ['EDGE_TYPE', 'cursor: String!', 'cursor: String', 'WeightConnection {', 'WeightConnection'],
  ['EDGE_TYPE', 'edges: [WeightEdge!]!', 'edges: [WeightEdge!]', 'WeightConnection {', 'WeightConnection'],
  ['NO_FLOAT_MONEY', 'scalesPrice: Decimal', 'scalesPrice: Float', 'scalesPrice', 'Weight.scalesPrice'],
  ['NO_FLOAT_MONEY', 'what: String', 'maxAmount: Float', 'maxAmount', 'SweepInput.maxAmount'],
  ['MUTATION_INPUT', 'input: SweepInput!', 'input: SweepInput', 'sweep(', 'Mutation.sweep'],
  ['MUTATION_INPUT', 'input: SweepInput!', 'input: KeepWeightInput!', 'sweep(', 'Mutation.sweep'],
  ['MUTATION_INPUT', 'input: SweepInput!', 'input: SweepInput! "Twice." again: Int', 'sweep(', 'Mutation.sweep'],
  ['MUTATION_PAYLOAD', 'SweepPayload! @access', 'Boolean! @access', 'sweep(', 'Mutation.sweep'],
  ['MUTATION_PAYLOAD', 'Weight\n  "What to correct."\n  errors: [UserError!]!', 'Weight', 'keepWeight(', 'Mutation.keepWeight'],
  ['DEPRECATION_DATE', 'gone from 2027-03-01', 'gone soon', 'old: String', 'Weight.old'],
  ['DEPRECATION_DATE', 'gone from 2027-03-01', 'gone from 2027-02-30', 'old: String', 'Weight.old'],
  ['PERSONAL_TAG', 'value: Decimal! @tag(name: "pii")', 'value: Decimal!', 'value: Decimal', 'Weight.value'],
  ['PERSONAL_TAG', '@listSize(assumedSize: 5) @tag(name: "pii")', '@listSize(assumedSize: 5)', 'newest:', 'User.newest'],
  ['PERSONAL_TAG', 'weight: Weight\n', 'contact: EmailAddress\n', 'contact', 'KeepWeightPayload.contact'],
  ['PERSONAL_TAG', 'weight: Weight\n', 'birthDate: String\n', 'birthDate', 'KeepWeightPayload.birthDate'],
  ['ADMIN_TAG', ' @tag(name: "admin")', '', 'sweep(', 'Mutation.sweep'],
  ['REQUIRE_DESCRIPTION', '"The newest ones."\n  ', '', 'newest:', 'User.newest'],
  ['REQUIRE_DESCRIPTION', '"How many."\n    ', '', 'first:', 'User.weights(first:)'],
  ['REQUIRE_DESCRIPTION', '"Heavy."\n  ', '', 'HEAVY', 'Kind.HEAVY'],
  ['REQUIRE_DESCRIPTION', '"A kind."\n', '', 'Kind {', 'Kind'],
  ['NAMING_CONVENTION', 'scalesPrice', 'scales_price', 'scales_price', 'Weight.scales_price'],
  ['NAMING_CONVENTION', 'scalesPrice', 'getPrice', 'getPrice', 'Weight.getPrice'],
  ['NAMING_CONVENTION', 'HEAVY', 'heavy', 'heavy', 'Kind.heavy'],
  ['NO_HASHTAG_DESCRIPTION', '"A kind."\n', '# A kind.\n', '# A kind', 'Kind'],
  ['NO_TYPENAME_PREFIX', 'scalesPrice', 'weightPrice', 'weightPrice', 'Weight.weightPrice'],
  ['REQUIRE_DEPRECATION_REASON', '@deprecated(reason: "Use value; gone from 2027-03-01.")', '@deprecated', 'deprecated', 'Weight.old'],
  ['RELAY_CONNECTION_TYPES', 'pageInfo: PageInfo!', 'pageInfo: PageInfo', 'PageInfo\n', 'WeightConnection.pageInfo'],
];

for (const [code, from, to, at, coordinate] of BAD) {
  test(`${code}: ${to.trim().split('\n')[0] || `without ${from.trim().split('\n')[0]}`}`, async () => {
    const text = changedTo(from, to);
    const findings = (await lintText(text)).filter((finding) => finding.code === code);
    assert.equal(findings.length, 1, JSON.stringify(findings));
    const [finding] = findings;
    const { file, line, subgraph, column } = finding?.places[0] ?? {};
    assert.deepEqual({ file, line, subgraph }, { file: '../health.graphqls', line: lineOf(text, at), subgraph: 'health' });
    assert.ok(Number(column) > 0);
    assert.equal(finding?.coordinate, coordinate);
    assert.equal(finding?.severity, 'error');
    assert.match(finding?.message ?? '', /\.$/);
    assert.ok(finding?.advice);
  });
}

test('a field of Query may be null', async () => {
  const [finding, ...others] = await lintText(GOOD, { auth: AUTH.replace('me: User', 'me: User!') });
  assert.deepEqual([finding?.code, finding?.coordinate, finding?.places[0]?.line, others], ['NULLABLE_USER_FIELD', 'Query.me', 3, []]);
});

test('what the owner of User has may be non-null', async () => {
  assert.deepEqual(await lintText(GOOD, { auth: AUTH.replace('EmailAddress @', 'EmailAddress! @') }), []);
});

test('a shared file is told of once, and is no subgraph’s', async () => {
  const shared = SHARED.replace('"In words."\n  ', '').replace('hasNextPage: Boolean!', 'hasNextPage: Boolean');
  const findings = await lintText(GOOD, { shared });
  assert.deepEqual(
    findings.map(({ code, coordinate, places }) => [code, coordinate, places]),
    [
      ['RELAY_PAGE_INFO', 'PageInfo.hasNextPage', [{ file: '../shared.graphqls', line: 11, column: 3, subgraph: undefined }]],
      ['REQUIRE_DESCRIPTION', 'UserError.message', [{ file: '../shared.graphqls', line: 22, column: 3, subgraph: undefined }]],
    ],
  );
});

test('only what changed is looked at: a field, its arguments, or all of a type', async () => {
  const undescribed = changedTo('"How many."\n    ', '').replace('"Behind."\n', '');
  const text = undescribed.replace('value: Decimal! @tag(name: "pii")', 'value: Decimal!');
  const coordinates = async (/** @type {string[]} */ ...changed) =>
    (await lintText(text, { changed: new Set(changed) })).map(({ coordinate }) => coordinate);
  assert.deepEqual(await coordinates(), []);
  assert.deepEqual(await coordinates('User.newest'), []);
  assert.deepEqual(await coordinates('Weight.value'), ['Weight.value']);
  assert.deepEqual(await coordinates('Weight'), ['Weight.value']);
  assert.deepEqual(await coordinates('User.weights'), ['User.weights(first:)', 'User.weights(after:)']);
  assert.deepEqual(await coordinates('User.weights(after:)'), ['User.weights(after:)']);
});

test('a type that is nowhere is for composition to tell', async () => {
  assert.deepEqual(await lintText(changedTo('what: String', 'what: Nowhere')), []);
});

test('a comment cannot switch a rule off', async () => {
  const findings = await lintText(`# eslint-disable\n${changedTo('"Heavy."\n  ', '')}`);
  assert.ok(findings.some(({ code }) => code === 'REQUIRE_DESCRIPTION'));
});

test('a file that is no GraphQL is told in a sentence', async () => {
  const [finding, ...others] = await lintText(GOOD.replace('type Weight @', 'type @'));
  assert.deepEqual(others, []);
  assert.equal(finding?.code, 'INVALID_GRAPHQL');
  assert.deepEqual(finding?.places, [{ file: '../health.graphqls', line: lineOf(GOOD, 'type Weight @'), column: 6, subgraph: 'health' }]);
});

/**
 * @param {Workspace} workspace
 * @param {object} values
 * @param {Set<string>} [changed]
 */
async function run(workspace, values, changed) {
  const context = { workspace, values, positionals: [], hints: 'warn', out: () => {}, err: () => {}, now: new Date() };
  return /** @type {import('../src/finding.js').Report} */ (await lintCommand(async () => changed).run(context));
}

test('our schemas have no error', async () => {
  const { findings, exitCode } = await run(new Workspace(), { all: true }, new Set());
  assert.deepEqual(findings.filter(({ severity }) => severity === 'error'), []);
  assert.equal(exitCode, 0);
  // Whether these are personal is to be decided; no other may come.
  assert.deepEqual([...new Set(findings.map(({ code }) => code))], ['PERSONAL_TAG']);
  assert.ok(findings.length <= 10);
});

test('the command looks at what changed, or at all of it', async (t) => {
  const folder = folderWith(t, files());
  const workspace = new Workspace(`${folder}/supergraph`, folder);
  const all = await run(workspace, { all: true }, new Set());
  assert.equal(all.exitCode, 1);
  assert.ok(all.findings.some(({ code, coordinate }) => code === 'MUTATION_INPUT' && coordinate === 'Mutation.recordHeartRate'));
  assert.match(all.summary, /^The schemas: \d+ errors, 0 warnings\.$/);
  assert.deepEqual((await run(workspace, {})).findings, all.findings);
  const none = await run(workspace, {}, new Set());
  assert.deepEqual([none.exitCode, none.summary], [0, 'Nothing changed in the schemas.']);
  const one = await run(workspace, {}, new Set(['Mutation.recordHeartRate']));
  assert.deepEqual(one.findings.map(({ code }) => code).sort(), ['MUTATION_INPUT', 'MUTATION_PAYLOAD']);
  assert.equal(one.exitCode, 1);
});

test('the command ends with 2 where a file is no GraphQL', async (t) => {
  const folder = folderWith(t, { ...files(), 'supergraph/schema/auth/auth.graphqls': 'type {' });
  const { findings, exitCode } = await run(new Workspace(`${folder}/supergraph`, folder), {}, new Set());
  assert.deepEqual([findings.length, findings[0]?.code, exitCode], [1, 'INVALID_GRAPHQL', 2]);
});
