// Follows a person's notifications with a stock client, as a front end would, and prints what happens as JSON lines.
//   node live.mjs ws|sse ENDPOINT TOKEN
import { createClient as createSseClient } from "graphql-sse";
import { createClient as createWsClient } from "graphql-ws";
import WebSocket from "ws";

const [kind, endpoint, token] = process.argv.slice(2);
const say = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
const authorization = `Bearer ${token}`;
let cursor = null;

const retries = { retryAttempts: 100, retryWait: () => new Promise((resolve) => setTimeout(resolve, 250)) };
const client =
  kind === "ws"
    ? createWsClient({
        url: endpoint.replace(/^http/, "ws"),
        webSocketImpl: WebSocket,
        connectionParams: { authorization },
        // By itself it tries again after a lost connection, not after a refused one, as while the edge starts.
        shouldRetry: () => true,
        on: {
          connected: () => say({ connected: true }),
          closed: (event) => say({ closed: event.code }),
        },
        ...retries,
      })
    : createSseClient({
        url: endpoint,
        headers: { authorization },
        ...retries,
      });

// A query by plain HTTP and the subscription, on the one URL.
const response = await fetch(endpoint, {
  method: "POST",
  headers: { "content-type": "application/json", authorization },
  body: JSON.stringify({ query: "{ me { fullName } }" }),
});
say({ queried: (await response.json()).data?.me?.fullName ?? response.status });

const query = `subscription ($after: String) {
  notificationEvents(after: $after) { cursor kind notification { title } }
}`;
// The clients ask for the variables anew at each connection, so that they go on behind the last event.
const variables = { get after() { return cursor; } };
client.subscribe(
  { query, variables },
  {
    next: ({ data, errors }) => {
      if (errors) return say({ errors });
      cursor = data.notificationEvents.cursor;
      say({ event: data.notificationEvents.notification?.title ?? data.notificationEvents.kind });
    },
    error: (error) => {
      say({ failed: String(error.code ?? error.message ?? error) });
      process.exit(1);
    },
    complete: () => say({ complete: true }),
  },
);
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
