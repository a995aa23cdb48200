import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { settingsOf } from '../../router-config/stand-in/src/settings.mjs';
import { SupergraphFile } from '../../router-config/stand-in/src/supergraph.mjs';
import { folderWith } from './support/folders.js';

describe("the stand-in's settings", () => {
  test('are those of one machine where nothing is set', () => {
    const { supergraph, listen, healthListen, overrides, introspection, requestTimeout, subgraphTimeout } = settingsOf([], {});
    assert.match(supergraph, /\/supergraph\/supergraph\.graphql$/);
    assert.deepEqual(listen, { host: '127.0.0.1', port: 4000 });
    assert.deepEqual(healthListen, { host: '127.0.0.1', port: 8088 });
    assert.deepEqual([...overrides], []);
    assert.deepEqual({ introspection, requestTimeout, subgraphTimeout }, { introspection: true, requestTimeout: 30_000, subgraphTimeout: 10_000 });
  });

  test('come from the environment that router.yaml reads', () => {
    const settings = settingsOf([], {
      LIFEOS_SUPERGRAPH: '/a/supergraph.graphql',
      LIFEOS_ROUTER_LISTEN: '[::]:4100',
      LIFEOS_SUBGRAPH_HEALTH_URL: 'http://health/graphql',
      LIFEOS_ROUTER_INTROSPECTION: 'false',
      LIFEOS_SUBGRAPH_TIMEOUT: '700ms',
    });
    assert.equal(settings.supergraph, '/a/supergraph.graphql');
    assert.deepEqual(settings.listen, { host: '::', port: 4100 });
    assert.deepEqual([...settings.overrides], [['health', 'http://health/graphql']]);
    assert.equal(settings.introspection, false);
    assert.equal(settings.subgraphTimeout, 700);
  });

  test('come first from the command line', () => {
    const args = ['--listen', '0.0.0.0:5000', '--override', 'health=http://a/graphql', '--override', 'auth=http://b/graphql'];
    const settings = settingsOf(args, { LIFEOS_ROUTER_LISTEN: '127.0.0.1:4100', LIFEOS_SUBGRAPH_HEALTH_URL: 'http://c/graphql' });
    assert.deepEqual(settings.listen, { host: '0.0.0.0', port: 5000 });
    assert.deepEqual(Object.fromEntries(settings.overrides), { health: 'http://a/graphql', auth: 'http://b/graphql' });
  });

  for (const [args, env, message] of /** @type {[string[], Record<string, string>, RegExp][]} */ ([
    [['--listen', '4000'], {}, /HOST:PORT, not 4000/],
    [['--override', 'health'], {}, /NAME=URL, not health/],
    [[], { LIFEOS_SUBGRAPH_TIMEOUT: 'soon' }, /ms, s or m, not soon/],
    [['--port', '1'], {}, /Unknown option/],
  ])) {
    test(`refuse ${[...args, ...Object.values(env)].join(' ')}`, () => {
      assert.throws(() => settingsOf(args, env), message);
    });
  }
});

describe("the stand-in's supergraph", () => {
  const good = 'enum join__Graph { AUTH }';

  test('stays the last good one where the file breaks or goes, and says so', async (context) => {
    const path = join(folderWith(context, { 'supergraph.graphql': good }), 'supergraph.graphql');
    /** @type {string[]} */
    const warnings = [];
    const file = new SupergraphFile(path, (message) => warnings.push(message));
    assert.equal(await file.read(), good);
    writeFileSync(path, 'type {');
    assert.equal(await file.read(), good);
    writeFileSync(path, 'type Query { me: String }');
    assert.equal(await file.read(), good);
    rmSync(path);
    assert.equal(await file.read(), good);
    writeFileSync(path, `${good} # new`);
    assert.equal(await file.read(), `${good} # new`);
    assert.equal(warnings.length, 3);
    assert.match(warnings[1] ?? '', /it is no supergraph/);
  });

  test('must be there to begin with', async () => {
    await assert.rejects(new SupergraphFile('/nowhere/supergraph.graphql', () => {}).read(), /ENOENT/);
  });
});
