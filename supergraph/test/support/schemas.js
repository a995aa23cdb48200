/** A small platform with the names of the real one, for tests that are about composing and serving, not about the domains. */

export const SHARED = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@inaccessible", "@tag"])

directive @access(to: Audience! = SELF) on FIELD_DEFINITION | OBJECT

"Who may use a field."
enum Audience @inaccessible {
  "Anyone."
  PUBLIC
  "The person."
  SELF
}
`;

export const AUTH = `type Query {
  "The signed-in person."
  me: User @access(to: PUBLIC)
}

"The person."
type User @key(fields: "id") {
  "Who it is."
  id: ID!
  "The name."
  fullName: String @tag(name: "pii")
}
`;

export const HEALTH = `type Mutation {
  "Keeps a heart rate."
  recordHeartRate("Beats in a minute." value: Int!): Int @access(to: PUBLIC)
}

"The person."
type User @key(fields: "id") {
  "Who it is."
  id: ID!
  "The newest heart rate."
  heartRate: Int @access
}
`;

export const NOTIFICATION = `type Subscription {
  "Counts as they change."
  notificationEvents: Int @access(to: PUBLIC)
}

"The person."
type User @key(fields: "id") {
  "Who it is."
  id: ID!
  "How many are unread."
  unread: Int @access
}
`;

const OWN = { auth: AUTH, health: HEALTH, notification: NOTIFICATION };

/** The same as sources for composition. */
export function sources() {
  return Object.entries(OWN).map(([name, text], index) => ({
    name,
    url: `http://127.0.0.1:${3001 + index}/graphql`,
    files: [
      { path: 'shared.graphqls', text: SHARED },
      { path: `${name}.graphqls`, text },
    ],
  }));
}

/** The same as files of a workspace. */
export function files() {
  const listed = Object.keys(OWN).map(
    (name, index) => `  ${name}:\n    routing_url: http://127.0.0.1:${3001 + index}/graphql\n    schema: [schema/${name}]\n`,
  );
  return {
    'supergraph/supergraph.yaml': `shared: [schema/shared]\nsubgraphs:\n${listed.join('')}`,
    'supergraph/schema/shared/shared.graphqls': SHARED,
    ...Object.fromEntries(
      Object.entries(OWN).map(([name, text]) => [`supergraph/schema/${name}/${name}.graphqls`, text]),
    ),
    'supergraph/operations/me.graphql': '# Who is signed in.\nquery Me {\n  me {\n    fullName\n    heartRate\n  }\n}\n',
    'router-config/router.yaml': 'supergraph:\n  path: /graphql\n',
  };
}
