import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import * as http from '@graphql-mesh/transport-http';
import { limits } from './plugins/limits.mjs';
import { persistedQueries } from './plugins/persisted-queries.mjs';
import { redaction } from './plugins/redaction.mjs';
import { noSubscriptions, nullData, variableErrors } from './plugins/results.mjs';
import { SupergraphFile } from './supergraph.mjs';

/** What subgraphs get to see of a request. */
const PROPAGATED = [
  'authorization',
  'x-correlation-id',
  'traceparent',
  'tracestate',
  'user-agent',
  'accept-language',
  'x-forwarded-for',
];

/**
 * @param {import('./settings.mjs').Settings} settings
 * @param {(message: string) => void} warn
 */
export function gatewayOf(settings, warn) {
  const file = new SupergraphFile(settings.supergraph, warn);
  return createGatewayRuntime({
    supergraph: () => file.read(),
    // Shorter than this and the gateway reads the file while it is busy with the one before.
    pollingInterval: 10_000,
    // Requests under way end on the supergraph that they began with.
    gracefulSchemaReload: { drainTimeout: 30_000 },
    unifiedGraphHandler,
    transports: { http },
    transportEntries: Object.fromEntries([...settings.overrides].map(([name, location]) => [name, { location }])),
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: false,
    logging: 'warn',
    maskedErrors: false,
    subgraphErrors: false,
    cors: false,
    requestId: false,
    disableIntrospection: settings.introspection ? undefined : { disableIf: () => true },
    upstreamTimeout: settings.subgraphTimeout,
    propagateHeaders: {
      fromClientToSubgraphs: ({ request }) =>
        Object.fromEntries(PROPAGATED.map((name) => [name, request.headers.get(name) ?? undefined])),
    },
    plugins: () => [persistedQueries(), limits(), noSubscriptions(), nullData(), variableErrors(), redaction(warn)],
  });
}
