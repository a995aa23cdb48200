import { GraphQLError } from 'graphql';

const CODES = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'RATE_LIMITED',
  'QUERY_TOO_EXPENSIVE',
  'UPSTREAM_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
]);

/**
 * What clients see of a subgraph's errors, as rhai/errors.rhai has it: those with one of our codes pass, reduced to code and
 * correlation id; all others say only that the service is unavailable.
 *
 * @param {readonly any[]} errors
 * @param {string} subgraph
 * @param {string} correlationId
 */
export function redact(errors, subgraph, correlationId) {
  const shown = errors.filter(isOurs).map((error) => said(error.message, error.extensions.code, error, correlationId));
  for (const error of errors.filter((other) => !isOurs(other))) {
    if (shown.length > 0 && !error.path) continue;
    shown.push(said(`The ${subgraph} service is unavailable.`, 'UPSTREAM_UNAVAILABLE', error, correlationId));
  }
  return shown;
}

/** @param {any} error */
export function isOurs(error) {
  return CODES.has(error?.extensions?.code);
}

/**
 * @param {string} message
 * @param {string} code
 * @param {any} error
 * @param {string} correlationId
 */
function said(message, code, error, correlationId) {
  return new GraphQLError(message, { path: error.path, extensions: { code, correlationId } });
}
