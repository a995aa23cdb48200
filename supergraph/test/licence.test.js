import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { parse, stringify } from 'yaml';
import { compose } from '../src/composition.js';
import { GATED_KEYS, GATED_SPECS, GATED_SWITCHES, gatedConfiguration, gatedSpecs } from '../src/licence.js';
import { folderWith } from './support/folders.js';
import { NO_ROUTER, ROUTER_CONFIG, ROUTER_ENVIRONMENT, requireRouter, supergraphIn } from './support/gateways.js';
import { sources } from './support/schemas.js';

/** @param {string} name */
const configuration = (name) => readFileSync(join(ROUTER_CONFIG, name), 'utf8');

const redis = { redis: { urls: ['redis://127.0.0.1:1'] } };

/**
 * A value of each key that the router understands.
 *
 * @type {Record<string, unknown>}
 */
const VALUES = {
  'apq.router.cache.redis': redis.redis,
  'authentication.router': { jwt: { jwks: [{ url: 'http://127.0.0.1:1/jwks.json' }] } },
  'authorization.directives': { enabled: false },
  coprocessor: { url: 'http://127.0.0.1:1' },
  demand_control: { enabled: false, mode: 'measure', strategy: { static_estimated: { list_size: 1, max: 1 } } },
  'limits.router.max_aliases': 10,
  'limits.router.max_depth': 10,
  'limits.router.max_height': 10,
  'limits.router.max_root_fields': 10,
  persisted_queries: { enabled: false },
  'supergraph.query_planning.cache.redis': redis.redis,
  'batching.enabled': true,
  'preview_entity_cache.enabled': true,
  'response_cache.enabled': true,
  'subscription.enabled': true,
};

/** What must stand beside a key. @type {Record<string, object>} */
const BESIDE = {
  'batching.enabled': { mode: 'batch_http_link' },
  'preview_entity_cache.enabled': { subgraph: { all: { enabled: false } } },
  'response_cache.enabled': { subgraph: { all: { enabled: false } } },
};

/** @param {string} key */
function yaml(key) {
  const path = key.split('.');
  const configured = /** @type {any} */ ({ supergraph: { path: '/graphql' } });
  let at = configured;
  for (const name of path.slice(0, -1)) at = at[name] ??= {};
  at[path.at(-1) ?? ''] = VALUES[key];
  Object.assign(at, path.length > 1 ? BESIDE[key] : {});
  return stringify(configured);
}

/** A supergraph that links a spec. @param {string} spec */
function linking(spec) {
  const definition = { authenticated: '', requiresScopes: '(scopes: [["a"]])', policy: '(policies: [["a"]])' }[spec];
  const result = compose(
    sources().map((subgraph) => ({
      ...subgraph,
      files: subgraph.files.map(({ path, text }) => ({
        path,
        text: text
          .replace('import: ["@key"', `import: ["@key", "@${spec}"`)
          .replace('heartRate: Int @access', `heartRate: Int @access @${spec}${definition}`),
      })),
    })),
  );
  assert.ok(result.ok, JSON.stringify(result));
  return result.supergraph;
}

describe('the check for what needs a licence', () => {
  for (const key of [...GATED_KEYS, ...GATED_SWITCHES]) {
    test(`finds ${key}, and its line`, () => {
      const text = yaml(key);
      const found = gatedConfiguration({ path: 'router.yaml', text });
      assert.equal(found.length, 1);
      assert.ok(found[0]?.message.startsWith(`${key} needs a licence`));
      const line = text.split('\n')[(found[0]?.places[0]?.line ?? 0) - 1];
      assert.match(line ?? '', new RegExp(`^ *${key.split('.').at(-1)}:`));
    });
  }

  for (const key of GATED_SWITCHES) {
    test(`lets ${key} be switched off, but not by the environment`, () => {
      const text = yaml(key);
      assert.deepEqual(gatedConfiguration({ path: 'router.yaml', text: text.replace('enabled: true', 'enabled: false') }), []);
      assert.equal(gatedConfiguration({ path: 'router.yaml', text: text.replace('enabled: true', 'enabled: ${env.ON:-false}') }).length, 1);
    });
  }

  test('finds what an alias brings in', () => {
    const text = 'limits:\n  router: &limits\n    max_depth: 10\nother:\n  router: *limits\n';
    assert.equal(gatedConfiguration({ path: 'router.yaml', text }).length, 1);
  });

  test('refuses what is no YAML', () => {
    assert.equal(gatedConfiguration({ path: 'router.yaml', text: 'a: [' })[0]?.code, 'INVALID_YAML');
  });

  for (const spec of GATED_SPECS) {
    test(`finds a supergraph that links ${spec}`, () => {
      const found = gatedSpecs(linking(spec), 'supergraph.graphql');
      assert.deepEqual(found.map(({ message }) => message.split(' ')[0]), [`@${spec}`]);
    });
  }

  test('finds nothing in a supergraph of ours', () => {
    const result = compose(sources());
    assert.ok(result.ok);
    assert.deepEqual(gatedSpecs(result.supergraph, 'supergraph.graphql'), []);
  });

  test('finds nothing in router.yaml, and all it knows of use in router.graphos.yaml', () => {
    assert.deepEqual(gatedConfiguration({ path: 'router.yaml', text: configuration('router.yaml') }), []);
    assert.ok(gatedConfiguration({ path: 'router.graphos.yaml', text: configuration('router.graphos.yaml') }).length >= 10);
  });
});

describe('router.graphos.yaml', () => {
  test('is router.yaml and more, but for the persisted queries of which the router takes one kind', () => {
    const { apq, ...free } = parse(configuration('router.yaml'));
    const licensed = parse(configuration('router.graphos.yaml'));
    assert.equal(apq.enabled, true);
    assert.deepEqual(licensed.apq, { enabled: false });
    assertContains(licensed, free, '');
  });
});

describe('Apollo Router', { skip: NO_ROUTER }, () => {
  for (const name of ['router.yaml', 'router.graphos.yaml']) {
    test(`takes ${name} for valid`, () => {
      const { status, stdout, stderr } = spawnSync(requireRouter(), ['config', 'validate', join(ROUTER_CONFIG, name)], {
        encoding: 'utf8',
        env: ROUTER_ENVIRONMENT,
      });
      assert.equal(status, 0, stdout + stderr);
    });
  }

  for (const key of [...GATED_KEYS, ...GATED_SWITCHES]) {
    test(`does not start with ${key} and without a licence`, async (context) => {
      assert.match(await started(context, yaml(key)), /license violation/);
    });
  }

  for (const spec of ['authenticated', 'requiresScopes']) {
    test(`does not start with a supergraph that links ${spec}`, async (context) => {
      assert.match(await started(context, '', linking(spec)), /license violation/);
    });
  }

  test('does not start with router.graphos.yaml without a licence', async (context) => {
    assert.match(await started(context, configuration('router.graphos.yaml')), /license violation/);
  });
});

/**
 * Starts the router where it is not expected to stay, and gives back what it says.
 *
 * @param {any} context
 * @param {string} text the configuration
 * @param {string} [supergraph]
 * @returns {Promise<string>}
 */
async function started(context, text, supergraph) {
  const composed = compose(sources());
  assert.ok(composed.ok);
  const folder = folderWith(context, {});
  const file = supergraphIn(folder, supergraph ?? composed.supergraph);
  const config = join(folder, 'router.yaml');
  writeFileSync(config, text);
  const child = spawn(requireRouter(), ['--config', config, '--supergraph', file, '--listen', '127.0.0.1:0'], {
    cwd: ROUTER_CONFIG,
    env: { ...ROUTER_ENVIRONMENT, LIFEOS_ROUTER_HEALTH_LISTEN: '127.0.0.1:0' },
  });
  context.after(() => child.kill('SIGKILL'));
  let said = '';
  return new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        // It has started after all: nothing more is to be waited for.
        if (said.includes('GraphQL endpoint exposed')) resolve(said);
      });
    }
    child.once('exit', () => resolve(said));
  });
}

/**
 * @param {any} whole
 * @param {any} part
 * @param {string} path
 */
function assertContains(whole, part, path) {
  if (part === null || typeof part !== 'object' || Array.isArray(part)) {
    assert.deepEqual(whole, part, path);
    return;
  }
  for (const [name, value] of Object.entries(part)) assertContains(whole?.[name], value, `${path}.${name}`);
}
