import { randomUUID } from 'node:crypto';
import { allowOrigin, refuseForgery } from './browsers.mjs';
import { Refusal, inRoutersWords, refuse } from './refusal.mjs';
import { LIMITS } from './settings.mjs';

/** @typedef {import('node:http').IncomingMessage} Incoming */
/** @typedef {import('node:http').ServerResponse} Outgoing */

const ID = 'x-correlation-id';
const WELL_FORMED = /^[A-Za-z0-9._-]{8,64}$/;
const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/**
 * Takes clients' requests: path, web origins, correlation id, forgery, size and time, in that order.
 *
 * @param {(request: Request) => Promise<Response> | Response} gateway
 * @param {import('./settings.mjs').Settings} settings
 * @returns {(incoming: Incoming, outgoing: Outgoing) => Promise<void>}
 */
export function door(gateway, settings) {
  return async (incoming, outgoing) => {
    const id = correlationId(incoming);
    outgoing.setHeader(ID, id);
    allowOrigin(incoming, outgoing, settings.origins);
    try {
      const url = new URL(`http://router${incoming.url}`);
      if (url.pathname !== '/graphql') {
        outgoing.writeHead(404).end();
      } else if (incoming.method === 'OPTIONS') {
        outgoing.writeHead(204).end();
      } else {
        await answer(incoming, outgoing, url, id, gateway, settings);
      }
    } catch (error) {
      refuse(outgoing, error);
    }
  };
}

/**
 * @param {Incoming} incoming
 * @param {Outgoing} outgoing
 * @param {URL} url
 * @param {string} id
 * @param {(request: Request) => Promise<Response> | Response} gateway
 * @param {import('./settings.mjs').Settings} settings
 */
async function answer(incoming, outgoing, url, id, gateway, settings) {
  if (incoming.method !== 'POST' && incoming.method !== 'GET') {
    outgoing.writeHead(405, { allow: 'GET, POST' }).end();
    return;
  }
  refuseForgery(incoming);
  const body = incoming.method === 'POST' ? await bodyOf(incoming) : undefined;
  const headers = new Headers(/** @type {Record<string, string>} */ (singleHeaders(incoming)));
  headers.set(ID, id);
  const signal = AbortSignal.timeout(settings.requestTimeout);
  // So asked, the gateway tells by the status whether anything was executed, as the router does for every client.
  headers.set('accept', GRAPHQL_RESPONSE);
  const response = await within(signal, gateway(new Request(url, { method: incoming.method, headers, body, signal })));
  const text = await response.text();
  const type = incoming.headers.accept?.includes(GRAPHQL_RESPONSE) ? GRAPHQL_RESPONSE : 'application/json';
  outgoing.writeHead(response.status, { 'content-type': type });
  outgoing.end(response.status < 400 ? text : inRoutersWords(text, settings.redactValidation));
}

/** @param {Incoming} incoming */
function correlationId(incoming) {
  const sent = incoming.headers[ID];
  return typeof sent === 'string' && WELL_FORMED.test(sent) ? sent : randomUUID();
}

/** @param {Incoming} incoming */
async function bodyOf(incoming) {
  if (Number(incoming.headers['content-length'] ?? 0) > LIMITS.bodyBytes) throw tooLarge();
  const chunks = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > LIMITS.bodyBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge() {
  return new Refusal(413, 'INVALID_GRAPHQL_REQUEST', 'Request body payload too large');
}

/** @param {Incoming} incoming */
function singleHeaders(incoming) {
  const hop = new Set(['connection', 'content-length', 'host', 'transfer-encoding', 'keep-alive', 'upgrade', 'expect']);
  return Object.fromEntries(
    Object.entries(incoming.headers)
      .filter(([name]) => !hop.has(name))
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

/**
 * @template T
 * @param {AbortSignal} signal
 * @param {Promise<T> | T} work
 * @returns {Promise<T>}
 */
function within(signal, work) {
  const late = new Promise((_, reject) => {
    const refusal = new Refusal(504, 'GATEWAY_TIMEOUT', 'Your request has been timed out');
    signal.addEventListener('abort', () => reject(refusal), { once: true });
  });
  return Promise.race([work, /** @type {Promise<T>} */ (late)]);
}
