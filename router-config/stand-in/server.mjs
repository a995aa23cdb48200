#!/usr/bin/env node
// Serves the supergraph where there is no Apollo Router. ../README.md says what differs.
import { createServer } from 'node:http';
import { door } from './src/door.mjs';
import { gatewayOf } from './src/gateway.mjs';
import { settingsOf } from './src/settings.mjs';

/** @param {string} message */
function warn(message) {
  console.warn(JSON.stringify({ timestamp: new Date().toISOString(), level: 'WARN', message }));
}

/**
 * @param {import('node:http').Server} server
 * @param {import('./src/settings.mjs').Address} address
 */
function listen(server, { host, port }) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(undefined));
  });
}

/** @param {import('node:http').Server} server */
function close(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeIdleConnections();
  });
}

/**
 * The supergraph is read before the first client asks, not by it. The gateway's own way to stop is to drop what is under way; it
 * has set that up once it has answered, so that it can be taken off.
 *
 * @param {ReturnType<typeof gatewayOf>} gateway
 */
async function warmUp(gateway) {
  await gateway.getSchema();
  const headers = { 'content-type': 'application/json' };
  await gateway.fetch(new Request('http://router/graphql', { method: 'POST', headers, body: '{"query":"{ __typename }"}' }));
  process.removeAllListeners('SIGTERM');
  process.removeAllListeners('SIGINT');
}

async function main() {
  const settings = settingsOf(process.argv.slice(2), process.env);
  const gateway = gatewayOf(settings, warn);
  await warmUp(gateway);
  let stopping = false;
  const clients = createServer(door((request) => gateway.fetch(request), settings));
  const health = createServer((request, response) => {
    const known = request.url?.split('?')[0] === '/health';
    const status = !known ? 404 : stopping ? 503 : 200;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(known ? JSON.stringify({ status: stopping ? 'DOWN' : 'UP' }) : '');
  });
  await listen(clients, settings.listen);
  await listen(health, settings.healthListen);
  const { host, port } = settings.listen;
  console.log(JSON.stringify({ timestamp: new Date().toISOString(), level: 'INFO', message: `GraphQL at http://${host}:${port}/graphql` }));

  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // Requests under way are answered; none lasts longer than the request timeout.
    setTimeout(() => process.exit(1), settings.requestTimeout + 1000).unref();
    await close(clients);
    await close(health);
    await gateway.dispose();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
