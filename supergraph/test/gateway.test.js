import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { after, afterEach, before, describe, test } from 'node:test';
import { compose } from '../src/composition.js';
import { folderWith } from './support/folders.js';
import { Gateway, KINDS, NO_ROUTER, answerOf, supergraphIn, until } from './support/gateways.js';
import { sources } from './support/schemas.js';
import { ToySubgraph } from './support/subgraph.js';

const CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'QUERY_TOO_EXPENSIVE',
  'UPSTREAM_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
];
const DASHBOARD = '{ me { fullName heartRate unread } }';
const ID = 'x-correlation-id';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** @param {string} path */
function secretive(path) {
  return { message: `SECRET at dev.lifeos.Thing, http://10.0.0.7:5432${path}` };
}

for (const kind of KINDS) {
  describe(kind.name, { skip: kind.skip }, () => {
    const auth = new ToySubgraph(() => ({ json: { data: { me: { __typename: 'User', id: 'ann', fullName: 'Ann' } } } }));
    const health = new ToySubgraph(({ query }) => ({
      json: { data: query.startsWith('mutation') ? { recordHeartRate: 61 } : { _entities: [{ __typename: 'User', heartRate: 60 }] } },
    }));
    const notification = new ToySubgraph(() => ({ json: { data: { _entities: [{ __typename: 'User', unread: 3 }] } } }));
    const subgraphs = [auth, health, notification];
    /** @type {Gateway} */
    let gateway;
    /** @type {(environment?: Record<string, string>, supergraph?: string) => Promise<Gateway>} */
    let start;

    /** @type {(() => void)[]} */
    const cleanups = [];

    before(async () => {
      const composed = compose(sources());
      assert.ok(composed.ok);
      const file = supergraphIn(folderWith({ after: (done) => cleanups.push(done) }), composed.supergraph);
      await Promise.all(subgraphs.map((subgraph) => subgraph.start()));
      start = (environment = {}, supergraph = file) =>
        Gateway.start(kind, supergraph, {
          LIFEOS_SUBGRAPH_AUTH_URL: auth.url,
          LIFEOS_SUBGRAPH_HEALTH_URL: health.url,
          LIFEOS_SUBGRAPH_NOTIFICATION_URL: notification.url,
          LIFEOS_SUBGRAPH_TIMEOUT: '700ms',
          ...environment,
        });
      gateway = await start();
    });
    after(async () => {
      await gateway?.stop();
      await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
      cleanups.forEach((done) => done());
    });
    afterEach(() => subgraphs.forEach((subgraph) => subgraph.reset()));

    test('answers one query from several subgraphs', async () => {
      const { status, json } = await gateway.query(DASHBOARD);
      assert.equal(status, 200);
      assert.deepEqual(json, { data: { me: { fullName: 'Ann', heartRate: 60, unread: 3 } } });
    });

    test('asks a subgraph for all that a query wants of it at once', async () => {
      await gateway.query(DASHBOARD);
      assert.deepEqual(subgraphs.map(({ received }) => received.length), [1, 1, 1]);
    });

    describe('with a subgraph that fails', () => {
      /** @param {any} answer */
      function assertRedacted({ status, text, json, headers }) {
        assert.equal(status, 200);
        assert.deepEqual(json.data, { me: { fullName: 'Ann', heartRate: null, unread: 3 } });
        assert.equal(json.errors.length, 1, text);
        const [{ message, path, extensions }] = json.errors;
        assert.equal(message, 'The health service is unavailable.');
        assert.equal(path[0], 'me');
        assert.deepEqual(extensions, { code: 'UPSTREAM_UNAVAILABLE', correlationId: headers.get(ID) });
        assert.doesNotMatch(text, /SECRET|127\.0\.0\.1|ECONN|refused|fetch|dev\.lifeos/i);
      }

      test('loses only its fields while it is down, and has them back when it is up again', async () => {
        await health.stop();
        assertRedacted(await gateway.query(DASHBOARD));
        await health.start();
        assert.deepEqual((await gateway.query(DASHBOARD)).json, { data: { me: { fullName: 'Ann', heartRate: 60, unread: 3 } } });
      });

      /** @type {[string, import('./support/subgraph.js').Answer][]} */
      const failures = [
        ['an error page', () => ({ status: 500, body: JSON.stringify({ error: 'SECRET' }) })],
        ['a page of HTML', () => ({ type: 'text/html', body: '<h1>SECRET</h1>' })],
        ['half of an answer', () => ({ body: '{"data":{"_entities":[{"SECRET' })],
        ['nothing at all', () => undefined],
        ['an error without a code', () => ({ json: { data: { _entities: [null] }, errors: [{ ...secretive('/x'), path: ['_entities', 0] }] } })],
        [
          'an error with a code that is not ours',
          () => ({ json: { data: null, errors: [{ ...secretive('/y'), extensions: { code: 'PSQLException', stacktrace: ['SECRET'] } }] } }),
        ],
      ];
      for (const [what, answer] of failures) {
        test(`says no more than that it is unavailable: ${what}`, async () => {
          health.answer = answer;
          assertRedacted(await gateway.query(DASHBOARD));
        });
      }

      test('answers null, and why, when the subgraph of the only field is down', async () => {
        await auth.stop();
        const { status, json, text } = await gateway.query(DASHBOARD);
        await auth.start();
        assert.equal(status, 200);
        assert.deepEqual(json.data, { me: null });
        assert.deepEqual(json.errors.map((/** @type {any} */ error) => error.message), ['The auth service is unavailable.']);
        assert.doesNotMatch(text, /127\.0\.0\.1/);
      });

      test('tells of a mutation that was not answered', async () => {
        health.answer = () => ({ status: 502, type: 'text/plain', body: 'SECRET' });
        const { json, text } = await gateway.query('mutation { recordHeartRate(value: 61) }');
        assert.equal(json.data?.recordHeartRate ?? null, null);
        assert.equal(json.errors[0].extensions.code, 'UPSTREAM_UNAVAILABLE');
        assert.doesNotMatch(text, /SECRET/);
      });
    });

    describe('with an error of our own', () => {
      for (const code of CODES) {
        test(`passes ${code} with message, path, code and correlation id, and nothing else`, async () => {
          health.answer = ({ headers }) => ({
            json: {
              data: { _entities: [{ __typename: 'User', heartRate: null }] },
              errors: [
                {
                  message: 'What a person can read.',
                  path: ['_entities', 0, 'heartRate'],
                  locations: [{ line: 1, column: 1 }],
                  extensions: { code, correlationId: headers[ID], exception: 'SECRET' },
                },
              ],
            },
          });
          const { json } = await gateway.send({ query: DASHBOARD }, { [ID]: 'client-0001' });
          assert.deepEqual(json, {
            data: { me: { fullName: 'Ann', heartRate: null, unread: 3 } },
            errors: [
              { message: 'What a person can read.', path: ['me', 'heartRate'], extensions: { code, correlationId: 'client-0001' } },
            ],
          });
        });
      }

      test('passes it once, and without the HTTP status, when that is an error too', async () => {
        health.answer = () => ({
          status: 401,
          type: 'application/graphql-response+json',
          body: JSON.stringify({ errors: [{ message: 'The token has expired.', extensions: { code: 'UNAUTHENTICATED' } }] }),
        });
        const { json } = await gateway.query(DASHBOARD);
        assert.deepEqual(
          json.errors.map((/** @type {any} */ { message, extensions }) => [message, extensions.code]),
          [['The token has expired.', 'UNAUTHENTICATED']],
        );
      });

      test('redacts an unknown error beside it', async () => {
        health.answer = () => ({
          json: {
            data: { _entities: [{ __typename: 'User', heartRate: null }] },
            errors: [
              { message: 'Not yours.', path: ['_entities', 0, 'heartRate'], extensions: { code: 'FORBIDDEN' } },
              { ...secretive('/z'), path: ['_entities', 0, 'heartRate'] },
            ],
          },
        });
        const { json, text } = await gateway.query(DASHBOARD);
        assert.deepEqual(json.errors.map((/** @type {any} */ error) => error.message), ['Not yours.', 'The health service is unavailable.']);
        assert.doesNotMatch(text, /SECRET/);
      });
    });

    describe('the correlation id', () => {
      for (const id of ['client-1', 'a.B_c-0123456789', 'x'.repeat(64)]) {
        test(`is the client's: ${id}`, async () => {
          const { headers } = await gateway.send({ query: DASHBOARD }, { [ID]: id });
          assert.equal(headers.get(ID), id);
          assert.deepEqual(subgraphs.map(({ last }) => last.headers[ID]), [id, id, id]);
        });
      }

      for (const id of [undefined, '', 'short', 'x'.repeat(65), 'has spaces in it', '<script>alert</script>', 'semi;colon;']) {
        test(`is a new one where the client's is not well-formed: ${id}`, async () => {
          const { headers } = await gateway.send({ query: DASHBOARD }, id === undefined ? {} : { [ID]: id });
          const made = headers.get(ID) ?? '';
          assert.match(made, UUID);
          assert.deepEqual(subgraphs.map(({ last }) => last.headers[ID]), [made, made, made]);
        });
      }
    });

    describe('to subgraphs', () => {
      const sent = {
        authorization: 'Bearer abc.def.ghi',
        'accept-language': 'de-CH, de;q=0.8',
        'user-agent': 'Dashboard/1.2',
        'x-forwarded-for': '203.0.113.7',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      };

      test('passes the headers that are listed', async () => {
        await gateway.send({ query: DASHBOARD }, sent);
        for (const { last } of subgraphs) {
          const { authorization, 'accept-language': language, 'user-agent': agent, 'x-forwarded-for': from, traceparent } = last.headers;
          assert.deepEqual(
            { authorization, language, agent, from },
            { authorization: sent.authorization, language: sent['accept-language'], agent: sent['user-agent'], from: sent['x-forwarded-for'] },
          );
          assert.match(String(traceparent), /^00-0af7651916cd43dd8448eb211c80319c-[0-9a-f]{16}-01$/);
        }
      });

      test('passes no others', async () => {
        const others = { cookie: 'session=1', 'x-user-id': 'admin', 'x-real-ip': '10.0.0.1', forwarded: 'for=10.0.0.1', 'x-http-method-override': 'PUT' };
        await gateway.send({ query: DASHBOARD }, { ...sent, ...others });
        for (const { last } of subgraphs) {
          assert.deepEqual(Object.keys(others).filter((name) => name in last.headers), []);
        }
      });

      test('sends no credentials where the client sent none', async () => {
        await gateway.query(DASHBOARD);
        assert.deepEqual(subgraphs.map(({ last }) => last.headers.authorization), [undefined, undefined, undefined]);
      });
    });

    describe('refuses', () => {
      /** @param {string} padding */
      const large = (padding) => JSON.stringify({ query: DASHBOARD, variables: { padding } });

      test('a body of more than 2 MB that says its size', async () => {
        const { status, json } = await gateway.send(large('x'.repeat(2_000_001)));
        assert.equal(status, 413);
        assert.equal(json.errors[0].extensions.code, 'INVALID_GRAPHQL_REQUEST');
        assert.equal(auth.received.length, 0);
      });

      test('a body of more than 2 MB that does not say its size', async () => {
        assert.equal(await statusOfChunks(gateway.url, large('x'.repeat(3_000_000))), 413);
      });

      test('no body up to 2 MB', async () => {
        const { status } = await gateway.send(large('x'.repeat(1_900_000)));
        assert.equal(status, 200);
      });

      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
        test(`what a page of another site can send unasked: ${type}`, async () => {
          const { status, json } = await gateway.send({ query: DASHBOARD }, { 'content-type': type });
          assert.equal(status, 400);
          assert.equal(json.errors[0].extensions.code, 'CSRF_ERROR');
          assert.equal(auth.received.length, 0);
        });
      }

      test('a GET that a page of another site can send, and no other', async () => {
        const url = `${gateway.url}?query=${encodeURIComponent(DASHBOARD)}`;
        assert.equal((await fetch(url)).status, 400);
        const asked = await answerOf(await fetch(url, { headers: { 'apollo-require-preflight': 'true' } }));
        assert.deepEqual(asked.json?.data.me.fullName, 'Ann', asked.text);
      });

      test('a mutation by GET', async () => {
        const url = `${gateway.url}?query=${encodeURIComponent('mutation { recordHeartRate(value: 61) }')}`;
        assert.equal((await fetch(url, { headers: { 'apollo-require-preflight': 'true' } })).status, 405);
        assert.equal(health.received.length, 0);
      });

      for (const [what, query, code] of [
        ['a field that is not there', '{ me { nope } }', 'GRAPHQL_VALIDATION_FAILED'],
        ['a field of federation', '{ _service { sdl } }', 'GRAPHQL_VALIDATION_FAILED'],
        ['a syntax error', '{ me {', 'PARSING_ERROR'],
        ['more than 6,000 tokens', `{ me { ${'fullName '.repeat(6_001)} } }`, 'PARSING_ERROR'],
        ['what nests without end', `${'{ me '.repeat(1_500)}${'}'.repeat(1_500)}`, 'PARSING_ERROR|MAX_DEPTH_LIMIT'],
      ]) {
        test(`${what}, with status 400`, async () => {
          const { status, json, headers } = await gateway.query(query ?? '');
          assert.equal(status, 400);
          assert.ok(
            json.errors.some((/** @type {any} */ error) => code?.split('|').includes(error.extensions.code)),
            JSON.stringify(json).slice(0, 300),
          );
          assert.match(headers.get(ID) ?? '', UUID);
          assert.equal(auth.received.length, 0);
        });
      }

      test('fragments that use each other twice, at once', async () => {
        const fragments = Array.from({ length: 25 }, (_, at) => `fragment F${at} on User { ...F${at + 1} ...F${at + 1} }`);
        const { status, json } = await gateway.query(`{ me { ...F0 } } ${fragments.join(' ')} fragment F25 on User { id }`);
        assert.equal(status, 400);
        assert.equal(json.errors.at(-1).message, 'Maximum recursive selections limit exceeded in this operation');
        assert.equal(auth.received.length, 0);
      });

      test('a variable that does not fit', async () => {
        const query = 'mutation Record($value: Int!) { recordHeartRate(value: $value) }';
        for (const variables of [{}, { value: 'many' }, { value: null }]) {
          const { status, json } = await gateway.send({ query, variables });
          assert.equal(status, 400);
          assert.equal(json.errors[0].extensions.code, 'VALIDATION_INVALID_TYPE_VARIABLE');
        }
        assert.equal(health.received.length, 0);
      });

      test('what is no JSON, and shows none of it', async () => {
        const { status, json, text } = await gateway.send('{"query": SECRET');
        assert.equal(status, 400);
        assert.equal(json.errors[0].extensions.code, 'INVALID_GRAPHQL_REQUEST');
        assert.doesNotMatch(text, /SECRET/);
      });

      test('a type that is not JSON', async () => {
        const { status, text } = await gateway.send('<query/>', { 'content-type': 'application/xml' });
        assert.ok([400, 415].includes(status), `${status} ${text}`);
      });

      test('a batch', async () => {
        const { status, text } = await gateway.send(JSON.stringify([{ query: DASHBOARD }]));
        assert.equal(status, 400, text);
        assert.equal(auth.received.length, 0);
      });

      test('a subscription', async () => {
        const { text } = await gateway.send(
          { query: 'subscription { notificationEvents }' },
          { accept: 'multipart/mixed;subscriptionSpec="1.0", application/json' },
        );
        assert.match(text, /SUBSCRIPTION_DISABLED/);
        assert.equal(notification.received.length, 0);
      });

      test('other paths', async () => {
        assert.equal((await fetch(new URL('/', gateway.url))).status, 404);
        assert.equal((await fetch(new URL('/graphql/more', gateway.url), { method: 'POST' })).status, 404);
      });
    });

    describe('for web pages', () => {
      /** @param {string} origin */
      const preflight = (origin) =>
        fetch(gateway.url, {
          method: 'OPTIONS',
          headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' },
        });

      test('allows the origins of the development servers', async () => {
        for (const origin of ['http://localhost:3000', 'http://localhost:5173']) {
          const { headers } = await preflight(origin);
          assert.equal(headers.get('access-control-allow-origin'), origin);
          assert.match(headers.get('access-control-allow-headers') ?? '', /authorization/);
          assert.equal(headers.get('access-control-allow-credentials'), null);
        }
      });

      test('allows no others', async () => {
        for (const origin of ['http://localhost:3001', 'http://localhost:30000', 'https://evil.example', 'http://localhost:3000.evil.example', 'null']) {
          assert.equal((await preflight(origin)).headers.get('access-control-allow-origin'), null);
        }
      });

      test('lets the page read the correlation id', async () => {
        const { headers } = await gateway.send({ query: DASHBOARD }, { origin: 'http://localhost:3000' });
        assert.equal(headers.get('access-control-allow-origin'), 'http://localhost:3000');
        assert.match(headers.get('access-control-expose-headers') ?? '', /x-correlation-id/);
      });
    });

    describe('persisted queries', () => {
      /** @param {string} query */
      const extensions = (query) => ({ persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } });

      test('are sent whole once, and by their hash from then on', async () => {
        const query = 'query Persisted { me { fullName } }';
        const unknown = await gateway.send({ extensions: extensions(query) });
        assert.equal(unknown.json.errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
        await gateway.send({ query, extensions: extensions(query) });
        assert.deepEqual((await gateway.send({ extensions: extensions(query) })).json, { data: { me: { fullName: 'Ann' } } });
      });

      test('are not kept under the hash of another', async () => {
        const query = 'query Other { me { id } }';
        await gateway.send({ query: 'query Poison { me { fullName } }', extensions: extensions(query) });
        assert.equal((await gateway.send({ extensions: extensions(query) })).json.errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
      });
    });

    test('tells its health', async () => {
      const { status, json } = await answerOf(await fetch(gateway.healthUrl));
      assert.equal(status, 200);
      assert.deepEqual(json, { status: 'UP' });
    });

    describe('by its environment', () => {
      const introspection = '{ __schema { queryType { name } } }';

      test('answers introspection, unless that is switched off', async (context) => {
        assert.deepEqual((await gateway.query(introspection)).json, { data: { __schema: { queryType: { name: 'Query' } } } });
        const closed = await start({ LIFEOS_ROUTER_INTROSPECTION: 'false', LIFEOS_ROUTER_REDACT_VALIDATION: 'true' });
        context.after(() => closed.stop());
        const { json, text } = await closed.query(introspection);
        assert.equal(json.data?.__schema ?? null, null);
        assert.ok(json.errors.length > 0);
        assert.doesNotMatch(text, /"queryType":\{/);
        assert.doesNotMatch((await closed.query('{ me { fullNam } }')).text, /Did you mean/);
        assert.deepEqual((await closed.query(DASHBOARD)).json.data, { me: { fullName: 'Ann', heartRate: 60, unread: 3 } });
      });

      test('allows other web origins', async (context) => {
        const other = await start({ LIFEOS_ROUTER_ORIGINS: '^https://app\\.example\\.org$' });
        context.after(() => other.stop());
        const allowed = async (/** @type {string} */ origin) =>
          (await other.send({ query: DASHBOARD }, { origin })).headers.get('access-control-allow-origin');
        assert.equal(await allowed('https://app.example.org'), 'https://app.example.org');
        assert.equal(await allowed('http://localhost:3000'), null);
      });
    });

    test('serves a new supergraph without a restart, as often as there is one, and none that is broken', async (context) => {
      const folder = folderWith(context);
      const file = supergraphIn(folder, supergraphWith('fullName'));
      const watching = await start({}, file);
      context.after(() => watching.stop());
      auth.answer = () => ({ json: { data: { me: { __typename: 'User', id: 'ann', nickname: 'An', initials: 'A' } } } });

      for (const field of ['nickname', 'initials']) {
        supergraphIn(folder, 'type {');
        assert.deepEqual((await watching.query('{ me { id } }')).json, { data: { me: { id: 'ann' } } });
        supergraphIn(folder, supergraphWith(field));
        await until(async () => (await watching.query(`{ me { ${field} } }`)).status === 200, 30_000);
      }
      assert.equal((await watching.query('{ me { nickname } }')).status, 400);
    });

    test('answers what is under way before it stops', async () => {
      const stopping = await start({ LIFEOS_SUBGRAPH_TIMEOUT: '10s' });
      /** @type {(value?: unknown) => void} */
      let release = () => {};
      const released = new Promise((resolve) => (release = resolve));
      const asked = new Promise((resolve) => {
        auth.answer = async (received) => {
          resolve(undefined);
          await released;
          return /** @type {{ json: any }} */ (auth.usual(received));
        };
      });
      const answer = stopping.query('{ me { fullName } }');
      await asked;
      const ended = stopping.stop();
      release();
      assert.deepEqual((await answer).json, { data: { me: { fullName: 'Ann' } } });
      assert.equal((await ended).code, 0);
    });
  });
}

describe('Apollo Router alone', { skip: NO_ROUTER }, () => {
  test('serves metrics beside its health, and defers what a query defers, redacted too', async (context) => {
    const [router] = KINDS;
    assert.ok(router);
    const auth = new ToySubgraph(() => ({ json: { data: { me: { __typename: 'User', id: 'ann', fullName: 'Ann' } } } }));
    const health = new ToySubgraph(() => ({ status: 500, body: '"SECRET"' }));
    await Promise.all([auth.start(), health.start()]);
    const gateway = await Gateway.start(router, supergraphIn(folderWith(context), supergraphWith('fullName')), {
      LIFEOS_SUBGRAPH_AUTH_URL: auth.url,
      LIFEOS_SUBGRAPH_HEALTH_URL: health.url,
    });
    context.after(() => Promise.all([gateway.stop(), auth.stop(), health.stop()]));

    const { text } = await gateway.send(
      { query: '{ me { fullName ... @defer { heartRate } } }' },
      { accept: 'multipart/mixed;deferSpec=20220824, application/json' },
    );
    assert.match(text, /"hasNext":true/);
    assert.match(text, /The health service is unavailable\./);
    assert.doesNotMatch(text, /SECRET|500/);

    const metrics = await (await fetch(gateway.metricsUrl)).text();
    assert.match(metrics, /^http_server_request_duration_seconds_count\{/m);
  });
});

/**
 * The supergraph where the person has a field of a name.
 *
 * @param {string} field
 */
function supergraphWith(field) {
  const subgraphs = sources().map((subgraph) => ({
    ...subgraph,
    files: subgraph.files.map(({ path, text }) => ({ path, text: text.replace('fullName', field) })),
  }));
  const composed = compose(subgraphs);
  assert.ok(composed.ok);
  return composed.supergraph;
}

/**
 * Sends a body in chunks, without its length.
 *
 * @param {string} url
 * @param {string} body
 * @returns {Promise<number | undefined>}
 */
function statusOfChunks(url, body) {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method: 'POST', headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' } });
    let answered = false;
    sending.on('response', (response) => {
      answered = true;
      resolve(response.statusCode);
      response.resume();
    });
    // The gateway may close the connection while the rest is still being sent.
    sending.on('error', (error) => answered || reject(error));
    for (let at = 0; at < body.length; at += 50_000) sending.write(body.slice(at, at + 50_000));
    sending.end();
  });
}
