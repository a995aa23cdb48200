import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { docsCommand } from '../src/commands/docs.js';
import { compose } from '../src/composition.js';
import { pageOf } from '../src/docs/html.js';
import { docsModel, entriesOf } from '../src/docs/model.js';
import { Workspace } from '../src/workspace.js';
import { folderWith } from './support/folders.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@tag", "@cost", "@listSize", "@inaccessible"])\n';
const ACCESS = 'directive @access(to: Audience! = SELF, scope: String) on FIELD_DEFINITION | OBJECT\nenum Audience @inaccessible { PUBLIC SELF }\n';

const PEOPLE = `${LINK}${ACCESS}
type Query {
  "Who asks. <script>alert(1)</script> and \`<b>code</b>\`"
  me: User @access(to: PUBLIC)
}
type User @key(fields: "id") @access(to: PUBLIC) {
  id: ID!
  name: String @access(scope: "profile:read") @tag(name: "pii") @cost(weight: 7)
  old: String @deprecated(reason: "Use \`name\` <now>.")
  role: Role
}
enum Role { ADMIN GUEST @deprecated(reason: "Gone.") }
`;

const HEALTH = `${LINK}${ACCESS}
type User @key(fields: "id") {
  id: ID!
  name: String @external
  steps(first: Int = 10): [Int!] @requires(fields: "name") @access(to: SELF, scope: "health:read") @listSize(assumedSize: 5, slicingArguments: ["first"], requireOneSlicingArgument: false)
}
`;

const OPERATIONS = [{ path: 'me.graphql', text: '# Who is it?\nquery Me {\n  me {\n    ...Person\n  }\n}\n\nfragment Person on User {\n  name\n}\n' }];

function toy() {
  const subgraphs = Object.entries({ people: PEOPLE, health: HEALTH }).map(([name, text]) => ({ name, url: `http://${name}`, files: [{ path: `${name}.graphqls`, text }] }));
  const composed = compose(subgraphs);
  assert.ok(composed.ok, JSON.stringify(composed));
  return docsModel({ ...composed, subgraphs, operations: OPERATIONS });
}

function real() {
  const workspace = new Workspace();
  const subgraphs = workspace.subgraphs();
  const composed = compose(subgraphs);
  assert.ok(composed.ok);
  return docsModel({ ...composed, subgraphs, operations: workspace.operations() });
}

/**
 * @param {import('../src/docs/model.js').DocsModel} model
 * @param {string} id
 */
function fieldIn(model, id) {
  const field = model.types.flatMap(({ fields }) => fields).find((one) => one.id === id);
  assert.ok(field, id);
  return field;
}

/**
 * @param {string} html
 * @param {string} id of a field
 */
function partOf(html, id) {
  const from = html.indexOf(`<div class="field" id="${id}"`);
  return html.slice(from, html.indexOf('</div>', from));
}

describe('the reference of a toy schema', () => {
  const model = toy();
  const html = pageOf(model);

  test('knows owner, access, cost, tag and example of a field', () => {
    const name = fieldIn(model, 'User.name');
    assert.deepEqual([name.owners, name.tags, name.cost.weight, name.examples], [['people'], ['pii'], 7, ['Me']]);
    assert.deepEqual(name.access, [{ subgraph: 'people', to: 'SELF', scope: 'profile:read' }]);
    const part = partOf(html, 'User.name');
    for (const text of ['people', 'SELF profile:read', '</b>7<', 'pii', '#operation-Me']) assert.ok(part.includes(text), `${text} in ${part}`);
  });

  test('knows how long a list is, and whose a field is that needs another one', () => {
    const steps = fieldIn(model, 'User.steps');
    assert.deepEqual([steps.owners, steps.cost.listSize?.assumedSize, steps.args[0]?.defaultValue], [['health'], 5, '10']);
    assert.match(partOf(html, 'User.steps'), /about 5 by first/);
    assert.deepEqual(fieldIn(model, 'User.id').owners, ['health', 'people']);
  });

  test('shows an example on the type, with its fragments', () => {
    const user = html.slice(html.indexOf('<article id="User"'), html.indexOf('</article>', html.indexOf('<article id="User"')));
    assert.match(user, /<summary>query Me: Who is it\?<\/summary>/);
    assert.match(user, /fragment Person on User/);
  });

  test('lists deprecations with their reasons', () => {
    const list = html.slice(html.indexOf('id="all-deprecations"'));
    assert.match(list, /#User\.old">User\.old<\/a>: Use <code>name<\/code> &#60;now&#62;\./);
    assert.match(list, /Role\.GUEST<\/a>: Gone\./);
  });

  test('escapes what a description holds', () => {
    assert.ok(!html.includes('<script>alert') && !html.includes('<b>code'));
    assert.ok(html.includes('&#60;script&#62;alert(1)&#60;/script&#62; and <code>&#60;b&#62;code&#60;/b&#62;</code>'));
  });
});

describe('the reference of the platform', () => {
  const model = real();
  const html = pageOf(model);

  test('finds everything, and every link leads somewhere', () => {
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    assert.equal(ids.size, [...html.matchAll(/ id="/g)].length, 'no identifier twice');
    for (const { id, coordinate } of entriesOf(model)) assert.ok(html.includes(`id="${id}" data-entry="${coordinate}"`), coordinate);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.has(target), target);
  });

  test('names an owner of every field but those of inputs, and who may use every root field', () => {
    const fields = model.types.filter(({ kind }) => kind !== 'input').flatMap((type) => type.fields.map((field) => ({ type, field })));
    assert.ok(fields.length > 200);
    assert.deepEqual(fields.filter(({ field }) => field.owners.length === 0).map(({ field }) => field.id), []);
    assert.deepEqual(fields.filter(({ type, field }) => type.kind === 'root' && field.access.length === 0).map(({ field }) => field.id), []);
    assert.deepEqual(fieldIn(model, 'User.timeZone').owners, ['auth']);
    assert.equal(fieldIn(model, 'Mutation.login').cost.weight, 6000);
    assert.ok(fieldIn(model, 'User.vitals').examples.includes('Dashboard'));
  });

  test('loads nothing from elsewhere and runs nothing in the page', () => {
    assert.doesNotMatch(html, /(src|href)="(https?:)?\/\/(?!specs)/);
    assert.doesNotMatch(html, /<script(?! src="reference\.js" defer><\/script>)|<style| style=| on\w+="/);
    assert.ok(Buffer.byteLength(html) < 1_000_000);
  });

  test('is written by the command', async (context) => {
    const out = folderWith(context);
    const workspace = new Workspace();
    const report = await docsCommand.run({ workspace, values: { out }, positionals: [], hints: 'none', out() {}, err() {}, now: new Date() });
    assert.equal(typeof report === 'number' ? report : report.exitCode, 0);
    for (const file of ['index.html', 'reference.css', 'reference.js']) assert.ok(existsSync(join(out, file)) && statSync(join(out, file)).size > 0, file);
  });
});
