import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { compose } from '../src/composition.js';
import { Published } from '../src/published.js';
import { folderWith } from './support/folders.js';
import { Gateway, KINDS, supergraphIn, until } from './support/gateways.js';
import { sources } from './support/schemas.js';
import { ToySubgraph } from './support/subgraph.js';

const DASHBOARD = '{ me { fullName heartRate unread } }';
const ANSWER = JSON.stringify({ data: { me: { fullName: 'Ann', heartRate: 60, unread: 3 } } });
const CHECKS = { errors: 0, warnings: 0, notes: 0, exitCode: 0 };
const LOOPS = 8;
/** How a gateway says that it does not take a supergraph. */
const REFUSED = { 'Apollo Router': /still running with previous configuration/, 'stand-in': /is kept as it was/ };

/** @param {string} [more] fields of the person */
function publication(more = '') {
  const subgraphs = sources().map((subgraph) => ({
    ...subgraph,
    files: subgraph.files.map(({ path, text }) => ({ path, text: text.replace('"The name."', `${more}\n  "The name."`) })),
  }));
  const composed = compose(subgraphs);
  assert.ok(composed.ok);
  return { subgraphs, supergraph: composed.supergraph, apiSchema: composed.apiSchema, author: 'Ann', checks: CHECKS };
}

/**
 * Asks without a pause over connections that are kept, until it is stopped, and keeps what was answered wrongly.
 *
 * A gateway that takes a new supergraph may close a connection between two requests, at the moment at which the next one is sent.
 * HTTP has the client send that one again, and it may do so with any request, as long as nobody saw it: `wasSeen` makes sure of that.
 *
 * @param {Gateway} gateway
 * @param {(id: string) => boolean} wasSeen whether a subgraph was asked
 */
function loadOn(gateway, wasSeen) {
  /** @type {string[]} */
  const wrong = [];
  const agent = new Agent({ keepAlive: true });
  let going = true;
  let answered = 0;
  let repeated = 0;
  /** @param {string} id @returns {Promise<string>} */
  const ask = async (id) => {
    const { text, closed } = await posted(gateway.url, agent, id);
    if (!closed || wasSeen(id)) return text;
    repeated += 1;
    return ask(id);
  };
  const loop = async () => {
    while (going) {
      const text = await ask(randomUUID());
      if (text !== `200 ${ANSWER}`) wrong.push(text);
      answered += 1;
    }
  };
  const loops = Promise.all(Array.from({ length: LOOPS }, loop));
  return {
    wrong,
    /** Until each loop has asked anew and been answered. */
    more: async () => {
      const before = answered;
      await until(() => answered >= before + 3 * LOOPS);
    },
    stop: async () => {
      going = false;
      await loops;
      agent.destroy();
      return { answered, repeated };
    },
  };
}

/**
 * @param {string} url
 * @param {Agent} agent
 * @param {string} id
 * @returns {Promise<{ text: string, closed: boolean }>} `closed` where the connection, which had served others, went without a word
 */
function posted(url, agent, id) {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'x-correlation-id': id };
    const sending = request(url, { method: 'POST', agent, headers });
    let begun = false;
    const failed = (/** @type {any} */ error) =>
      resolve({ text: `${error.code} ${error.message}`, closed: !begun && sending.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(error.code) });
    sending.on('error', failed);
    sending.on('response', (response) => {
      begun = true;
      let body = '';
      response.setEncoding('utf8').on('data', (chunk) => (body += chunk));
      response.on('error', failed).on('end', () => resolve({ text: `${response.statusCode} ${body}`, closed: false }));
    });
    sending.end(JSON.stringify({ query: DASHBOARD }));
  });
}

for (const kind of KINDS) {
  describe(kind.name, { skip: kind.skip }, () => {
    const person = { __typename: 'User', id: 'ann', fullName: 'Ann', nickname: 'An' };
    /** @type {Set<unknown>} */
    const seen = new Set();
    const auth = new ToySubgraph(({ headers }) => {
      seen.add(headers['x-correlation-id']);
      return { json: { data: { me: person } } };
    });
    const health = new ToySubgraph(() => ({ json: { data: { _entities: [{ __typename: 'User', heartRate: 60 }] } } }));
    const notification = new ToySubgraph(() => ({ json: { data: { _entities: [{ __typename: 'User', unread: 3 }] } } }));
    const subgraphs = [auth, health, notification];
    before(() => Promise.all(subgraphs.map((subgraph) => subgraph.start())));
    after(() => Promise.all(subgraphs.map((subgraph) => subgraph.stop())));

    test('takes what is published under load, refuses what is broken and goes back, and loses no request', async (context) => {
      const folder = join(folderWith(context), 'registry');
      const published = new Published(folder);
      const { id: first } = await published.publish(publication());
      const gateway = await Gateway.start(kind, published.supergraphFile, {
        LIFEOS_SUBGRAPH_AUTH_URL: auth.url,
        LIFEOS_SUBGRAPH_HEALTH_URL: health.url,
        LIFEOS_SUBGRAPH_NOTIFICATION_URL: notification.url,
      });
      context.after(() => gateway.stop());
      const isNew = async () => {
        const { status, json } = await gateway.query('{ me { nickname } }');
        if (status !== 200) return false;
        assert.deepEqual(json, { data: { me: { nickname: 'An' } } });
        return true;
      };

      const load = loadOn(gateway, (id) => seen.has(id));
      context.after(load.stop);
      await load.more();
      assert.equal(await isNew(), false);

      await published.publish(publication('"What friends say."\n  nickname: String'));
      await until(isNew, 40_000);
      await load.more();
      assert.deepEqual(load.wrong.slice(0, 3), []);

      const told = gateway.log.length;
      supergraphIn(folder, 'type {');
      await until(() => REFUSED[/** @type {keyof typeof REFUSED} */ (kind.name)].test(gateway.log.slice(told)), 40_000);
      await load.more();
      assert.ok(await isNew());
      assert.deepEqual(load.wrong.slice(0, 3), []);

      await published.rollback(first);
      await until(async () => !(await isNew()), 40_000);
      await load.more();
      const { answered, repeated } = await load.stop();
      assert.deepEqual(load.wrong.slice(0, 3), []);
      context.diagnostic(`${answered} requests answered, ${repeated} sent again as their connection was closed before`);
    });
  });
}
