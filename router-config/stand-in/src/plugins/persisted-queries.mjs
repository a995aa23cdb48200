import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { LIMITS } from '../settings.mjs';

/** @typedef {import('@graphql-hive/gateway-runtime').GatewayPlugin} Plugin */

/**
 * Automatic persisted queries: the hash of a document in place of it, once it is known. The oldest are forgotten.
 *
 * @returns {Plugin}
 */
export function persistedQueries() {
  /** @type {Map<string, string>} */
  const known = new Map();
  return {
    onParams({ params, setParams }) {
      const hash = params.extensions?.persistedQuery?.sha256Hash;
      if (typeof hash !== 'string') return;
      if (params.query) {
        remember(known, hash, params.query);
        return;
      }
      const query = known.get(hash);
      if (query === undefined) {
        throw new GraphQLError('PersistedQueryNotFound', { extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', http: { status: 200 } } });
      }
      remember(known, hash, query);
      setParams({ ...params, query });
    },
  };
}

/**
 * @param {Map<string, string>} known
 * @param {string} hash
 * @param {string} query
 */
function remember(known, hash, query) {
  if (!known.has(hash) && createHash('sha256').update(query).digest('hex') !== hash) {
    throw new GraphQLError('provided sha does not match query', {
      extensions: { code: 'PERSISTED_QUERY_HASH_MISMATCH', http: { status: 400 } },
    });
  }
  known.delete(hash);
  known.set(hash, query);
  if (known.size > LIMITS.persistedQueries) known.delete(/** @type {string} */ (known.keys().next().value));
}
