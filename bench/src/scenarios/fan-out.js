import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { histogram, send } from '../load.js';
import { cpuSeconds } from '../processes.js';

const EVENTS = 'subscription { notificationEvents { kind notification { title } } }';
const SEND = `mutation ($input: SendNotificationInput!) { sendNotification(input: $input) { notification { id } errors { code message } } }`;
const LISTENERS = 500;
const WARM_UP_ROUNDS = 8;
const ROUNDS = 6;
const CONNECTIONS = 8;
const CONNECTED_AT_ONCE = 20;
const RETRIES = 5;
const LATEST_MILLISECONDS = 30_000;
const SETTLED_MILLISECONDS = 500;
const WARM_UP = 'warm-up';

/** @type {import('./index.js').Scenario} */
export const fanOut = { name: 'fan-out', title: 'Live notifications to five hundred people', run };

/**
 * @param {import('../bench.js').Bench} bench
 * @returns {Promise<import('./index.js').Outcome>}
 */
async function run(bench) {
  await bench.withoutPeer();
  const people = await bench.people.signedIn(LISTENERS);
  const token = await bench.people.serviceToken();
  const url = bench.platform.part('edge').url;
  const { pid, url: notification } = bench.platform.part('notification');
  const arrivals = new Arrivals();
  const clients = [];
  while (clients.length < people.length) {
    const next = people.slice(clients.length, clients.length + CONNECTED_AT_ONCE);
    clients.push(...(await Promise.all(next.map((person) => listen(url, person, arrivals)))));
  }
  const groups = { edge: [bench.platform.part('edge').pid], subgraph: [pid], postgres: bench.platform.groups.postgres };
  await listening(people, arrivals, (deaf) => notify(notification, token, deaf, () => WARM_UP));
  for (let round = 0; round < WARM_UP_ROUNDS; round++) await notify(notification, token, people, () => WARM_UP);

  const before = cpuSeconds(groups);
  const started = performance.now();
  for (let round = 0; round < ROUNDS; round++) {
    await notify(notification, token, people, now);
  }
  const events = people.length * ROUNDS;
  await arrivals.all(events);
  const seconds = (performance.now() - started) / 1000;
  const after = cpuSeconds(groups);
  await Promise.all(clients.map((client) => client.dispose()));

  const cpu = Object.keys(groups).map((name) => (1000 * ((after[name] ?? 0) - (before[name] ?? 0))) / events);
  return {
    about: `${LISTENERS} WebSockets at the edge, one a person; every person gets ${ROUNDS} notifications, each stored first. They are sent over ${CONNECTIONS} connections; the time is from the request that sends one to its arrival at the client.`,
    columns: ['', 'events/s', 'p50 ms', 'p99 ms', 'CPU ms per event: edge', 'subgraph', 'PostgreSQL', 'lost'],
    rows: [['live events', (events / seconds).toFixed(0), ...arrivals.percentiles(), ...cpu.map((each) => each.toFixed(2)), events - arrivals.count]],
    notes: [],
    goals: [],
  };
}

/**
 * A client does not learn when its subscription has begun: so people get notifications until each has heard one.
 *
 * @template {{ id: string }} T
 * @param {T[]} people
 * @param {Arrivals} arrivals
 * @param {(deaf: T[]) => Promise<void>} tell
 */
async function listening(people, arrivals, tell) {
  const deadline = Date.now() + LATEST_MILLISECONDS;
  for (let deaf = people; deaf.length > 0; deaf = people.filter(({ id }) => !arrivals.heard.has(id))) {
    if (Date.now() > deadline) throw new Error(`${deaf.length} subscriptions hear nothing.`);
    await tell(deaf);
    await pause(SETTLED_MILLISECONDS);
  }
}

/** Milliseconds, as text: the title of a notification tells when it was sent. */
function now() {
  return String(performance.now());
}

/** What has arrived, and how long it was on its way. */
class Arrivals {
  count = 0;
  latency = histogram();
  /** Who has heard something. */
  heard = new Set();

  /**
   * @param {string} person
   * @param {string} title tells when it was sent
   */
  add(person, title) {
    this.heard.add(person);
    if (title === WARM_UP) return;
    this.count += 1;
    this.latency.recordValue(Math.max(1, Math.round((performance.now() - Number(title)) * 1000)));
  }

  /** @param {number} expected */
  async all(expected) {
    const deadline = Date.now() + LATEST_MILLISECONDS;
    while (this.count < expected && Date.now() < deadline) await pause(5);
  }

  percentiles() {
    return [50, 99].map((percentile) => (this.latency.getValueAtPercentile(percentile) / 1000).toFixed(1));
  }
}

/**
 * @param {string} url
 * @param {string} token
 * @param {{ id: string }[]} people
 * @param {() => string} title
 */
async function notify(url, token, people, title) {
  const calls = people.map(({ id: userId }) => ({
    query: SEND,
    token,
    variables: () => ({ input: { userId, topic: 'SYSTEM', title: title(), message: 'From the bench.' } }),
  }));
  const { errors, firstError } = await send({ url, calls, connections: CONNECTIONS, amount: calls.length });
  if (errors > 0) throw new Error(`${errors} notifications were not sent: ${firstError}`);
}

/**
 * @param {string} url
 * @param {{ id: string, accessToken: string }} person
 * @param {Arrivals} arrivals
 */
async function listen(url, { id, accessToken: token }, arrivals) {
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: RETRIES,
    lazy: false,
    onNonLazyError: () => {},
  });
  await new Promise((resolve) => client.on('connected', resolve));
  client.subscribe(
    { query: EVENTS },
    {
      next: ({ data }) => arrivals.add(id, /** @type {any} */ (data)?.notificationEvents.notification?.title),
      error: () => {},
      complete: () => {},
    },
  );
  return client;
}
