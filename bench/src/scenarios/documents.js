import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../paths.js';

/** The README's query: the newest of each domain. */
export const DASHBOARD = readFileSync(join(ROOT, 'supergraph/operations/dashboard.graphql'), 'utf8');

/** The same for a large screen: ids, cursors and five times as many entries. */
export const FULL_DASHBOARD = `query FullDashboard {
  me {
    id fullName email timeZone locale
    vitals(first: 50) {
      edges { cursor node { id type value unit source recordedAt } }
      pageInfo { hasNextPage endCursor }
    }
    transactions(first: 50) {
      edges { cursor node { id amount { amount currency } merchantName description category { code name } status date } }
      pageInfo { hasNextPage endCursor }
    }
    progress(first: 10) {
      edges { node { id course { title } percent completed lastActivityAt } }
      pageInfo { hasNextPage endCursor }
    }
    notifications(first: 20) {
      unreadCount
      edges { cursor node { id title message topic priority createdAt readAt } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

/** What the router sends to a subgraph for each of its parts, here for many people at once. */
export const ENTITIES = {
  health: entities('vitals(first: 10) { edges { node { type value unit recordedAt } } }'),
  finance: entities('transactions(first: 10) { edges { node { amount { amount currency } merchantName date } } }'),
  learning: entities('progress(first: 5) { edges { node { course { title } percent completed } } }'),
  notification: entities('notifications(first: 5) { unreadCount edges { node { title priority readAt } } }'),
};

/** @param {string} selection */
function entities(selection) {
  return `query ($people: [_Any!]!) { _entities(representations: $people) { ... on User { ${selection} } } }`;
}
