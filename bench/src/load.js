import autocannon from 'autocannon';
import * as hdr from 'hdr-histogram-js';

/**
 * @typedef {object} Call
 * @property {string} query a GraphQL document
 * @property {Record<string, unknown> | (() => Record<string, unknown>)} [variables] made anew for each request where it is a function
 * @property {string} [token] an access token
 */

/**
 * @typedef {object} Load
 * @property {string} url where the GraphQL is sent
 * @property {Call[]} calls sent in turn, each connection its own part of them
 * @property {number} connections
 * @property {number} [seconds] how long; or
 * @property {number} [amount] how many
 */

/**
 * @typedef {object} Answered
 * @property {number} requests answered with 200 and without GraphQL errors
 * @property {number} errors everything else
 * @property {string | undefined} firstError
 * @property {number} seconds
 * @property {hdr.Histogram} latency in microseconds
 */

const LONGEST_MICROSECONDS = 60_000_000;
const TIMEOUT_SECONDS = 30;
const LONGEST_ERROR = 400;

/** @param {number} microseconds */
function clamp(microseconds) {
  return Math.min(LONGEST_MICROSECONDS, Math.max(1, microseconds));
}

/**
 * @param {string} answer
 * @returns {string} its beginning, or that of its errors
 */
function errorsFirst(answer) {
  return answer.slice(Math.max(0, answer.indexOf('"errors":[{'))).slice(0, LONGEST_ERROR);
}

/** @returns {hdr.Histogram} an empty one, in microseconds */
export function histogram() {
  return hdr.build({ highestTrackableValue: LONGEST_MICROSECONDS, numberOfSignificantValueDigits: 3 });
}

/**
 * Sends calls over kept-alive connections, each the next one as soon as the last is answered.
 *
 * @param {Load} load
 * @returns {Promise<Answered>}
 */
export async function send({ url, calls, connections, seconds, amount }) {
  const requests = calls.map(request);
  const latency = histogram();
  /** @type {string | undefined} */
  let firstError;
  let given = 0;
  const setupClient = (/** @type {autocannon.Client} */ client) => {
    const mine = requests.filter((_, index) => index % connections === given % connections);
    given += 1;
    client.setRequests(mine.length > 0 ? mine : requests);
  };
  const verifyBody = (/** @type {unknown} */ body) => {
    const text = String(body);
    const good = text.startsWith('{"data":') && !text.includes('"errors":[{');
    if (!good) firstError ??= errorsFirst(text);
    return good;
  };
  const started = performance.now();
  const limit = amount === undefined ? { duration: seconds } : { amount };
  const options = { url, connections, ...limit, timeout: TIMEOUT_SECONDS, setupClient, verifyBody };
  const result = await run(options, (milliseconds) => latency.recordValue(clamp(Math.round(milliseconds * 1000))));
  const answers = result['2xx'] + result.non2xx;
  const refused = result.mismatches ?? 0;
  const taken = (performance.now() - started) / 1000;
  return { requests: answers - refused, errors: refused + result.errors, firstError, seconds: taken, latency };
}

/**
 * @param {autocannon.Options} options
 * @param {(milliseconds: number) => void} onAnswer
 * @returns {Promise<autocannon.Result>}
 */
function run(options, onAnswer) {
  return new Promise((resolve, reject) => {
    const instance = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
    instance.on('response', (_client, _status, _bytes, milliseconds) => onAnswer(milliseconds));
  });
}

/**
 * @param {Call} call
 * @returns {autocannon.Request}
 */
function request({ query, variables, token }) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const fixed = /** @type {const} */ ({ method: 'POST', headers });
  if (typeof variables !== 'function') return { ...fixed, body: JSON.stringify({ query, variables }) };
  return { ...fixed, setupRequest: (given) => ({ ...given, body: JSON.stringify({ query, variables: variables() }) }) };
}
