import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * @typedef {{ host: string, port: number }} Address
 * @typedef {object} Settings
 * @property {string} supergraph the file
 * @property {Address} listen
 * @property {Address} healthListen
 * @property {Map<string, string>} overrides where subgraphs are, where that is not what the supergraph says
 * @property {RegExp} origins of web pages that may call
 * @property {boolean} introspection
 * @property {boolean} redactValidation whether validation errors say nothing of the schema
 * @property {number} requestTimeout of a client's request, in milliseconds
 * @property {number} subgraphTimeout of a request to a subgraph, in milliseconds
 */

/** The same bounds as in router.yaml; the router has none for the depth without a licence. */
export const LIMITS = Object.freeze({ bodyBytes: 2_000_000, tokens: 6_000, selections: 20_000, depth: 30, persistedQueries: 2_048 });

const SUPERGRAPH = fileURLToPath(new URL('../../../supergraph/supergraph.graphql', import.meta.url));
const SUBGRAPH_URL = /^LIFEOS_SUBGRAPH_(\w+)_URL$/;

/**
 * Reads the same environment as router.yaml; the command line comes first.
 *
 * @param {string[]} args
 * @param {Record<string, string | undefined>} env
 * @returns {Settings}
 */
export function settingsOf(args, env) {
  const { values } = parseArgs({
    args,
    options: {
      supergraph: { type: 'string' },
      listen: { type: 'string' },
      'health-listen': { type: 'string' },
      override: { type: 'string', multiple: true, default: [] },
    },
  });
  return {
    supergraph: values.supergraph ?? env.LIFEOS_SUPERGRAPH ?? SUPERGRAPH,
    listen: address(values.listen ?? env.LIFEOS_ROUTER_LISTEN ?? '127.0.0.1:4000'),
    healthListen: address(values['health-listen'] ?? env.LIFEOS_ROUTER_HEALTH_LISTEN ?? '127.0.0.1:8088'),
    overrides: new Map([...fromEnvironment(env), ...values.override.map(pair)]),
    origins: new RegExp(env.LIFEOS_ROUTER_ORIGINS ?? '^http://localhost:(3000|5173)$'),
    introspection: (env.LIFEOS_ROUTER_INTROSPECTION ?? 'true') === 'true',
    redactValidation: env.LIFEOS_ROUTER_REDACT_VALIDATION === 'true',
    requestTimeout: duration(env.LIFEOS_ROUTER_TIMEOUT ?? '30s'),
    subgraphTimeout: duration(env.LIFEOS_SUBGRAPH_TIMEOUT ?? '10s'),
  };
}

/**
 * @param {Record<string, string | undefined>} env
 * @returns {[string, string][]}
 */
function fromEnvironment(env) {
  return Object.entries(env).flatMap(([name, url]) => {
    const subgraph = SUBGRAPH_URL.exec(name)?.[1];
    return subgraph && url ? [[subgraph.toLowerCase(), url]] : [];
  });
}

/**
 * @param {string} text
 * @returns {[string, string]}
 */
function pair(text) {
  const [, name, url] = /^(\w+)=(\S+)$/.exec(text) ?? [];
  if (!name || !url) throw new Error(`--override takes NAME=URL, not ${text}.`);
  return [name, url];
}

/**
 * @param {string} text
 * @returns {Address}
 */
function address(text) {
  const [, host, port] = /^(.+):(\d+)$/.exec(text) ?? [];
  if (!host || !port) throw new Error(`An address is HOST:PORT, not ${text}.`);
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) };
}

/** @param {string} text */
function duration(text) {
  const [, number, unit] = /^(\d+)(ms|s|m)$/.exec(text) ?? [];
  if (!number || !unit) throw new Error(`A duration is a number with ms, s or m, not ${text}.`);
  return Number(number) * { ms: 1, s: 1000, m: 60_000 }[/** @type {'ms' | 's' | 'm'} */ (unit)];
}
