import { Kind, print } from 'graphql';

/** @typedef {import('./model.js').Element} Element */
/** @typedef {import('./model.js').LintFile} LintFile */
/** @typedef {import('./model.js').Model} Model */

/**
 * A rule of ours. It looks at one element at a time and says in a sentence what is wrong, or nothing.
 *
 * @typedef {object} Rule
 * @property {string} code
 * @property {Element['kind'][]} on
 * @property {string} advice
 * @property {(element: Element, file: LintFile, model: Model) => string | undefined} test
 * @property {(element: Element) => boolean} [onlyWarns]
 */

const ROOTS = ['Query', 'Mutation', 'Subscription'];
const OWNER_OF_USER = 'auth';
const LONGEST_LIST = 50;

/** Mutations that do the same to the same records share an input and a payload of this name. */
const SHARED_MUTATION_NAMES = /** @type {Record<string, string>} */ ({
  markSeen: 'MarkNotifications',
  markRead: 'MarkNotifications',
  archive: 'MarkNotifications',
  unarchive: 'MarkNotifications',
});

/** Fields of `User` that were there before the rule: they only warn until it is decided whether the public contract has them. */
const NOT_TAGGED_YET = [
  'User.achievements',
  'User.createdAt',
  'User.emailVerified',
  'User.locale',
  'User.progress',
  'User.progressIn',
  'User.roles',
  'User.sessions',
  'User.streak',
  'User.timeZone',
];

const MONEY = /(amount|price|balance|cost|fee|salary|income|expenses?|worth|budget|total|payment|money)s?$/i;
const PERSONAL = new RegExp(
  `^(${[
    'e-?mail(address)?',
    'phone(number)?',
    'mobile',
    '(full|first|last|given|family|maiden)name',
    'birth(day|date)',
    'dateofbirth',
    '(home|postal|street|ip)address',
    'iban',
    'useragent',
    'passport(number)?',
    'taxid',
  ].join('|')})$`,
  'i',
);
const PERSONAL_IN_A_RECORD = /^(name|address|amount|balance|value|notes?|description|title|message)$|(Amount|Balance|Address|Name)$/;
const PERSONAL_SCALARS = ['EmailAddress', 'PhoneNumber'];

/** @type {Rule[]} */
export const RULES = [
  {
    code: 'ACCESS_ON_FIELD',
    on: ['field'],
    advice: 'Add @access(to: …): a subgraph does not start without it.',
    test: ({ node, type, coordinate }, _file, { types }) => {
      const guarded = ROOTS.includes(type) || (type === 'User' && !keyFields(types.get('User')).includes(node.name.value));
      if (!guarded || has(node, 'access') || has(node, 'external')) return undefined;
      return `${coordinate} does not say who may use it.`;
    },
  },
  {
    code: 'ACCESS_ON_ENTITY',
    on: ['type'],
    advice: 'Add @access(to: …) to the type, or resolvable: false to its @key where another subgraph resolves it.',
    test: ({ node, coordinate }) => {
      const resolved = directives(node, 'key').some((key) => argument(key, 'resolvable')?.value !== false);
      return resolved && !has(node, 'access') ? `${coordinate} is an entity that does not say who may read it by its key.` : undefined;
    },
  },
  {
    code: 'NULLABLE_USER_FIELD',
    on: ['field'],
    advice: 'Make it nullable, so that a subgraph that is down costs its own fields and nothing else.',
    test: ({ node, type, coordinate }, file, { types }) => {
      const added = type === 'User' && file.subgraph !== OWNER_OF_USER && !keyFields(types.get('User')).includes(node.name.value);
      if (!(added || type === 'Query') || node.type.kind !== Kind.NON_NULL_TYPE) return undefined;
      const by = added ? ` is added to User by ${file.subgraph ?? 'a shared file'} and` : '';
      return `${coordinate}${by} cannot be null.`;
    },
  },
  {
    code: 'BOUNDED_LIST',
    on: ['field'],
    advice: `Make it a connection, or say by @listSize(assumedSize:) that it is closed and has ${LONGEST_LIST} items at most.`,
    test: boundedList,
  },
  {
    code: 'CONNECTION_ARGUMENTS',
    on: ['field'],
    advice:
      'Take first: Int = 20 and after: String, and add ' +
      '@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false).',
    test: connectionArguments,
  },
  {
    code: 'EDGE_TYPE',
    on: ['type'],
    advice: 'An edge has a node and cursor: String!.',
    test: edgeType,
  },
  {
    code: 'NO_FLOAT_MONEY',
    on: ['field', 'input', 'argument'],
    advice: 'Use Money or Decimal, which are exact.',
    test: ({ node, coordinate }) =>
      MONEY.test(node.name.value) && named(node.type) === 'Float' ? `${coordinate} is an amount, and Float is not exact.` : undefined,
  },
  {
    code: 'MUTATION_INPUT',
    on: ['field'],
    advice: 'Take one argument, input: XxxInput!, where xxx is the mutation.',
    test: mutationInput,
  },
  {
    code: 'MUTATION_PAYLOAD',
    on: ['field'],
    advice: 'Return XxxPayload!, where xxx is the mutation, with errors: [UserError!]!.',
    test: mutationPayload,
  },
  {
    code: 'DEPRECATION_DATE',
    on: ['field', 'input', 'argument', 'value'],
    advice: 'Say in the reason from which day, YYYY-MM-DD, it may be gone, and what takes its place.',
    test: ({ node, coordinate }) => {
      const deprecated = directives(node, 'deprecated')[0];
      const reason = deprecated && argument(deprecated, 'reason')?.value;
      if (!reason || datesIn(reason).some(isDay)) return undefined;
      return `${coordinate} is deprecated without a day from which it may be gone.`;
    },
  },
  {
    code: 'PERSONAL_TAG',
    on: ['field'],
    advice: 'Add @tag(name: "pii"): the public contract leaves it out.',
    test: (element, _file, { types }) => {
      const why = whyPersonal(element, types);
      return why && !tagged(element.node, 'pii') ? `${element.coordinate} ${why}, and is not tagged as personal.` : undefined;
    },
    onlyWarns: ({ coordinate }) => NOT_TAGGED_YET.includes(coordinate),
  },
  {
    code: 'ADMIN_TAG',
    on: ['field', 'type'],
    advice: 'Add @tag(name: "admin"): contracts for clients leave it out.',
    test: ({ node, coordinate }) => {
      const audience = audienceOf(node);
      if (!audience || !['ADMIN', 'SERVICE'].includes(audience) || tagged(node, 'admin')) return undefined;
      return `${coordinate} is for ${audience} only, and is not tagged so.`;
    },
  },
];

/** @type {Rule['test']} */
function boundedList({ node, type, coordinate }, _file, { types }) {
  if (!isList(node.type) || !isComposite(types.get(named(node.type)))) return undefined;
  if (type.endsWith('Connection') && node.name.value === 'edges') return undefined;
  const isPayload = type.endsWith('Payload');
  if (isPayload && node.name.value === 'errors') return undefined;
  const assumed = directives(node, 'listSize').map((size) => argument(size, 'assumedSize')?.value)[0];
  if (assumed === undefined) return `${coordinate} is a list without bounds.`;
  // A payload gives back what its input brought, which has bounds of its own.
  if (isPayload || Number(assumed) <= LONGEST_LIST) return undefined;
  return `${coordinate} is a plain list of ${assumed} items.`;
}

/** @type {Rule['test']} */
function connectionArguments({ node, coordinate }) {
  if (!named(node.type).endsWith('Connection')) return undefined;
  const byName = argumentNodes(node);
  if (!byName.first || !byName.after) return `${coordinate} is a connection without first and after.`;
  if (named(byName.first.type) !== 'Int' || !byName.first.defaultValue) return `${coordinate} needs first: Int with a default.`;
  if (print(byName.after.type) !== 'String') return `${coordinate} needs after: String.`;
  const slicing = directives(node, 'listSize').map((size) => print(argument(size, 'slicingArguments') ?? EMPTY))[0];
  return slicing?.includes('"first"') ? undefined : `${coordinate} does not tell by @listSize that first bounds it.`;
}

/** @type {Rule['test']} */
function edgeType({ node, type, coordinate }, _file, { types }) {
  if (!type.endsWith('Connection')) return undefined;
  const edges = node.fields?.find((/** @type {any} */ field) => field.name.value === 'edges');
  if (!edges) return undefined;
  const wanted = type.replace(/Connection$/, 'Edge');
  if (print(edges.type) !== `[${wanted}!]!`) return `${coordinate}.edges is not [${wanted}!]!.`;
  const fields = Object.fromEntries((types.get(wanted)?.fields ?? []).map((/** @type {any} */ field) => [field.name.value, field]));
  if (!fields.node) return `${wanted} has no node.`;
  return fields.cursor && print(fields.cursor.type) === 'String!' ? undefined : `${wanted} has no cursor: String!.`;
}

/** @type {Rule['test']} */
function mutationInput({ node, type, coordinate }) {
  if (type !== 'Mutation') return undefined;
  const [input, ...others] = node.arguments ?? [];
  if (!input || others.length > 0 || input.name.value !== 'input' || input.type.kind !== Kind.NON_NULL_TYPE) {
    return `${coordinate} does not take exactly one required input.`;
  }
  const wanted = `${mutationName(node.name.value)}Input`;
  return named(input.type) === wanted ? undefined : `The input of ${coordinate} is ${named(input.type)}, not ${wanted}.`;
}

/** @type {Rule['test']} */
function mutationPayload({ node, type, coordinate }, _file, { types }) {
  if (type !== 'Mutation') return undefined;
  const wanted = `${mutationName(node.name.value)}Payload`;
  if (named(node.type) !== wanted || isList(node.type)) return `${coordinate} returns ${print(node.type)}, not ${wanted}.`;
  const errors = types.get(wanted)?.fields?.find((/** @type {any} */ field) => field.name.value === 'errors');
  return errors && print(errors.type) === '[UserError!]!' ? undefined : `${wanted} has no errors: [UserError!]!.`;
}

/**
 * @param {Element} element
 * @param {Map<string, any>} types
 */
function whyPersonal({ node, type }, types) {
  const name = node.name.value;
  if (has(node, 'external')) return undefined;
  if (type === 'User' && audienceOf(node) === 'SELF') return 'is for the person alone';
  if (PERSONAL_SCALARS.includes(named(node.type))) return `is ${article(named(node.type))}`;
  if (ROOTS.includes(type)) return undefined;
  if (PERSONAL.test(name)) return 'is personal by its name';
  if (audienceOf(types.get(type)) === 'SELF' && PERSONAL_IN_A_RECORD.test(name)) return "is part of a person's record";
  return undefined;
}

/** @param {string} noun */
function article(noun) {
  return `${/^[AEIOU]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** @param {string} mutation */
function mutationName(mutation) {
  return SHARED_MUTATION_NAMES[mutation] ?? `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
}

/** @param {any} node */
function audienceOf(node) {
  const access = directives(node, 'access')[0];
  return access ? String(argument(access, 'to')?.value ?? 'SELF') : undefined;
}

/** @param {any} type */
function keyFields(type) {
  return directives(type, 'key').flatMap((key) => String(argument(key, 'fields')?.value ?? '').split(/[\s{}]+/));
}

/**
 * @param {any} node
 * @param {string} name
 */
function tagged(node, name) {
  return directives(node, 'tag').some((tag) => argument(tag, 'name')?.value === name);
}

/**
 * @param {any} node
 * @param {string} name
 */
function has(node, name) {
  return directives(node, name).length > 0;
}

/**
 * @param {any} node
 * @param {string} name
 * @returns {any[]}
 */
function directives(node, name) {
  return (node?.directives ?? []).filter((/** @type {any} */ directive) => directive.name.value === name);
}

/**
 * @param {any} directive
 * @param {string} name
 * @returns {any} its value
 */
function argument(directive, name) {
  return directive.arguments?.find((/** @type {any} */ given) => given.name.value === name)?.value;
}

/** @type {any} */
const EMPTY = { kind: Kind.LIST, values: [] };

/** @param {any} node */
function argumentNodes(node) {
  return Object.fromEntries((node.arguments ?? []).map((/** @type {any} */ each) => [each.name.value, each]));
}

/**
 * @param {any} type
 * @returns {string}
 */
function named(type) {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type);
}

/**
 * @param {any} type
 * @returns {boolean}
 */
function isList(type) {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && isList(type.type));
}

/** @param {any} type */
function isComposite(type) {
  return [Kind.OBJECT_TYPE_DEFINITION, Kind.INTERFACE_TYPE_DEFINITION, Kind.UNION_TYPE_DEFINITION].includes(type?.kind);
}

/** @param {string} text */
function datesIn(text) {
  return text.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [];
}

/** @param {string} text */
function isDay(text) {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
