import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Child, freePort } from './child.js';
import { ROOT } from './paths.js';

/**
 * Another router of the same program, configuration and supergraph as LifeOS's, in front of other subgraphs.
 *
 * @param {object} wanted
 * @param {string} wanted.name
 * @param {number} wanted.like the process of LifeOS's router
 * @param {Record<string, string>} wanted.subgraphs URLs by name
 * @param {string} wanted.logs folder
 * @returns {Promise<{ child: Child, url: string }>}
 */
export async function startRouter({ name, like, subgraphs, logs }) {
  const [listen, health] = [await freePort(), await freePort()];
  const urls = Object.entries(subgraphs).map(([subgraph, url]) => [`LIFEOS_SUBGRAPH_${subgraph.toUpperCase()}_URL`, url]);
  const { program, folder } = running(like);
  const child = new Child(`${name} router`, [program, '--config', 'router.yaml', '--supergraph', join(ROOT, 'supergraph/supergraph.graphql')], {
    cwd: folder,
    env: {
      APOLLO_TELEMETRY_DISABLED: 'true',
      LIFEOS_ROUTER_LISTEN: `127.0.0.1:${listen}`,
      LIFEOS_ROUTER_HEALTH_LISTEN: `127.0.0.1:${health}`,
      ...Object.fromEntries(urls),
    },
    log: join(logs, `${name}-router.log`),
  });
  await child.ready(`http://127.0.0.1:${health}/health`);
  return { child, url: `http://127.0.0.1:${listen}/graphql` };
}

/**
 * @param {number} pid
 * @returns {{ program: string, folder: string }} what runs as that process, and the folder of its configuration
 */
function running(pid) {
  const [program = ''] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  if (!program.endsWith('router')) throw new Error('The bench measures behind Apollo Router: set LIFEOS_ROUTER, or ./lifeos router install.');
  return { program, folder: join(ROOT, 'router-config') };
}
