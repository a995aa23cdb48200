import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { lint } from './lint/index.js';
import { checkRouter } from './router.js';

/** @typedef {import('./finding.js').Finding} Finding */
/** @typedef {{ linted: Finding[], router: Finding[] }} Looked */

/**
 * Looks at how the schemas are written and at the router's configurations on another thread: half of what a check takes, and nothing
 * of it needs the composition.
 *
 * @param {import('./workspace.js').SubgraphSource[]} subgraphs none where nothing of them is to be looked at
 * @param {import('./workspace.js').SchemaFile[]} configurations
 * @returns {{ done: Promise<Looked>, stop: () => void }}
 */
export function lookInBackground(subgraphs, configurations) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { subgraphs, configurations } });
  /** @type {Promise<Looked>} */
  const done = new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  // Whoever waits is told; who has stopped does not want to know.
  done.catch(() => undefined);
  return { done, stop: () => void worker.terminate() };
}

if (!isMainThread && parentPort && workerData?.configurations) {
  const { subgraphs, configurations } = workerData;
  const [router, linted] = await Promise.all([checkRouter(configurations), subgraphs.length > 0 ? lint(subgraphs) : []]);
  parentPort.postMessage({ linted, router });
}
