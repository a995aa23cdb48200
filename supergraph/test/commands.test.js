import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { main } from '../src/main.js';
import { Workspace } from '../src/workspace.js';
import { folderWith } from './support/folders.js';
import { files } from './support/schemas.js';

/**
 * A workspace in which commands run.
 *
 * @param {any} context
 * @param {Record<string, string>} [changes]
 */
function workspace(context, changes = {}) {
  const root = folderWith(context, { ...files(), ...changes });
  const folder = join(root, 'supergraph');
  return {
    folder,
    /** @param {string[]} args */
    async run(...args) {
      /** @type {string[]} */
      const lines = [];
      const say = (/** @type {string} */ line) => lines.push(line);
      const code = await main(args, { workspace: new Workspace(folder, root), out: say, err: say });
      return { code, text: lines.join('\n') };
    },
    /** @param {string} name */
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    /**
     * @param {string} name
     * @param {(text: string) => string} change
     */
    change: (name, change) => writeFileSync(join(folder, name), change(readFileSync(join(folder, name), 'utf8'))),
    /** @param {string} name */
    remove: (name) => rmSync(join(folder, name)),
  };
}

describe('compose', () => {
  test('writes the supergraph and what clients see of it', async (context) => {
    const { run, read } = workspace(context);
    const { code, text } = await run('compose');
    assert.equal(code, 0, text);
    assert.equal(text, 'Composed 3 subgraphs: supergraph/supergraph.graphql and supergraph/api-schema.graphql.');
    assert.match(read('supergraph.graphql'), /enum join__Graph/);
    assert.match(read('api-schema.graphql'), /type User/);
  });

  test('writes the same whatever the order in supergraph.yaml', async (context) => {
    const { run, read, change } = workspace(context);
    await run('compose');
    const before = read('supergraph.graphql');
    change('supergraph.yaml', (text) => text.replace(/( {2}auth:[^]*?)( {2}health:[^]*?)( {2}notification:)/, '$2$1$3'));
    await run('compose');
    assert.equal(read('supergraph.graphql'), before);
  });

  test('writes nothing where the subgraphs do not compose', async (context) => {
    const { run, read, change } = workspace(context);
    await run('compose');
    const before = read('supergraph.graphql');
    change('schema/health/health.graphqls', (text) => text.replace('heartRate: Int', 'fullName: Int'));
    const { code, text } = await run('compose');
    assert.equal(code, 2);
    assert.match(text, /^supergraph\/schema\/auth\/auth\.graphqls:11:3 \[auth\]: error FIELD_TYPE_MISMATCH/);
    assert.match(text, /Nothing was written\.$/);
    assert.equal(read('supergraph.graphql'), before);
  });

  test('tells of hints when asked, and does not fail for them', async (context) => {
    const { run, change } = workspace(context);
    change('schema/health/health.graphqls', (text) => text.replace('"Who it is."', '"Another text."'));
    assert.match((await run('compose', '--hints', 'info')).text, /note INCONSISTENT_DESCRIPTION/);
    assert.doesNotMatch((await run('compose', '--hints', 'none')).text, /INCONSISTENT/);
  });
});

describe('check', () => {
  test('passes on what was just composed', async (context) => {
    const { run } = workspace(context);
    await run('compose');
    const { code, text } = await run('check');
    assert.equal(code, 0, text);
    assert.match(text, /All is well: 3 subgraphs, nothing to compare with\.$/);
  });

  test('fails when a schema has changed since', async (context) => {
    const { run, change } = workspace(context);
    await run('compose');
    change('schema/health/health.graphqls', (text) => text.replace('heartRate: Int', 'heartRate: Int! @deprecated').replace('Int!', 'Int'));
    const { code, text } = await run('check', '--hints', 'none');
    assert.equal(code, 1);
    assert.match(text, /^supergraph\/supergraph\.graphql:1:1: error OUT_OF_DATE: The file is out of date: run \.\/lifeos schema compose$/m);
    assert.match(text, /^supergraph\/api-schema\.graphql:1:1: error OUT_OF_DATE/m);
  });

  for (const name of ['supergraph.graphql', 'api-schema.graphql']) {
    test(`fails when ${name} is missing, or edited by hand`, async (context) => {
      const { run, change, remove } = workspace(context);
      const outOfDate = async () => {
        const { code, text } = await run('check');
        assert.equal(code, 1);
        assert.deepEqual(text.match(/^.*OUT_OF_DATE/gm), [`supergraph/${name}:1:1: error OUT_OF_DATE`]);
      };
      await run('compose');
      change(name, (text) => `${text}\n`);
      await outOfDate();
      remove(name);
      await outOfDate();
    });
  }

  test('changes nothing on the disk', async (context) => {
    const { run, read, change } = workspace(context);
    await run('compose');
    change('supergraph.graphql', () => 'mine');
    await run('check');
    assert.equal(read('supergraph.graphql'), 'mine');
  });

  test('names file and line of an operation that is not valid', async (context) => {
    const { run } = workspace(context, { 'supergraph/operations/a/wrong.graphql': '# Wrong.\nquery Wrong {\n  me {\n    nope\n  }\n}\n' });
    await run('compose');
    const { code, text } = await run('check');
    assert.equal(code, 1);
    assert.match(text, /^supergraph\/operations\/a\/wrong\.graphql:4:5: error INVALID_OPERATION: Cannot query field "nope" on type "User"/m);
  });

  test('fails with another code when the subgraphs do not compose', async (context) => {
    const { run, change } = workspace(context);
    await run('compose');
    change('schema/health/health.graphqls', (text) => text.replace('heartRate: Int', 'fullName: Int'));
    assert.equal((await run('check')).code, 2);
  });

  test('fails when the router would need a licence', async (context) => {
    const { run } = workspace(context, { 'router-config/router.yaml': 'supergraph:\n  path: /graphql\nsubscription:\n  enabled: true\n' });
    await run('compose');
    const { code, text } = await run('check');
    assert.equal(code, 1);
    assert.match(text, /^router-config\/router\.yaml:4:3: error LICENCE: subscription\.enabled needs a licence/m);
  });
});

describe('the command line', () => {
  for (const args of [[], ['unknown'], ['check', 'more'], ['check', '--unknown'], ['check', '--hints', 'loud']]) {
    test(`refuses "${args.join(' ')}"`, async (context) => {
      assert.equal((await workspace(context).run(...args)).code, 3);
    });
  }

  test('explains itself', async (context) => {
    const { code, text } = await workspace(context).run('--help');
    assert.equal(code, 0);
    assert.match(text, /^usage: schema COMMAND/);
  });

  test('names a folder that supergraph.yaml lists and that is not there', async (context) => {
    const { run, change } = workspace(context);
    change('supergraph.yaml', (text) => text.replace('schema/health', 'schema/nowhere'));
    assert.deepEqual(await run('check'), { code: 3, text: 'There is no supergraph/schema/nowhere, which supergraph.yaml names.' });
  });

  test('names a subgraph without a URL', async (context) => {
    const { run, change } = workspace(context);
    change('supergraph.yaml', (text) => text.replace(/ {4}routing_url: .*3002.*\n/, ''));
    assert.match((await run('check')).text, /the subgraph health needs a routing_url/);
  });
});
