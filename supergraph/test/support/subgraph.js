import { createServer } from 'node:http';

/**
 * What reaches a subgraph.
 *
 * @typedef {{ headers: import('node:http').IncomingHttpHeaders, query: string, variables: any }} Received
 */

/**
 * What a subgraph answers: a value for JSON, or all of the response. `undefined` never answers.
 *
 * @typedef {{ status?: number, type?: string, body: string }} Raw
 * @typedef {(request: Received) => { json: any } | Raw | undefined | Promise<{ json: any }>} Answer
 */

/** A subgraph over HTTP that keeps what it receives and answers as it is told. */
export class ToySubgraph {
  /** @type {Received[]} */
  received = [];
  #server = createServer((request, response) => this.#serve(request, response));
  #port = 0;

  /** @param {Answer} answer */
  constructor(answer) {
    this.answer = answer;
    this.usual = answer;
  }

  get url() {
    return `http://127.0.0.1:${this.#port}/graphql`;
  }

  get last() {
    const last = this.received.at(-1);
    if (!last) throw new Error('The subgraph was not asked.');
    return last;
  }

  /** Starts on a free port the first time, and on the same one after a stop. */
  async start() {
    await new Promise((resolve) => this.#server.listen(this.#port, '127.0.0.1', () => resolve(undefined)));
    this.#port = /** @type {import('node:net').AddressInfo} */ (this.#server.address()).port;
  }

  async stop() {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  reset() {
    this.answer = this.usual;
    this.received = [];
  }

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async #serve(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { query, variables } = JSON.parse(Buffer.concat(chunks).toString());
    const received = { headers: request.headers, query, variables };
    this.received.push(received);
    const answer = await this.answer(received);
    if (!answer) return;
    const { status = 200, type = 'application/json', body } = 'json' in answer ? { body: JSON.stringify(answer.json) } : answer;
    response.writeHead(status, { 'content-type': type }).end(body);
  }
}
