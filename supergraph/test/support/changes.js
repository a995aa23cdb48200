/**
 * What to change in which file: the text that stands there once, and what takes its place.
 *
 * @typedef {[file: string, from: string, to: string]} Edit
 */

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {Edit[]} [before] edits of the base
 * @property {Edit[]} [after] edits of what `before` made
 * @property {string[]} [without] subgraphs that the version before has not
 * @property {string[]} [deletes] subgraphs that the version after has not
 * @property {Record<string, string>} [urls] routing URLs after
 * @property {'BREAKING' | 'DANGEROUS' | 'SAFE' | 'DOES_NOT_COMPOSE'} expect the worst of all changes
 * @property {string} code
 * @property {string} [coordinate] of the change with that code
 * @property {string} [file] where the change stands
 * @property {string} [line] what the line holds that it points to
 * @property {string} [usedBy] an operation that is hurt
 * @property {string} [notUsedBy] an operation that is not
 * @property {string} [deprecation]
 * @property {string[]} [only] all codes there are
 */

export const SHARED = `extend schema
  @link(
    url: "https://specs.apollo.dev/federation/v2.9"
    import: [
      "@key" "@shareable" "@external" "@requires" "@provides" "@tag" "@cost" "@listSize" "@inaccessible" "@override"
    ]
  )

directive @access(to: Audience! = SELF, scope: String) on FIELD_DEFINITION | OBJECT

directive @cached(seconds: Int = 60, scope: String) on QUERY | FIELD

enum Audience @inaccessible {
  PUBLIC
  SIGNED_IN
  SELF
  SERVICE
  ADMIN
}
`;

const ACCOUNTS = `type Query {
  me: User @access(to: PUBLIC)
  user(id: ID!, active: Boolean, first: Int = 10): User @access(to: SIGNED_IN)
  users(filter: UserFilter, order: Order = NAME, limit: Int! = 20, ids: [ID!]): [User!]!
  search(text: String!): [Result!]
  pets: [Pet]
}

type Mutation {
  saveUser(input: UserInput!): User
}

"The person."
type User @key(fields: "id") {
  id: ID!
  "The name."
  name: String @tag(name: "pii")
  nick: String!
  email: String @deprecated(reason: "Use contact.")
  phone: String @deprecated
  role: Role
  tags: [String!]!
  scores: [Int]
  born: Date
  secret: String @access
  steps: Int @access(to: SELF, scope: "health:read")
  mood(scale: Int): Mood
  pet: Pet
  rank: Int
}

enum Role {
  ADMIN
  MEMBER
  GUEST @deprecated(reason: "Use MEMBER.")
}

enum Order {
  NAME
  AGE
}

enum Mood {
  GOOD
  BAD
}

input UserFilter {
  name: String
  role: Role
  age: Int = 18
  limit: Int! = 5
  legacy: String @deprecated(reason: "Use name.")
  not: UserFilter
}

input UserInput {
  id: ID!
  name: String
  born: Date
}

interface Pet {
  id: ID!
  name: String
}

type Dog implements Pet {
  id: ID!
  name: String
  barks: Boolean
}

type Cat implements Pet {
  id: ID!
  name: String
}

type Fish {
  id: ID!
  name: String
}

union Result = User | Dog | Fish

scalar Date @specifiedBy(url: "https://example.org/date")
`;

const CATALOG = `extend type Query {
  product(sku: ID!): Product
  products(first: Int): [Product]
  topFish: Int
}

type Product @key(fields: "sku") @key(fields: "upc") {
  sku: ID!
  upc: ID!
  title: String @shareable
  weight: Int
  size: Int
  price: Int @shareable
  margin: Int @inaccessible
  stock: Int
}
`;

const REVIEWS = `type Product @key(fields: "sku") {
  sku: ID!
  title: String @external
  weight: Int @external
  size: Int @external
  price: Int @shareable
  shipping: Int @requires(fields: "weight")
  volume: Int @requires(fields: "size")
  reviews(first: Int): [Review]
}

type Review @key(fields: "id") {
  id: ID!
  text: String
  product: Product @provides(fields: "title")
  author: User
}

type User @key(fields: "id", resolvable: false) {
  id: ID!
}
`;

const PORTS = { accounts: 4001, catalog: 4002, reviews: 4003 };

export const BASE = { shared: SHARED, accounts: ACCOUNTS, catalog: CATALOG, reviews: REVIEWS };

/**
 * Both versions of a row.
 *
 * @param {Row} row
 */
export function versionsOf({ before = [], after = [], without = [], deletes = [], urls = {} }) {
  const old = edited(BASE, before);
  return { before: sources(old, without), after: sources(edited(old, after), deletes, urls) };
}

/**
 * @param {Record<string, string>} files
 * @param {Edit[]} edits
 */
function edited(files, edits) {
  const result = { ...files };
  for (const [file, from, to] of edits) {
    const text = result[file] ?? '';
    if (text.split(from).length !== 2) throw new Error(`${file} holds ${text.split(from).length - 1} times: ${from}`);
    result[file] = text.replace(from, () => to);
  }
  return result;
}

/**
 * @param {Record<string, string>} files
 * @param {string[]} without
 * @param {Record<string, string>} [urls]
 */
function sources(files, without, urls = {}) {
  return Object.entries(PORTS).filter(([name]) => !without.includes(name)).map(([name, port]) => ({
    name,
    url: urls[name] ?? `http://127.0.0.1:${port}/graphql`,
    files: [
      { path: 'shared.graphqls', text: files.shared ?? '' },
      { path: `${name}.graphqls`, text: files[name] ?? '' },
    ],
  }));
}

/**
 * @param {string} from
 * @param {string} to
 * @returns {Edit[]}
 */
const accounts = (from, to) => [['accounts', from, to]];

/**
 * @param {string} from
 * @param {string} to
 * @returns {Edit[]}
 */
const catalog = (from, to) => [['catalog', from, to]];

/**
 * @param {string} from
 * @param {string} to
 * @returns {Edit[]}
 */
const reviews = (from, to) => [['reviews', from, to]];

/**
 * @param {string} from
 * @param {string} to
 * @returns {Edit[]}
 */
const shared = (from, to) => [['shared', from, to]];

const NAME = '{ me { name } }';
const NICK = '{ me { nick } }';

/** @type {Row[]} */
export const CHANGES = [
  // Types and fields.
  { name: 'nothing', expect: 'SAFE', code: '', only: [] },
  { name: 'type added', after: accounts('type Fish {', 'type Bird {\n  id: ID!\n  wings(of: Int!): Int @deprecated\n}\n\ntype Fish {'), expect: 'SAFE', code: 'TYPE_ADDED', coordinate: 'Bird', line: 'type Bird', only: ['TYPE_ADDED'] },
  { name: 'type removed', after: [...accounts('type Fish {\n  id: ID!\n  name: String\n}\n', ''), ...accounts(' | Fish', '')], expect: 'BREAKING', code: 'TYPE_REMOVED', coordinate: 'Fish', line: 'type Fish', usedBy: '{ search(text: "a") { ... on Fish { id } } }', notUsedBy: '{ search(text: "a") { ... on Dog { id } } }' },
  { name: 'type of another kind', after: accounts('scalar Date @specifiedBy(url: "https://example.org/date")', 'enum Date { TODAY }'), expect: 'BREAKING', code: 'TYPE_KIND_CHANGED', coordinate: 'Date', line: 'enum Date', usedBy: '{ me { born } }', notUsedBy: NAME },
  { name: 'description changed', after: accounts('"The person."', '"Somebody."'), expect: 'SAFE', code: 'TYPE_DESCRIPTION_CHANGED', coordinate: 'User', notUsedBy: NAME },
  { name: 'description of a field removed', after: accounts('  "The name."\n', ''), expect: 'SAFE', code: 'FIELD_DESCRIPTION_REMOVED', coordinate: 'User.name' },
  { name: 'field added', after: accounts('  nick: String!', '  nick: String!\n  "New."\n  bio(length: Int! = 3): String @deprecated'), expect: 'SAFE', code: 'FIELD_ADDED', coordinate: 'User.bio', line: 'bio', only: ['FIELD_ADDED'] },
  { name: 'field removed', after: accounts('  nick: String!\n', ''), expect: 'BREAKING', code: 'FIELD_REMOVED', coordinate: 'User.nick', line: 'nick: String!', usedBy: NICK, notUsedBy: NAME },
  { name: 'field removed, used by a fragment', after: accounts('  nick: String!\n', ''), expect: 'BREAKING', code: 'FIELD_REMOVED', coordinate: 'User.nick', usedBy: 'query A { me { ...F } } fragment F on User { n: nick }', notUsedBy: 'query A { nick: me { nick: name } }' },
  { name: 'root field removed', after: catalog('  topFish: Int\n', ''), expect: 'BREAKING', code: 'FIELD_REMOVED', coordinate: 'Query.topFish', file: 'catalog.graphqls', line: 'topFish', usedBy: '{ topFish }', notUsedBy: NAME },
  { name: 'field renamed', after: accounts('  nick: String!', '  nickname: String!'), expect: 'BREAKING', code: 'FIELD_REMOVED', coordinate: 'User.nick', usedBy: NICK, notUsedBy: NAME },
  { name: 'deprecated field removed', after: accounts('  email: String @deprecated(reason: "Use contact.")\n', ''), expect: 'BREAKING', code: 'FIELD_REMOVED', coordinate: 'User.email', deprecation: 'Use contact.', usedBy: '{ me { email } }', notUsedBy: NAME },
  { name: 'field removed that was deprecated without a reason', after: accounts('  phone: String @deprecated\n', ''), expect: 'BREAKING', code: 'FIELD_REMOVED', coordinate: 'User.phone', deprecation: '' },
  { name: 'mutations removed', after: accounts('type Mutation {\n  saveUser(input: UserInput!): User\n}\n', ''), expect: 'BREAKING', code: 'TYPE_REMOVED', coordinate: 'Mutation', usedBy: 'mutation { saveUser(input: { id: 1 }) { id } }', notUsedBy: NAME },
  { name: 'subscriptions added', after: accounts('type Mutation {', 'type Subscription {\n  ticks: Int\n}\n\ntype Mutation {'), expect: 'SAFE', code: 'TYPE_ADDED', coordinate: 'Subscription', only: ['TYPE_ADDED'] },

  // Output types.
  { name: 'output made non-null', after: accounts('rank: Int', 'rank: Int!'), expect: 'SAFE', code: 'FIELD_TYPE_CHANGED', coordinate: 'User.rank', notUsedBy: '{ me { rank } }' },
  { name: 'output made nullable', after: accounts('nick: String!', 'nick: String'), expect: 'BREAKING', code: 'FIELD_TYPE_CHANGED', coordinate: 'User.nick', usedBy: NICK, notUsedBy: NAME },
  { name: 'items of an output made nullable', after: accounts('tags: [String!]!', 'tags: [String]!'), expect: 'BREAKING', code: 'FIELD_TYPE_CHANGED', coordinate: 'User.tags', usedBy: '{ me { tags } }', notUsedBy: NAME },
  { name: 'items of an output made non-null', after: accounts('scores: [Int]', 'scores: [Int!]'), expect: 'SAFE', code: 'FIELD_TYPE_CHANGED', coordinate: 'User.scores' },
  { name: 'list made nullable', after: accounts('tags: [String!]!', 'tags: [String!]'), expect: 'BREAKING', code: 'FIELD_TYPE_CHANGED', coordinate: 'User.tags' },
  { name: 'output made a list', after: accounts('rank: Int', 'rank: [Int]'), expect: 'BREAKING', code: 'FIELD_TYPE_CHANGED', coordinate: 'User.rank', usedBy: '{ me { rank } }', notUsedBy: NAME },
  { name: 'output list made one', after: accounts('scores: [Int]', 'scores: Int'), expect: 'BREAKING', code: 'FIELD_TYPE_CHANGED', coordinate: 'User.scores' },
  { name: 'output of another scalar', after: accounts('rank: Int', 'rank: Float'), expect: 'BREAKING', code: 'FIELD_TYPE_CHANGED', coordinate: 'User.rank' },

  // Arguments.
  { name: 'optional argument added', after: accounts('mood(scale: Int)', 'mood(scale: Int, at: Int)'), expect: 'DANGEROUS', code: 'FIELD_ARGUMENT_ADDED', coordinate: 'User.mood(at:)', usedBy: '{ me { mood } }', notUsedBy: NAME },
  { name: 'required argument with default added', after: accounts('mood(scale: Int)', 'mood(scale: Int, at: Int! = 1)'), expect: 'DANGEROUS', code: 'FIELD_ARGUMENT_ADDED', coordinate: 'User.mood(at:)', line: 'mood(' },
  { name: 'required argument added', after: accounts('mood(scale: Int)', 'mood(scale: Int, at: Int!)'), expect: 'BREAKING', code: 'FIELD_ARGUMENT_ADDED', coordinate: 'User.mood(at:)', usedBy: '{ me { mood } }', notUsedBy: NAME },
  { name: 'argument removed', after: accounts('mood(scale: Int)', 'mood'), expect: 'BREAKING', code: 'FIELD_ARGUMENT_REMOVED', coordinate: 'User.mood(scale:)', line: 'mood(scale', usedBy: '{ me { mood(scale: 1) } }', notUsedBy: '{ me { mood } }' },
  { name: 'argument made required', after: accounts('mood(scale: Int)', 'mood(scale: Int!)'), expect: 'BREAKING', code: 'FIELD_ARGUMENT_TYPE_CHANGED', coordinate: 'User.mood(scale:)', usedBy: '{ me { mood } }', notUsedBy: NAME },
  { name: 'argument made optional', after: accounts('search(text: String!)', 'search(text: String)'), expect: 'SAFE', code: 'FIELD_ARGUMENT_TYPE_CHANGED', coordinate: 'Query.search(text:)', notUsedBy: '{ search(text: "a") { __typename } }' },
  { name: 'argument of another type', after: accounts('mood(scale: Int)', 'mood(scale: String)'), expect: 'BREAKING', code: 'FIELD_ARGUMENT_TYPE_CHANGED', coordinate: 'User.mood(scale:)', usedBy: '{ me { mood(scale: 1) } }', notUsedBy: '{ me { mood } }' },
  { name: 'default of an argument changed', after: accounts('first: Int = 10', 'first: Int = 20'), expect: 'DANGEROUS', code: 'FIELD_ARGUMENT_DEFAULT_CHANGED', coordinate: 'Query.user(first:)', usedBy: '{ user(id: 1) { id } }', notUsedBy: NAME },
  { name: 'default of an argument removed', after: accounts('first: Int = 10', 'first: Int'), expect: 'DANGEROUS', code: 'FIELD_ARGUMENT_DEFAULT_CHANGED', coordinate: 'Query.user(first:)' },
  { name: 'default of a required argument removed', after: accounts('limit: Int! = 20', 'limit: Int!'), expect: 'BREAKING', code: 'FIELD_ARGUMENT_DEFAULT_CHANGED', coordinate: 'Query.users(limit:)', usedBy: '{ users { id } }', notUsedBy: NAME },
  { name: 'items of an argument made nullable', after: accounts('ids: [ID!]', 'ids: [ID]'), expect: 'SAFE', code: 'FIELD_ARGUMENT_TYPE_CHANGED', coordinate: 'Query.users(ids:)' },
  { name: 'items of an argument made non-null', before: accounts('ids: [ID!]', 'ids: [ID]'), after: accounts('ids: [ID]', 'ids: [ID!]'), expect: 'BREAKING', code: 'FIELD_ARGUMENT_TYPE_CHANGED', coordinate: 'Query.users(ids:)', usedBy: 'query ($ids: [ID]) { users(ids: $ids) { id } }', notUsedBy: '{ users { id } }' },
  { name: 'list argument made one', after: accounts('ids: [ID!]', 'ids: ID'), expect: 'BREAKING', code: 'FIELD_ARGUMENT_TYPE_CHANGED', coordinate: 'Query.users(ids:)', usedBy: '{ users(ids: ["1"]) { id } }', notUsedBy: '{ users { id } }' },
  { name: 'argument made a list', after: accounts('mood(scale: Int)', 'mood(scale: [Int])'), expect: 'BREAKING', code: 'FIELD_ARGUMENT_TYPE_CHANGED', coordinate: 'User.mood(scale:)' },
  { name: 'argument of one subgraph made required', after: catalog('products(first: Int)', 'products(first: Int!)'), expect: 'BREAKING', code: 'FIELD_ARGUMENT_TYPE_CHANGED', coordinate: 'Query.products(first:)', file: 'catalog.graphqls', line: 'products(', usedBy: '{ products { sku } }', notUsedBy: NAME },
  { name: 'argument deprecated', after: accounts('mood(scale: Int)', 'mood(scale: Int @deprecated(reason: "Old."))'), expect: 'SAFE', code: 'FIELD_ARGUMENT_DEPRECATION_ADDED', coordinate: 'User.mood(scale:)' },

  // Enums.
  { name: 'value added that is read', after: accounts('  GOOD\n', '  GOOD\n  FAIR\n'), expect: 'DANGEROUS', code: 'ENUM_VALUE_ADDED', coordinate: 'Mood.FAIR', line: 'FAIR', usedBy: '{ me { mood } }', notUsedBy: NAME },
  { name: 'value added that is only passed', after: accounts('  AGE\n', '  AGE\n  SIZE\n'), expect: 'SAFE', code: 'ENUM_VALUE_ADDED', coordinate: 'Order.SIZE', notUsedBy: '{ users(order: NAME) { id } }' },
  { name: 'value added that is read and passed', after: accounts('  MEMBER\n', '  MEMBER\n  OWNER\n'), expect: 'DANGEROUS', code: 'ENUM_VALUE_ADDED', coordinate: 'Role.OWNER', usedBy: '{ me { role } }', notUsedBy: '{ users(filter: { role: ADMIN }) { id } }' },
  { name: 'value removed that is read', after: accounts('  BAD\n', ''), expect: 'BREAKING', code: 'ENUM_VALUE_REMOVED', coordinate: 'Mood.BAD', line: 'BAD', usedBy: '{ me { mood } }', notUsedBy: NAME },
  { name: 'value removed that is passed', after: accounts('  AGE\n', ''), expect: 'BREAKING', code: 'ENUM_VALUE_REMOVED', coordinate: 'Order.AGE', usedBy: '{ users(order: AGE) { id } }', notUsedBy: '{ users(order: NAME) { id } }' },
  { name: 'value removed that a variable may hold', after: accounts('  AGE\n', ''), expect: 'BREAKING', code: 'ENUM_VALUE_REMOVED', coordinate: 'Order.AGE', usedBy: 'query ($by: Order) { users(order: $by) { id } }', notUsedBy: '{ users { id } }' },
  { name: 'deprecated value removed', after: accounts('  GUEST @deprecated(reason: "Use MEMBER.")\n', ''), expect: 'BREAKING', code: 'ENUM_VALUE_REMOVED', coordinate: 'Role.GUEST', deprecation: 'Use MEMBER.', usedBy: 'query ($f: UserFilter) { users(filter: $f) { id } }', notUsedBy: '{ users(filter: { role: ADMIN }) { id } }' },

  // Unions and interfaces.
  { name: 'union member added', after: accounts('User | Dog', 'User | Cat | Dog'), expect: 'DANGEROUS', code: 'UNION_MEMBER_ADDED', coordinate: 'Result', line: 'union Result', usedBy: '{ search(text: "a") { ... on Dog { id } } }', notUsedBy: '{ pets { id } }' },
  { name: 'union member removed', after: accounts(' | Fish', ''), expect: 'BREAKING', code: 'UNION_MEMBER_REMOVED', coordinate: 'Result', usedBy: '{ search(text: "a") { ... on Fish { id } } }', notUsedBy: '{ search(text: "a") { ... on Dog { id } } }' },
  { name: 'interface added to a type', after: accounts('type Fish {', 'type Fish implements Pet {'), expect: 'DANGEROUS', code: 'OBJECT_TYPE_INTERFACE_ADDED', coordinate: 'Fish', usedBy: '{ pets { id } }', notUsedBy: NAME },
  { name: 'interface removed from a type', after: accounts('type Cat implements Pet {', 'type Cat {'), expect: 'BREAKING', code: 'OBJECT_TYPE_INTERFACE_REMOVED', coordinate: 'Cat', line: 'type Cat', usedBy: '{ pets { ... on Cat { id } } }', notUsedBy: NAME },
  { name: 'new type of a known interface', after: accounts('type Fish {', 'type Bird implements Pet {\n  id: ID!\n  name: String\n}\n\ntype Fish {'), expect: 'DANGEROUS', code: 'OBJECT_TYPE_INTERFACE_ADDED', coordinate: 'Bird', usedBy: '{ me { pet { name } } }', notUsedBy: NAME },
  { name: 'field removed from an interface and kept in its types', after: accounts('interface Pet {\n  id: ID!\n  name: String', 'interface Pet {\n  id: ID!'), expect: 'BREAKING', code: 'FIELD_REMOVED', coordinate: 'Pet.name', usedBy: '{ pets { name } }', notUsedBy: '{ pets { ... on Dog { name } } }' },
  { name: 'field of one type of an interface removed', after: accounts('  barks: Boolean\n', ''), expect: 'BREAKING', code: 'FIELD_REMOVED', coordinate: 'Dog.barks', usedBy: '{ pets { ... on Dog { barks } } }', notUsedBy: '{ pets { name } }' },

  // Input objects.
  { name: 'optional input field added', after: accounts('  age: Int = 18', '  age: Int = 18\n  town: String'), expect: 'SAFE', code: 'INPUT_FIELD_ADDED', coordinate: 'UserFilter.town' },
  { name: 'required input field added', after: accounts('  born: Date\n}', '  born: Date\n  town: String!\n}'), expect: 'BREAKING', code: 'INPUT_FIELD_ADDED', coordinate: 'UserInput.town', line: 'town', usedBy: 'mutation { saveUser(input: { id: 1 }) { id } }', notUsedBy: '{ users(filter: { name: "a" }) { id } }' },
  { name: 'required input field with default added', after: accounts('  age: Int = 18', '  age: Int = 18\n  town: String! = "Rome"'), expect: 'DANGEROUS', code: 'INPUT_FIELD_ADDED', coordinate: 'UserFilter.town' },
  { name: 'input field removed', after: accounts('  role: Role\n  age', '  age'), expect: 'BREAKING', code: 'INPUT_FIELD_REMOVED', coordinate: 'UserFilter.role', line: 'role: Role', usedBy: '{ users(filter: { role: ADMIN }) { id } }', notUsedBy: '{ users(filter: { name: "a" }) { id } }' },
  { name: 'input field removed that a variable may hold', after: accounts('  age: Int = 18\n', ''), expect: 'BREAKING', code: 'INPUT_FIELD_REMOVED', coordinate: 'UserFilter.age', usedBy: 'query ($f: UserFilter) { users(filter: { not: $f }) { id } }', notUsedBy: '{ users(filter: { not: { name: "a" } }) { id } }' },
  { name: 'deprecated input field removed', after: accounts('  legacy: String @deprecated(reason: "Use name.")\n', ''), expect: 'BREAKING', code: 'INPUT_FIELD_REMOVED', coordinate: 'UserFilter.legacy', deprecation: 'Use name.' },
  { name: 'input field made required', after: accounts('  name: String\n  born', '  name: String!\n  born'), expect: 'BREAKING', code: 'INPUT_FIELD_TYPE_CHANGED', coordinate: 'UserInput.name', usedBy: 'mutation { saveUser(input: { id: 1 }) { id } }', notUsedBy: NAME },
  { name: 'input field made optional', after: accounts('input UserInput {\n  id: ID!', 'input UserInput {\n  id: ID'), expect: 'SAFE', code: 'INPUT_FIELD_TYPE_CHANGED', coordinate: 'UserInput.id' },
  { name: 'input field of another type', after: accounts('  age: Int = 18', '  age: String = "18"'), expect: 'BREAKING', code: 'INPUT_FIELD_TYPE_CHANGED', coordinate: 'UserFilter.age', usedBy: '{ users(filter: { age: 3 }) { id } }', notUsedBy: '{ users(filter: { name: "a" }) { id } }' },
  { name: 'default of an input field changed', after: accounts('age: Int = 18', 'age: Int = 21'), expect: 'DANGEROUS', code: 'INPUT_FIELD_DEFAULT_VALUE_CHANGED', coordinate: 'UserFilter.age', usedBy: '{ users(filter: { name: "a" }) { id } }', notUsedBy: '{ users { id } }' },
  { name: 'default of a required input field removed', after: accounts('limit: Int! = 5', 'limit: Int!'), expect: 'BREAKING', code: 'INPUT_FIELD_DEFAULT_VALUE_CHANGED', coordinate: 'UserFilter.limit', usedBy: '{ users(filter: { name: "a" }) { id } }', notUsedBy: '{ users { id } }' },
  { name: 'input field deprecated', after: accounts('  age: Int = 18', '  age: Int = 18 @deprecated(reason: "Old.")'), expect: 'SAFE', code: 'INPUT_FIELD_DEPRECATION_ADDED', coordinate: 'UserFilter.age' },

  // Deprecation, scalars and directives.
  { name: 'field deprecated', after: accounts('rank: Int', 'rank: Int @deprecated(reason: "Old.")'), expect: 'SAFE', code: 'FIELD_DEPRECATION_ADDED', coordinate: 'User.rank', only: ['FIELD_DEPRECATION_ADDED'] },
  { name: 'deprecation taken back', after: accounts('phone: String @deprecated', 'phone: String'), expect: 'SAFE', code: 'FIELD_DEPRECATION_REMOVED', coordinate: 'User.phone', only: ['FIELD_DEPRECATION_REMOVED'] },
  { name: 'reason of a deprecation changed', after: accounts('Use contact.', 'Use phone.'), expect: 'SAFE', code: 'FIELD_DEPRECATION_REASON_CHANGED', coordinate: 'User.email', only: ['FIELD_DEPRECATION_REASON_CHANGED'] },
  { name: 'value deprecated', after: accounts('  BAD\n', '  BAD @deprecated(reason: "Old.")\n'), expect: 'SAFE', code: 'ENUM_VALUE_DEPRECATION_REASON_ADDED', coordinate: 'Mood.BAD', only: ['ENUM_VALUE_DEPRECATION_REASON_ADDED'] },
  { name: 'scalar replaced by another', after: [...accounts('scalar Date @specifiedBy(url: "https://example.org/date")', 'scalar Day'), ...accounts('  secret: String @access', '  secret: String @access\n  day: Day'), ...accounts('born: Date\n  secret', 'born: Day\n  secret'), ...accounts('  born: Date\n}', '  born: Day\n}')], expect: 'BREAKING', code: 'TYPE_REMOVED', coordinate: 'Date', usedBy: '{ me { born } }', notUsedBy: NAME },
  { name: 'specification of a scalar changed', after: accounts('https://example.org/date', 'https://example.org/day'), expect: 'DANGEROUS', code: 'SCALAR_SPECIFICATION_CHANGED', coordinate: 'Date', usedBy: '{ me { born } }', notUsedBy: NAME },
  { name: 'directive of operations removed', after: shared('directive @cached(seconds: Int = 60, scope: String) on QUERY | FIELD', ''), expect: 'BREAKING', code: 'DIRECTIVE_REMOVED', coordinate: '@cached', file: 'shared.graphqls', line: 'directive @cached', usedBy: '{ me @cached { name } }', notUsedBy: NAME },
  { name: 'directive of operations added', after: shared('directive @cached', 'directive @live on QUERY\n\ndirective @cached'), expect: 'SAFE', code: 'DIRECTIVE_ADDED', coordinate: '@live' },
  { name: 'place of a directive removed', after: shared('on QUERY | FIELD\n', 'on QUERY\n'), expect: 'BREAKING', code: 'DIRECTIVE_LOCATION_REMOVED', coordinate: '@cached', usedBy: '{ me @cached { name } }', notUsedBy: NAME },
  { name: 'argument of a directive removed', after: shared('seconds: Int = 60, scope: String', 'seconds: Int = 60'), expect: 'BREAKING', code: 'DIRECTIVE_ARGUMENT_REMOVED', coordinate: '@cached(scope:)', usedBy: '{ me @cached(scope: "a") { name } }', notUsedBy: '{ me @cached(seconds: 1) { name } }' },
  { name: 'default of a directive changed', after: shared('seconds: Int = 60', 'seconds: Int = 90'), expect: 'DANGEROUS', code: 'DIRECTIVE_ARGUMENT_DEFAULT_VALUE_CHANGED', coordinate: '@cached(seconds:)', usedBy: '{ me @cached { name } }', notUsedBy: NAME },

  // Entities.
  { name: 'key added', after: accounts('type User @key(fields: "id")', 'type User @key(fields: "id") @key(fields: "nick")'), expect: 'SAFE', code: 'KEY_ADDED', coordinate: 'User', line: 'type User' },
  { name: 'key removed', after: catalog(' @key(fields: "upc")', ''), expect: 'DANGEROUS', code: 'KEY_REMOVED', coordinate: 'Product', file: 'catalog.graphqls', usedBy: '{ products { upc } }', notUsedBy: NAME },
  { name: 'key written in another way', before: catalog('@key(fields: "upc")', '@key(fields: "sku upc")'), after: catalog('@key(fields: "sku upc")', '@key(fields: "upc,  sku")'), expect: 'SAFE', code: '', only: [] },
  { name: 'key made resolvable', after: reviews(', resolvable: false', ''), expect: 'DANGEROUS', code: 'KEY_RESOLVABLE_CHANGED', coordinate: 'User', file: 'reviews.graphqls' },
  { name: 'only key removed', after: reviews('type Product @key(fields: "sku")', 'type Product'), expect: 'DOES_NOT_COMPOSE', code: 'INVALID_FIELD_SHARING' },
  { name: 'key of a field that does not exist', after: catalog('@key(fields: "upc")', '@key(fields: "ean")'), expect: 'DOES_NOT_COMPOSE', code: 'KEY_INVALID_FIELDS' },
  { name: 'requires changed', after: reviews('@requires(fields: "weight")', '@requires(fields: "weight size")'), expect: 'DANGEROUS', code: 'REQUIRES_CHANGED', coordinate: 'Product.shipping', line: 'shipping', usedBy: '{ products { shipping } }', notUsedBy: '{ products { sku } }' },
  { name: 'required field renamed', after: catalog('weight: Int', 'mass: Int'), expect: 'DOES_NOT_COMPOSE', code: 'EXTERNAL_MISSING_ON_BASE' },
  { name: 'provides removed', after: [...reviews(' @provides(fields: "title")', ''), ...reviews('  title: String @external\n', '')], expect: 'DANGEROUS', code: 'PROVIDES_REMOVED', coordinate: 'Review.product', usedBy: '{ products { reviews { product { title } } } }', notUsedBy: NAME },
  { name: 'external taken off a field that others resolve', after: [...reviews(' @provides(fields: "title")', ''), ...reviews('title: String @external', 'title: String @shareable')], expect: 'DANGEROUS', code: 'EXTERNAL_REMOVED', coordinate: 'Product.title', line: 'title' },
  { name: 'shareable added', after: catalog('stock: Int', 'stock: Int @shareable'), expect: 'SAFE', code: 'SHAREABLE_ADDED', coordinate: 'Product.stock' },
  { name: 'shareable removed from one of two', after: catalog('price: Int @shareable', 'price: Int'), expect: 'DOES_NOT_COMPOSE', code: 'INVALID_FIELD_SHARING' },
  { name: 'shareable removed where nobody shares', before: catalog('stock: Int', 'stock: Int @shareable'), after: catalog('stock: Int @shareable', 'stock: Int'), expect: 'SAFE', code: 'SHAREABLE_REMOVED', coordinate: 'Product.stock' },
  { name: 'shared field of another type in one', after: catalog('price: Int', 'price: String'), expect: 'DOES_NOT_COMPOSE', code: 'FIELD_TYPE_MISMATCH' },
  { name: 'shared field no longer resolved by one', after: reviews('  price: Int @shareable\n', ''), expect: 'SAFE', code: 'FIELD_RESOLVER_REMOVED', coordinate: 'Product.price', file: 'reviews.graphqls', line: 'price' },

  // Ownership.
  { name: 'field moved without override', after: [...catalog('  stock: Int\n', ''), ...reviews('  price: Int', '  stock: Int\n  price: Int')], expect: 'DANGEROUS', code: 'FIELD_MOVED', coordinate: 'Product.stock', file: 'reviews.graphqls', line: 'stock', usedBy: '{ products { stock } }', notUsedBy: NAME },
  { name: 'field taken over with override', after: reviews('  price: Int', '  stock: Int @override(from: "catalog")\n  price: Int'), expect: 'SAFE', code: 'OVERRIDE_ADDED', coordinate: 'Product.stock', file: 'reviews.graphqls', line: '@override', only: ['OVERRIDE_ADDED'] },
  { name: 'field taken over for a part of the requests', after: reviews('  price: Int', '  stock: Int @override(from: "catalog", label: "percent(5)")\n  price: Int'), expect: 'SAFE', code: 'OVERRIDE_ADDED', coordinate: 'Product.stock' },
  { name: 'overridden field removed from where it was', before: reviews('  price: Int', '  stock: Int @override(from: "catalog")\n  price: Int'), after: catalog('  stock: Int\n', ''), expect: 'SAFE', code: '', only: [] },
  { name: 'overridden field goes back to where it was', before: reviews('  price: Int', '  stock: Int @override(from: "catalog")\n  price: Int'), after: reviews('  stock: Int @override(from: "catalog")\n', ''), expect: 'DANGEROUS', code: 'FIELD_MOVED', coordinate: 'Product.stock', file: 'catalog.graphqls', line: 'stock', usedBy: '{ products { stock } }', notUsedBy: NAME },
  { name: 'override taken back while both share the field', before: [...reviews('  price: Int', '  stock: Int @shareable @override(from: "catalog")\n  price: Int'), ...catalog('stock: Int', 'stock: Int @shareable')], after: reviews(' @override(from: "catalog")', ''), expect: 'DANGEROUS', code: 'OVERRIDE_REMOVED', coordinate: 'Product.stock' },
  { name: 'field shared by one more', before: catalog('stock: Int', 'stock: Int @shareable'), after: reviews('  price: Int', '  stock: Int @shareable\n  price: Int'), expect: 'SAFE', code: 'FIELD_RESOLVER_ADDED', coordinate: 'Product.stock', file: 'reviews.graphqls', line: 'stock' },
  { name: 'override taken back while both have the field', before: reviews('  price: Int', '  stock: Int @override(from: "catalog")\n  price: Int'), after: reviews(' @override(from: "catalog")', ''), expect: 'DOES_NOT_COMPOSE', code: 'INVALID_FIELD_SHARING' },
  { name: 'override no longer needed', before: [...reviews('  price: Int', '  stock: Int @override(from: "catalog")\n  price: Int'), ...catalog('  stock: Int\n', '')], after: reviews(' @override(from: "catalog")', ''), expect: 'SAFE', code: 'OVERRIDE_REMOVED', coordinate: 'Product.stock' },
  { name: 'field in two subgraphs that is not shareable', after: reviews('  price: Int', '  stock: Int\n  price: Int'), expect: 'DOES_NOT_COMPOSE', code: 'INVALID_FIELD_SHARING' },
  { name: 'share of an override changed', before: reviews('  price: Int', '  stock: Int @override(from: "catalog", label: "percent(5)")\n  price: Int'), after: reviews('percent(5)', 'percent(50)'), expect: 'SAFE', code: 'OVERRIDE_CHANGED', coordinate: 'Product.stock' },

  // What clients may see.
  { name: 'field hidden', after: catalog('stock: Int', 'stock: Int @inaccessible'), expect: 'BREAKING', code: 'INACCESSIBLE_ADDED', coordinate: 'Product.stock', usedBy: '{ products { stock } }', notUsedBy: NAME },
  { name: 'field hidden, as clients see it', after: catalog('stock: Int', 'stock: Int @inaccessible'), expect: 'BREAKING', code: 'FIELD_REMOVED', coordinate: 'Product.stock', file: 'catalog.graphqls', line: 'stock', usedBy: '{ products { stock } }', notUsedBy: NAME },
  { name: 'field shown', after: catalog('margin: Int @inaccessible', 'margin: Int'), expect: 'SAFE', code: 'INACCESSIBLE_REMOVED', coordinate: 'Product.margin' },
  { name: 'hidden field removed', after: catalog('  margin: Int @inaccessible\n', ''), expect: 'SAFE', code: '', only: [] },
  { name: 'only shown field of a type hidden', after: [...accounts('type Fish {\n  id: ID!\n  name: String', 'type Fish {\n  id: ID! @inaccessible\n  name: String @inaccessible')], expect: 'DOES_NOT_COMPOSE', code: 'ONLY_INACCESSIBLE_CHILDREN' },
  { name: 'tag added', after: accounts('rank: Int', 'rank: Int @tag(name: "internal")'), expect: 'SAFE', code: 'TAG_ADDED', coordinate: 'User.rank', line: 'rank' },
  { name: 'tag changed', after: accounts('@tag(name: "pii")', '@tag(name: "open")'), expect: 'SAFE', code: 'TAG_REMOVED', coordinate: 'User.name' },
  { name: 'access tightened', after: accounts('me: User @access(to: PUBLIC)', 'me: User @access'), expect: 'DANGEROUS', code: 'ACCESS_TIGHTENED', coordinate: 'Query.me', line: 'me: User', only: ['ACCESS_TIGHTENED'], usedBy: NAME, notUsedBy: '{ pets { id } }' },
  { name: 'access loosened', after: accounts('secret: String @access', 'secret: String @access(to: SIGNED_IN)'), expect: 'DANGEROUS', code: 'ACCESS_LOOSENED', coordinate: 'User.secret', only: ['ACCESS_LOOSENED'], usedBy: '{ me { secret } }', notUsedBy: NAME },
  { name: 'scope added', after: accounts('secret: String @access', 'secret: String @access(scope: "secret:read")'), expect: 'DANGEROUS', code: 'ACCESS_TIGHTENED', coordinate: 'User.secret', only: ['ACCESS_TIGHTENED'] },
  { name: 'scope removed', after: accounts('@access(to: SELF, scope: "health:read")', '@access(to: SELF)'), expect: 'DANGEROUS', code: 'ACCESS_LOOSENED', coordinate: 'User.steps', only: ['ACCESS_LOOSENED'] },
  { name: 'access from the person to administrators', after: accounts('secret: String @access', 'secret: String @access(to: ADMIN)'), expect: 'DANGEROUS', code: 'ACCESS_LOOSENED', coordinate: 'User.secret', only: ['ACCESS_LOOSENED', 'ACCESS_TIGHTENED'] },
  { name: 'access removed', after: accounts('secret: String @access', 'secret: String'), expect: 'DANGEROUS', code: 'ACCESS_LOOSENED', coordinate: 'User.secret' },
  { name: 'default of access changed', after: shared('to: Audience! = SELF', 'to: Audience! = PUBLIC'), expect: 'DANGEROUS', code: 'ACCESS_LOOSENED', coordinate: 'User.secret' },
  { name: 'access lost with a move to another subgraph', before: catalog('stock: Int', 'stock: Int @access(to: ADMIN)'), after: reviews('  price: Int', '  stock: Int @override(from: "catalog")\n  price: Int'), expect: 'DANGEROUS', code: 'ACCESS_LOOSENED', coordinate: 'Product.stock', file: 'reviews.graphqls', line: 'stock', only: ['ACCESS_LOOSENED', 'OVERRIDE_ADDED'], usedBy: '{ products { stock } }', notUsedBy: NAME },
  { name: 'access kept with a move to another subgraph', before: catalog('stock: Int', 'stock: Int @access(to: ADMIN)'), after: reviews('  price: Int', '  stock: Int @access(to: ADMIN) @override(from: "catalog")\n  price: Int'), expect: 'SAFE', code: 'OVERRIDE_ADDED', coordinate: 'Product.stock', only: ['OVERRIDE_ADDED'] },
  { name: 'access of a whole type tightened', before: accounts('type Fish {', 'type Fish @access(to: PUBLIC) {'), after: accounts('type Fish @access(to: PUBLIC) {', 'type Fish @access(to: SIGNED_IN) {'), expect: 'DANGEROUS', code: 'ACCESS_TIGHTENED', coordinate: 'Fish', usedBy: '{ search(text: "a") { ... on Fish { id } } }', notUsedBy: NAME },
  { name: 'access written out', after: accounts('secret: String @access', 'secret: String @access(to: SELF)'), expect: 'SAFE', code: '', only: [] },
  { name: 'cost changed', after: accounts('rank: Int', 'rank: Int @cost(weight: 5)'), expect: 'SAFE', code: 'COST_CHANGED', coordinate: 'User.rank' },
  { name: 'size of a list changed', after: catalog('products(first: Int): [Product]', 'products(first: Int): [Product] @listSize(assumedSize: 9)'), expect: 'SAFE', code: 'LIST_SIZE_CHANGED', coordinate: 'Query.products' },

  // Subgraphs.
  { name: 'subgraph added that takes a field over', without: ['reviews'], after: reviews('  price: Int', '  stock: Int @override(from: "catalog")\n  price: Int'), expect: 'SAFE', code: 'OVERRIDE_ADDED', coordinate: 'Product.stock', file: 'reviews.graphqls' },
  { name: 'subgraph added', without: ['reviews'], expect: 'SAFE', code: 'SUBGRAPH_ADDED', coordinate: 'reviews', file: 'reviews.graphqls' },
  { name: 'subgraph deleted', deletes: ['reviews'], expect: 'BREAKING', code: 'SUBGRAPH_REMOVED', coordinate: 'reviews', file: 'reviews.graphqls', usedBy: '{ products { shipping } }', notUsedBy: '{ products { price } }' },
  { name: 'subgraph deleted whose fields another took over', before: reviews(REVIEWS, 'type Product @key(fields: "sku") {\n  sku: ID!\n  price: Int @shareable\n}\n'), deletes: ['reviews'], expect: 'DANGEROUS', code: 'SUBGRAPH_REMOVED', coordinate: 'reviews', notUsedBy: '{ products { price } }' },
  { name: 'routing URL changed', urls: { catalog: 'http://catalog:80/graphql' }, expect: 'SAFE', code: 'ROUTING_URL_CHANGED', coordinate: 'catalog', file: 'catalog.graphqls', only: ['ROUTING_URL_CHANGED'] },
  { name: 'entity deleted that another subgraph refers to', after: [...catalog('type Product @key(fields: "sku") @key(fields: "upc") {\n  sku: ID!\n  upc: ID!\n', 'type Product @key(fields: "upc") {\n  upc: ID!\n'), ...catalog('product(sku: ID!)', 'product(upc: ID!)')], expect: 'DOES_NOT_COMPOSE', code: 'SATISFIABILITY_ERROR' },
];
