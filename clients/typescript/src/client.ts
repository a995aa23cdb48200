import type { TypedDocumentString } from './generated.js';

/** One error of an answer, as GraphQL has it. */
export interface GraphQLAnswerError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string; correlationId?: string; [key: string]: unknown };
}

/** What the platform says, what the router says of a document, and what happens on the way. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'QUERY_TOO_EXPENSIVE'
  | 'UPSTREAM_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR'
  | 'TIMEOUT'
  | 'NETWORK'
  | 'BAD_ANSWER'
  | (string & {});

interface Details {
  status?: number | undefined;
  correlationId?: string | undefined;
  errors?: GraphQLAnswerError[];
  data?: unknown;
  retryAfter?: number | undefined;
  cause?: unknown;
}

/** Any failure of a request. `correlationId` finds it in the logs of the platform. */
export class LifeOsError extends Error {
  override readonly name = 'LifeOsError';
  readonly code: ErrorCode;
  readonly status: number | undefined;
  readonly correlationId: string | undefined;
  readonly errors: GraphQLAnswerError[];
  /** What was answered besides the errors. */
  readonly data: unknown;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, message: string, { status, correlationId, errors = [], data, retryAfter, cause }: Details = {}) {
    super(message, { cause });
    this.code = code;
    this.status = status;
    this.correlationId = correlationId;
    this.errors = errors;
    this.data = data;
    this.retryAfter = retryAfter;
  }
}

export interface ClientOptions {
  endpoint: string;
  /** Gives the access token; nothing for an anonymous caller. */
  token?: () => string | undefined | Promise<string | undefined>;
  /** Milliseconds for a request as a whole; 30,000 by default. */
  timeout?: number;
  /** Sends a document's hash first, and the document only to a router that does not know it. */
  persistedQueries?: boolean;
  fetch?: typeof fetch;
}

export interface RequestOptions {
  signal?: AbortSignal;
  timeout?: number;
}

/** Variables may be left out where none has to be given. */
export type RequestArguments<V> = {} extends V ? [variables?: V, options?: RequestOptions] : [variables: V, options?: RequestOptions];

interface Answer {
  data?: unknown;
  errors?: GraphQLAnswerError[];
}

interface Received {
  answer: Answer;
  response: Response;
}

export class LifeOsClient {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** The data of an operation; throws a LifeOsError where anything went wrong. */
  async request<R, V>(document: TypedDocumentString<R, V>, ...[variables, options = {}]: RequestArguments<V>): Promise<R> {
    const timeout = AbortSignal.timeout(options.timeout ?? this.#options.timeout ?? 30_000);
    const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
    try {
      return dataOf<R>(await this.#exchange(document, variables, signal));
    } catch (error) {
      throw failure(error, timeout, options.signal);
    }
  }

  async #exchange<R, V>(document: TypedDocumentString<R, V>, variables: V | undefined, signal: AbortSignal): Promise<Received> {
    const query = document.toString();
    const hash: unknown = document.__meta__?.['hash'];
    if (!this.#options.persistedQueries || typeof hash !== 'string') return this.#send({ query, variables }, signal);
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
    const received = await this.#send({ variables, extensions }, signal);
    return isUnknown(received.answer) ? this.#send({ query, variables, extensions }, signal) : received;
  }

  async #send(body: object, signal: AbortSignal): Promise<Received> {
    const { endpoint, token, fetch: send = fetch } = this.#options;
    const bearer = await token?.();
    const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' };
    if (bearer) headers['authorization'] = `Bearer ${bearer}`;
    const response = await send(endpoint, { method: 'POST', headers, body: JSON.stringify(body), signal });
    return { response, answer: answerOf(await response.text(), response) };
  }
}

function answerOf(text: string, response: Response): Answer {
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer)) return answer as Answer;
  } catch {
    // Told below, with what the answer's head says.
  }
  throw new LifeOsError(codeOf(response.status), `The answer with the status ${response.status} is no GraphQL answer.`, headOf(response));
}

function codeOf(status: number): ErrorCode {
  const codes: Record<number, ErrorCode> = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 429: 'RATE_LIMITED', 503: 'UPSTREAM_UNAVAILABLE' };
  return codes[status] ?? 'BAD_ANSWER';
}

function headOf({ status, headers }: Response): Details {
  const seconds = Number(headers.get('retry-after') ?? NaN);
  return { status, correlationId: headers.get('x-correlation-id') ?? undefined, retryAfter: Number.isFinite(seconds) ? seconds : undefined };
}

function isUnknown({ errors }: Answer): boolean {
  return errors?.some(({ message, extensions }) => extensions?.code === 'PERSISTED_QUERY_NOT_FOUND' || message === 'PersistedQueryNotFound') ?? false;
}

function dataOf<R>({ answer: { data, errors = [] }, response }: Received): R {
  const [first] = errors;
  const head = headOf(response);
  if (first) {
    const { code = codeOf(response.status), correlationId = head.correlationId } = first.extensions ?? {};
    throw new LifeOsError(code, first.message, { ...head, correlationId, errors, data });
  }
  if (data === undefined || data === null) throw new LifeOsError('BAD_ANSWER', 'The answer has neither data nor errors.', head);
  return data as R;
}

/** What the caller aborted fails with the caller's reason. */
function failure(error: unknown, timeout: AbortSignal, callers: AbortSignal | undefined): unknown {
  if (error instanceof LifeOsError) return error;
  if (callers?.aborted) return error;
  if (timeout.aborted) return new LifeOsError('TIMEOUT', 'The answer did not come in time.', { cause: error });
  if (error instanceof TypeError) return new LifeOsError('NETWORK', 'The API could not be reached.', { cause: error });
  return error;
}
