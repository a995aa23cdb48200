import { createServer } from 'node:http';

/**
 * A subgraph that costs nothing: it asks the real one once for each document, and gives that answer to everybody.
 *
 * @param {string} real URL
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export function startStub(real) {
  /** @type {Map<string, Promise<string>>} */
  const answers = new Map();
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const { query } = JSON.parse(body);
    const known = answers.get(query) ?? ask(real, body, request.headers.authorization);
    answers.set(query, known);
    response.writeHead(200, { 'content-type': 'application/json' }).end(await known);
  });
  server.keepAliveTimeout = 75_000;
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ url: `http://127.0.0.1:${address.port}/graphql`, close: () => server.close() });
    });
  });
}

/** @param {import('node:http').IncomingMessage} request */
async function text(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/**
 * @param {string} url
 * @param {string} body
 * @param {string} [authorization]
 */
async function ask(url, body, authorization) {
  const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
  const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(30_000) });
  return response.text();
}
