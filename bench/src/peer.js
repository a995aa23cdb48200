import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Child, freePort } from './child.js';
import { BENCH, ROOT } from './paths.js';
import { SUBGRAPHS } from './platform.js';
import { startRouter } from './router.js';

const WORKERS = 2;
/** As many connections in all as a subgraph of LifeOS has. */
const CONNECTIONS = 10;

/**
 * The NestJS peer: five subgraphs on the databases of a running LifeOS, behind a router like its own.
 *
 * @param {import('./platform.js').Platform} platform
 * @param {string} logs folder
 */
export async function startNestJs(platform, logs) {
  const folder = join(BENCH, 'peers/nestjs');
  install(folder);
  const jwks = platform.part('auth').url.replace('/graphql', '/.well-known/jwks.json');
  const children = await Promise.all(SUBGRAPHS.map((name) => subgraph(name, { platform, folder, jwks, logs })));
  const subgraphs = Object.fromEntries(children.map(({ name, url }) => [name, url]));
  const router = await startRouter({ name: 'nestjs', like: platform.part('router').pid, subgraphs, logs });
  return {
    url: router.url,
    subgraphs,
    pids: Object.fromEntries(children.map(({ name, child }) => [name, child.pid])),
    groups: {
      router: [router.child.pid],
      subgraphs: children.map(({ child }) => child.pid),
      postgres: [platform.part('postgres').pid],
    },
    stop: () => Promise.all([router.child, ...children.map(({ child }) => child)].map((child) => child.stop())),
  };
}

/** @param {string} folder */
function install(folder) {
  run(process.execPath, [join(ROOT, 'supergraph/scripts/install.js'), folder], folder);
  run('npm', ['run', '--silent', 'build'], folder);
}

/**
 * @param {string} program
 * @param {string[]} words
 * @param {string} folder
 */
function run(program, words, folder) {
  const { status } = spawnSync(program, words, { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${words.join(' ')} failed in ${folder}.`);
}

/**
 * @param {string} name
 * @param {{ platform: import('./platform.js').Platform, folder: string, jwks: string, logs: string }} context
 */
async function subgraph(name, { platform, folder, jwks, logs }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/graphql`;
  const child = new Child(`nestjs ${name}`, [process.execPath, 'dist/main.js'], {
    cwd: folder,
    env: {
      NODE_ENV: 'production',
      SUBGRAPH: name,
      PORT: String(port),
      DATABASE_URL: platform.databaseUrl(name),
      DB_POOL: String(CONNECTIONS / WORKERS),
      JWKS_URI: jwks,
      WORKERS: String(WORKERS),
    },
    log: join(logs, `nestjs-${name}.log`),
  });
  await child.ready(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __typename }"}' });
  return { name, url, child };
}
