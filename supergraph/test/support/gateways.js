import { spawn, spawnSync } from 'node:child_process';
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';

export const ROUTER_CONFIG = fileURLToPath(new URL('../../../router-config', import.meta.url));

const STAND_IN = join(ROUTER_CONFIG, 'stand-in');

/** The router named by LIFEOS_ROUTER, or the one on the PATH. */
export const ROUTER = findRouter();

/** Why the router's tests are skipped, if they are. On CI they are not: they fail. */
export const NO_ROUTER =
  ROUTER || process.env.CI === 'true' ? undefined : 'there is no Apollo Router here: set LIFEOS_ROUTER, or put `router` on the PATH';

/** @returns {string} or a sentence that fails the test */
export function requireRouter() {
  if (!ROUTER) throw new Error('CI needs an Apollo Router: set LIFEOS_ROUTER to it.');
  return ROUTER;
}

function findRouter() {
  const named = process.env.LIFEOS_ROUTER;
  const candidates =
    named && named !== 'stand-in' ? [resolve(named)] : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'router'));
  return candidates.find((file) => existsSync(file) && /^2\.\d+\.\d+/.test(spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout ?? ''));
}

/** What the router is started with beside what a test sets; nothing of this machine's environment may change its answers. */
export const ROUTER_ENVIRONMENT = { PATH: process.env.PATH, APOLLO_TELEMETRY_DISABLED: 'true', LIFEOS_ROUTER_LOG_FORMAT: 'text' };

/** @typedef {{ name: string, command: (supergraph: string) => string[], skip: string | undefined }} Kind */

/** @type {Kind[]} */
export const KINDS = [
  {
    name: 'Apollo Router',
    command: (supergraph) => [requireRouter(), '--hot-reload', '--config', 'router.yaml', '--supergraph', supergraph],
    skip: NO_ROUTER,
  },
  {
    name: 'stand-in',
    command: (supergraph) => [process.execPath, join(STAND_IN, 'server.mjs'), '--supergraph', supergraph],
    skip: existsSync(join(STAND_IN, 'node_modules')) ? undefined : 'its packages are not installed: run node scripts/install.js',
  },
];

/** A gateway as a process. */
export class Gateway {
  log = '';

  /**
   * @param {import('node:child_process').ChildProcess} child
   * @param {number} port
   * @param {number} healthPort
   */
  constructor(child, port, healthPort) {
    this.child = child;
    this.url = `http://127.0.0.1:${port}/graphql`;
    this.healthUrl = `http://127.0.0.1:${healthPort}/health`;
    this.metricsUrl = `http://127.0.0.1:${healthPort}/metrics`;
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (this.log += chunk));
    this.ended = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })));
  }

  /**
   * @param {Kind} kind
   * @param {string} supergraph the file
   * @param {Record<string, string>} environment
   */
  static async start(kind, supergraph, environment) {
    const [port, healthPort] = await freePorts(2);
    const [program = '', ...args] = kind.command(supergraph);
    const child = spawn(program, args, {
      cwd: ROUTER_CONFIG,
      env: {
        ...ROUTER_ENVIRONMENT,
        LIFEOS_ROUTER_LISTEN: `127.0.0.1:${port}`,
        LIFEOS_ROUTER_HEALTH_LISTEN: `127.0.0.1:${healthPort}`,
        ...environment,
      },
    });
    const gateway = new Gateway(child, port ?? 0, healthPort ?? 0);
    await until(() => gateway.#healthy());
    return gateway;
  }

  async #healthy() {
    if (this.child.exitCode !== null) throw new Error(`The gateway ended:\n${this.log}`);
    const response = await fetch(this.healthUrl).catch(() => undefined);
    return response?.ok ?? false;
  }

  /**
   * @param {unknown} body
   * @param {Record<string, string>} [headers]
   */
  async send(body, headers = {}) {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return answerOf(response);
  }

  /** @param {string} query */
  query(query) {
    return this.send({ query });
  }

  async stop() {
    this.child.kill('SIGTERM');
    return this.ended;
  }
}

/** @param {Response} response */
export async function answerOf(response) {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: text.startsWith('{') ? JSON.parse(text) : undefined };
}

/**
 * Waits for a condition.
 *
 * @param {() => Promise<boolean> | boolean} condition
 * @param {number} [milliseconds] after which it fails
 */
export async function until(condition, milliseconds = 20_000) {
  const end = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Not within ${milliseconds} ms.`);
    await pause(20);
  }
}

/** @param {number} count */
async function freePorts(count) {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
      return server;
    }),
  );
  const ports = servers.map((server) => /** @type {import('node:net').AddressInfo} */ (server.address()).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

/**
 * Writes a supergraph for a gateway to read, as `compose` does: the file is never there by half.
 *
 * @param {string} folder
 * @param {string} text
 */
export function supergraphIn(folder, text) {
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  return file;
}
