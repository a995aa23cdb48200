import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkRouter, findRouter } from '../src/router.js';
import { folderWith } from './support/folders.js';
import { NO_ROUTER, ROUTER_CONFIG, requireRouter } from './support/gateways.js';

const skip = NO_ROUTER;

/**
 * @param {string} text
 * @param {string} [path]
 */
function check(text, path = 'router-config/other.yaml') {
  return checkRouter([{ path, text }], { router: requireRouter() });
}

/** @param {import('../src/finding.js').Finding[]} findings */
function brief(findings) {
  return findings.map(({ code, message, places: [place], advice }) => {
    return [code, place?.line, place?.column, advice ? `${message} ${advice}` : message];
  });
}

test('our configurations are good, with and without a licence', { skip }, async () => {
  const files = ['router.yaml', 'router.graphos.yaml'].map((path) => ({ path, text: readFileSync(join(ROUTER_CONFIG, path), 'utf8') }));
  assert.deepEqual(await checkRouter(files, { router: requireRouter() }), []);
});

test('an unknown key is told with its place and the nearest known ones', { skip }, async () => {
  assert.deepEqual(brief(await check('supergraph:\n  path: /graphql\n  lisen: 127.0.0.1:4000\n')), [
    ['ROUTER_CONFIGURATION', 3, 3, 'The router knows no key lisen in supergraph. Did you mean listen?'],
  ]);
  assert.deepEqual(brief(await check('traffic_shapin:\n  all: {}\n')), [
    ['ROUTER_CONFIGURATION', 1, 1, 'The router knows no key traffic_shapin. Did you mean traffic_shaping?'],
  ]);
  assert.deepEqual(brief(await check('telemetry:\n  foo: 1\n')), [
    ['ROUTER_CONFIGURATION', 2, 3, 'The router knows no key foo in telemetry. It knows apollo, exporters, instrumentation.'],
  ]);
});

test('a value of the wrong type is told with what it must be', { skip }, async () => {
  assert.deepEqual(brief(await check('limits:\n  router:\n    parser_max_tokens: many\nsupergraph:\n  introspection: maybe\n')), [
    ['ROUTER_CONFIGURATION', 3, 5, 'limits.router.parser_max_tokens must be a whole number, not "many".'],
    ['ROUTER_CONFIGURATION', 5, 3, 'supergraph.introspection must be true or false, not "maybe".'],
  ]);
});

test('of a value with several forms only what is wrong is told', { skip }, async () => {
  const operations = (/** @type {string} */ text) => `headers:\n  all:\n    request:\n      operations:\n${text}`;
  assert.deepEqual(brief(await check(operations('        - propagate:\n            named: 1\n'))), [
    ['ROUTER_CONFIGURATION', 6, 13, 'headers.all.request.operations.0.propagate.named must be a text, not 1.'],
  ]);
  assert.deepEqual(brief(await check(operations('        - propagat:\n            named: x\n'))), [
    ['ROUTER_CONFIGURATION', 5, 11, 'The router knows no key propagat in headers.all.request.operations.0. Did you mean propagate?'],
  ]);
  const otlp = 'telemetry:\n  exporters:\n    tracing:\n      otlp:\n        enabled: true\n        protocol: ftp\n';
  assert.deepEqual(brief(await check(otlp)), [
    ['ROUTER_CONFIGURATION', 6, 9, 'telemetry.exporters.tracing.otlp.protocol must be "grpc" or "http", not "ftp".'],
  ]);
});

test('what the environment sets is taken at its default, and typed', { skip }, async () => {
  const defaults = 'supergraph:\n  introspection: ${env.X:-true}\nlimits:\n  router:\n    parser_max_tokens: ${env.Y:-12}\n';
  assert.deepEqual(await check(defaults), []);
  const none = 'supergraph:\n  introspection: ${env.X}\nheaders:\n  all:\n    request:\n      operations:\n        - propagate: ${env.Z}\n';
  assert.deepEqual(await check(none), []);
  assert.deepEqual(brief(await check('supergraph:\n  introspection: ${env.X:-maybe}\n')), [
    ['ROUTER_CONFIGURATION', 2, 3, 'supergraph.introspection must be true or false, not "maybe".'],
  ]);
});

test('an empty configuration is good', { skip }, async () => {
  assert.deepEqual(await check('# nothing\n'), []);
});

test('a key that needs a licence is an error in router.yaml only', { skip }, async () => {
  const text = 'supergraph:\n  path: /graphql\nlimits:\n  router:\n    max_depth: 20\n';
  assert.deepEqual(brief(await check(text, 'router-config/router.yaml')), [
    ['LICENCE', 5, 5, 'limits.router.max_depth needs a licence; it belongs in router.graphos.yaml.'],
  ]);
  assert.deepEqual(await check(text, 'router-config/router.graphos.yaml'), []);
});

test('broken YAML is one finding', { skip }, async () => {
  const findings = await check('supergraph:\n  path: [\n', 'router-config/router.yaml');
  assert.deepEqual(brief(findings), [
    ['INVALID_YAML', 3, 1, 'This is no YAML: Flow sequence in block collection must be sufficiently indented and end with a ].'],
  ]);
});

test('an alias of nothing is broken YAML too', { skip }, async () => {
  const [finding, ...others] = await check('supergraph: *nowhere\n', 'router-config/router.yaml');
  assert.deepEqual([finding?.code, others], ['INVALID_YAML', []]);
});

test('the schema and the answer are kept, and what is broken of them is made again', { skip }, async (t) => {
  const cache = folderWith(t);
  const files = [{ path: 'a.yaml', text: 'supergraf: {}\n' }];
  const first = await checkRouter(files, { router: requireRouter(), cache });
  const kept = readdirSync(cache);
  assert.equal(kept.length, 2);
  kept.forEach((name) => writeFileSync(join(cache, name), '{'));
  assert.deepEqual(await checkRouter(files, { router: requireRouter(), cache }), first);
  assert.equal(first[0]?.code, 'ROUTER_CONFIGURATION');
  const other = [{ path: 'a.yaml', text: 'supergraph: {}\n' }];
  assert.deepEqual(await checkRouter(other, { router: requireRouter(), cache }), []);
});

test('without a router there is one note, and what needs none is still told', async () => {
  const files = [
    { path: 'router.yaml', text: 'demand_control:\n  enabled: false\n' },
    { path: 'router.graphos.yaml', text: 'a: [\n' },
  ];
  const findings = await checkRouter(files, { router: null });
  assert.deepEqual(
    findings.map(({ severity, code }) => [severity, code]),
    [['error', 'INVALID_YAML'], ['error', 'LICENCE'], ['note', 'NO_ROUTER']],
  );
  assert.match(findings.at(-1)?.advice ?? '', /LIFEOS_ROUTER/);
});

test('a program that is no router is told', async (t) => {
  const folder = folderWith(t, { router: '#!/bin/sh\necho nothing\n' });
  chmodSync(join(folder, 'router'), 0o755);
  const [finding] = await checkRouter([], { router: join(folder, 'router') });
  assert.equal(finding?.severity, 'warning');
  assert.match(finding?.message ?? '', /does not give its schema \(its version is nothing, not 2\.x\)/);
});

test('LIFEOS_ROUTER names the router', (t) => {
  const { LIFEOS_ROUTER: before } = process.env;
  t.after(() => (before === undefined ? delete process.env.LIFEOS_ROUTER : (process.env.LIFEOS_ROUTER = before)));
  process.env.LIFEOS_ROUTER = '/nowhere/router';
  assert.equal(findRouter(), undefined);
});
