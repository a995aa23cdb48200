import { send } from '../load.js';
import { cpuSeconds } from '../processes.js';
import { PASSWORD } from '../data/index.js';

const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) { session { accessToken refreshToken } errors { code message } } }`;
const LOGINS = 200;
const REFRESHES = 900;

/** @type {import('./index.js').Scenario} */
export const login = { name: 'login', title: 'Log-in and refresh', run };

/**
 * @param {import('../bench.js').Bench} bench
 * @returns {Promise<import('./index.js').Outcome>}
 */
async function run(bench) {
  await bench.withoutPeer();
  const { url } = bench.platform.part('router');
  const calls = bench.people.people.slice(0, LOGINS).map(({ email }) => ({ query: LOGIN, variables: { input: { email, password: PASSWORD } } }));
  await send({ url, calls, connections: 4, amount: LOGINS });
  const before = cpuSeconds(bench.platform.groups);
  const logins = await send({ url, calls, connections: 4, amount: LOGINS });
  const between = cpuSeconds(bench.platform.groups);
  await bench.people.signedIn(REFRESHES);
  bench.people.age();
  const middle = cpuSeconds(bench.platform.groups);
  const started = performance.now();
  await bench.people.signedIn(REFRESHES);
  const seconds = (performance.now() - started) / 1000;
  const after = cpuSeconds(bench.platform.groups);
  return {
    about: 'Log-in hashes the password, which is meant to be slow. Refresh exchanges a refresh token, straight at the auth subgraph, eight at once.',
    columns: ['', 'per second', 'CPU ms each', 'errors'],
    rows: [
      ['log-in', (logins.requests / logins.seconds).toFixed(0), each(before, between, logins.requests), logins.errors],
      ['refresh', (REFRESHES / seconds).toFixed(0), each(middle, after, REFRESHES), 0],
    ],
    notes: logins.firstError ? [`An error: ${logins.firstError}`] : [],
    goals: [],
  };
}

/**
 * @param {Record<string, number>} before
 * @param {Record<string, number>} after
 * @param {number} requests
 */
function each(before, after, requests) {
  const seconds = Object.keys(after).reduce((sum, name) => sum + (after[name] ?? 0) - (before[name] ?? 0), 0);
  return ((1000 * seconds) / requests).toFixed(2);
}
