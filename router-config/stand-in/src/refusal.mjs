/** @typedef {import('node:http').ServerResponse} Outgoing */

/** What is said to a client before, or instead of, an answer of the gateway. */
export class Refusal extends Error {
  /**
   * @param {number} status
   * @param {string} code
   * @param {string} message
   */
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/**
 * @param {Outgoing} outgoing
 * @param {unknown} error
 */
export function refuse(outgoing, error) {
  const refusal =
    error instanceof Refusal ? error : new Refusal(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong on our side.');
  if (error !== refusal) console.error(error);
  if (outgoing.headersSent || outgoing.destroyed) return;
  const { status, code, message } = refusal;
  // The rest of a body that is too large is not read.
  if (status === 413) outgoing.setHeader('connection', 'close');
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

/**
 * The router's codes for what was not executed.
 *
 * @param {string} text
 * @param {boolean} redacted
 */
export function inRoutersWords(text, redacted) {
  const errors = errorsIn(text);
  if (redacted && errors.some((/** @type {any} */ error) => error.extensions?.code === 'GRAPHQL_VALIDATION_FAILED')) {
    return JSON.stringify({ errors: [{ message: 'invalid query', extensions: { code: 'UNKNOWN_ERROR' } }] });
  }
  return JSON.stringify({
    errors: errors.map((/** @type {any} */ { message, locations, extensions }) => {
      if (extensions?.code === 'BAD_REQUEST') {
        return { message: 'Invalid GraphQL request', extensions: { code: 'INVALID_GRAPHQL_REQUEST' } };
      }
      const code = extensions?.code === 'GRAPHQL_PARSE_FAILED' ? 'PARSING_ERROR' : extensions?.code;
      return { message, locations, extensions: { code } };
    }),
  });
}

/**
 * Some refusals of the gateway are plain text.
 *
 * @param {string} text
 * @returns {any[]}
 */
function errorsIn(text) {
  const errors = text.startsWith('{') ? JSON.parse(text).errors : undefined;
  return errors ?? [{ extensions: { code: 'BAD_REQUEST' } }];
}
