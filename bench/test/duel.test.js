import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { duel, median, ratios } from '../src/duel.js';

/** @type {import('node:http').Server} */
let server;
/** @type {string} */
let url;
/** @type {string[]} */
const seen = [];

before(async () => {
  server = createServer((request, response) => {
    seen.push(String(request.headers.authorization));
    const bad = request.headers.authorization === 'Bearer bad';
    response.writeHead(bad && seen.length % 2 === 0 ? 400 : 200, { 'content-type': 'application/json' }).end(bad ? '{"errors":[{"message":"no"}]}' : '{"data":{}}');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  url = `http://127.0.0.1:${address.port}/graphql`;
});

after(() => server.close());

test('sides are measured in turn, each person with a token of their own, and GraphQL errors are counted', async () => {
  const side = (/** @type {string} */ name, /** @type {string[]} */ tokens) => ({
    name,
    url,
    calls: tokens.map((token) => ({ query: '{ me { id } }', token })),
    groups: { subgraphs: [process.pid] },
  });
  const pace = { rounds: 2, seconds: 1, warmUpSeconds: 1, connections: 2 };

  const [good, bad] = await duel([side('good', ['one', 'two', 'three']), side('bad', ['bad'])], pace, () => {});

  assert.equal(good?.errors, 0);
  assert.equal(good?.rounds.length, 2);
  assert.equal(bad?.requests, 0);
  assert.ok(Number(bad?.errors) > 0);
  assert.match(String(bad?.firstError), /"message":"no"/);
  assert.deepEqual(new Set(seen), new Set(['Bearer one', 'Bearer two', 'Bearer three', 'Bearer bad']));
  assert.ok(seen.lastIndexOf('Bearer one') > seen.indexOf('Bearer bad'));
});

test('a ratio is taken round by round', () => {
  const side = (/** @type {number[]} */ each) => /** @type {any} */ ({ rounds: each.map((perCpuSecond) => ({ perCpuSecond })) });

  assert.deepEqual(ratios(side([20, 30, 90]), side([10, 10, 10])), { least: 2, median: 3, most: 9 });
  assert.equal(median([4, 1, 3, 2]), 2.5);
});
