import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generateClient } from '../src/client.js';
import { clientCommand } from '../src/commands/client.js';
import { persistedManifest } from '../src/manifest.js';
import { Workspace } from '../src/workspace.js';

const workspace = new Workspace();
const apiSchema = readFileSync(workspace.apiSchemaFile, 'utf8');
const operations = workspace.operations();
const PACKAGE = fileURLToPath(new URL('../../clients/typescript', import.meta.url));
const TSC = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const TYPES = fileURLToPath(new URL('../node_modules/@types', import.meta.url));

/** @type {string} a copy of the package, generated and compiled */
let folder = '';

function tsc() {
  return spawnSync(process.execPath, [TSC, '--typeRoots', TYPES], { cwd: folder, encoding: 'utf8' });
}

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'client-'));
  cpSync(PACKAGE, folder, { recursive: true, filter: (path) => !/node_modules|dist|generated\.ts/.test(path.slice(PACKAGE.length)) });
  writeFileSync(join(folder, 'src/generated.ts'), await generateClient(apiSchema, operations));
  const { status, stdout } = tsc();
  assert.equal(status, 0, stdout);
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('the manifest has the hash of each body, sorted by name', () => {
  const manifest = persistedManifest(operations, apiSchema);
  assert.deepEqual([manifest.format, manifest.version], ['apollo-persisted-query-manifest', 1]);
  assert.ok(manifest.operations.length > 10);
  for (const { id, body } of manifest.operations) assert.equal(id, createHash('sha256').update(body).digest('hex'));
  const names = manifest.operations.map(({ name }) => name);
  assert.deepEqual(names, [...names].sort());
  const login = manifest.operations.find(({ name }) => name === 'Login');
  assert.equal(login?.type, 'mutation');
  assert.match(login?.body ?? '', /fragment Tokens on SessionTokens/);
  const asked = operations.flatMap(({ text }) => text.match(/__typename/g) ?? []);
  const sent = manifest.operations.flatMap(({ body }) => body.match(/__typename/g) ?? []);
  assert.equal(sent.length, asked.length, 'none is added');
});

test('a wrong use of a field or a variable does not compile', () => {
  const file = join(folder, 'sample/wrong.ts');
  const lines = [
    "import { DashboardDocument, LifeOsClient, LoginDocument } from '../src/index.js';",
    "const client = new LifeOsClient({ endpoint: '' });",
    'const { me } = await client.request(DashboardDocument);',
    'me?.fullNam;',
    'client.request(LoginDocument);',
    'client.request(LoginDocument, { input: { email: 1 } });',
    'const name: number = me!.fullName!;',
    'export { name };',
  ];
  writeFileSync(file, lines.join('\n'));
  const { status, stdout } = tsc();
  rmSync(file);
  assert.notEqual(status, 0);
  assert.deepEqual([...new Set([...stdout.matchAll(/wrong\.ts\((\d+)/g)].map(([, line]) => Number(line)))], [4, 5, 6, 7], stdout);
});

test('the command tells what is out of date', async () => {
  const out = join(folder, 'out/generated.ts');
  const run = async (/** @type {boolean} */ check) => {
    const report = await clientCommand.run({ workspace, values: { out, check }, positionals: [], hints: 'none', out() {}, err() {}, now: new Date() });
    return typeof report === 'number' ? report : report.exitCode;
  };
  assert.equal(await run(true), 1);
  assert.ok(!existsSync(out));
  assert.equal(await run(false), 0);
  assert.equal(await run(true), 0);
  writeFileSync(out, `${readFileSync(out, 'utf8')}\n`);
  assert.equal(await run(true), 1);
});

describe('the client', () => {
  /** @type {{ headers: any, body: any }[]} */
  let seen = [];
  /** @type {(body: any, response: import('node:http').ServerResponse) => void} */
  let answer = () => {};
  let endpoint = '';
  /** @type {any} */
  let lib;
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString());
    seen.push({ headers: request.headers, body });
    response.setHeader('x-correlation-id', 'from-header');
    answer(body, response);
  });

  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    endpoint = `http://127.0.0.1:${/** @type {any} */ (server.address()).port}/graphql`;
    lib = await import(pathToFileURL(join(folder, 'dist/src/index.js')).href);
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  /** @param {object} [options] */
  function client(options) {
    seen = [];
    return new lib.LifeOsClient({ endpoint, ...options });
  }

  test('gives the data, and sends token, document and variables', async () => {
    answer = (_, response) => response.end(JSON.stringify({ data: { me: { fullName: 'Ann' } } }));
    const data = await client({ token: async () => 'abc' }).request(lib.SessionsDocument, { first: 3 });
    assert.deepEqual(data, { me: { fullName: 'Ann' } });
    assert.equal(seen[0]?.headers.authorization, 'Bearer abc');
    assert.deepEqual(seen[0]?.body.variables, { first: 3 });
    const body = persistedManifest(operations, apiSchema).operations.find(({ name }) => name === 'Sessions')?.body;
    assert.equal(seen[0]?.body.query, body);
  });

  test('throws errors with code and correlation id', async () => {
    const errors = [{ message: 'Not yours.', extensions: { code: 'FORBIDDEN', correlationId: 'c-1' } }];
    answer = (_, response) => response.end(JSON.stringify({ data: { me: null }, errors }));
    const expected = { name: 'LifeOsError', code: 'FORBIDDEN', correlationId: 'c-1', message: 'Not yours.', data: { me: null } };
    await assert.rejects(client().request(lib.DashboardDocument), expected);
    assert.equal(seen[0]?.headers.authorization, undefined);
  });

  test('understands what is no GraphQL answer', async () => {
    answer = (_, response) => response.writeHead(429, { 'retry-after': '7' }).end('slow down');
    await assert.rejects(client().request(lib.DashboardDocument), { code: 'RATE_LIMITED', status: 429, retryAfter: 7, correlationId: 'from-header' });
    await assert.rejects(client({ endpoint: 'http://127.0.0.1:1/' }).request(lib.DashboardDocument), { code: 'NETWORK' });
  });

  test('sends the hash, and the document where it is not known', async () => {
    const known = new Set();
    answer = ({ query, extensions }, response) => {
      const hash = extensions.persistedQuery.sha256Hash;
      if (query) known.add(createHash('sha256').update(query).digest('hex'));
      const errors = [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }];
      response.end(JSON.stringify(known.has(hash) ? { data: { me: null } } : { errors }));
    };
    const persisting = client({ persistedQueries: true });
    await persisting.request(lib.DashboardDocument);
    await persisting.request(lib.DashboardDocument);
    assert.deepEqual(seen.map(({ body }) => body.query !== undefined), [false, true, false]);
  });

  test('does not wait longer than it may, and tells an abort from a timeout', async () => {
    answer = () => {};
    await assert.rejects(client({ timeout: 50 }).request(lib.DashboardDocument), { code: 'TIMEOUT' });
    await assert.rejects(client().request(lib.DashboardDocument, {}, { signal: AbortSignal.timeout(20) }), { name: 'TimeoutError' });
  });
});
