import { Refusal } from './refusal.mjs';

/** @typedef {import('node:http').IncomingMessage} Incoming */
/** @typedef {import('node:http').ServerResponse} Outgoing */

const ID = 'x-correlation-id';
const PREFLIGHTED = ['x-apollo-operation-name', 'apollo-require-preflight'];
const UNASKED_TYPES = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);
const CSRF =
  "This operation has been blocked as a potential Cross-Site Request Forgery (CSRF). Please either specify a 'content-type' " +
  'header (with a mime-type that is not one of application/x-www-form-urlencoded, multipart/form-data, text/plain) or provide ' +
  'one of the following headers: ' + PREFLIGHTED.join(', ');

/**
 * @param {Incoming} incoming
 * @param {Outgoing} outgoing
 * @param {RegExp} origins
 */
export function allowOrigin(incoming, outgoing, origins) {
  const { origin } = incoming.headers;
  outgoing.setHeader('vary', 'origin');
  if (!origin || !origins.test(origin)) return;
  outgoing.setHeader('access-control-allow-origin', origin);
  outgoing.setHeader('access-control-expose-headers', ID);
  if (incoming.method !== 'OPTIONS') return;
  outgoing.setHeader('access-control-allow-methods', 'GET,POST,OPTIONS');
  outgoing.setHeader('access-control-max-age', '7200');
  const allowed = ['authorization', 'content-type', ID, 'traceparent', 'tracestate', ...PREFLIGHTED];
  outgoing.setHeader('access-control-allow-headers', allowed.join(','));
}

/**
 * A page of another site can send some requests without the browser asking first; none of these is GraphQL's.
 *
 * @param {Incoming} incoming
 */
export function refuseForgery(incoming) {
  if (PREFLIGHTED.some((name) => incoming.headers[name])) return;
  const type = incoming.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (!type || UNASKED_TYPES.has(type)) throw new Refusal(400, 'CSRF_ERROR', CSRF);
}
