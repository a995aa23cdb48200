import { elementAt, schemaOf } from './model.js';

/** @typedef {import('../finding.js').Finding} Finding */
/** @typedef {import('./model.js').Model} Model */
/** @typedef {import('./model.js').LintFile} LintFile */

const ROOT = /^(Query|Mutation|Subscription)$/;

/**
 * The rules of graphql-eslint that fit: with their options, and what to do about them. Left out is what our rules say more
 * exactly (`input-name`, `relay-edge-types`, `relay-arguments`, `no-scalar-result-type-on-mutation`), what contradicts the
 * schema's design (`strict-id-in-types`: a value has no id; `require-nullable-result-in-root`: a payload is never null;
 * `require-deprecation-date`: it wants an argument that @deprecated does not have), and what cannot see other subgraphs
 * (`no-unreachable-types`).
 *
 * @type {Record<string, { options?: unknown, advice: string }>}
 */
const RULES = {
  'require-description': {
    options: {
      types: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      EnumValueDefinition: true,
      DirectiveDefinition: true,
      ignoredSelectors: [`[type=ObjectTypeDefinition][name.value=${ROOT}]`],
    },
    advice: 'Write in a sentence what it is, in "quotes" above it.',
  },
  'naming-convention': {
    options: {
      types: 'PascalCase',
      FieldDefinition: { style: 'camelCase', forbiddenPatterns: [/^(get|list|post|put|patch)(?=[A-Z])/] },
      InputValueDefinition: 'camelCase',
      EnumValueDefinition: 'UPPER_CASE',
      DirectiveDefinition: 'camelCase',
    },
    advice: 'Fields are in camelCase, types in PascalCase, values of enums in UPPER_CASE; a field is named for what it gives.',
  },
  'no-hashtag-description': { advice: 'Clients do not see comments: write it in "quotes".' },
  'no-typename-prefix': { advice: "Leave the type's name out of its fields' names." },
  'require-deprecation-reason': { advice: 'Say in the reason what takes its place and when it goes.' },
  'relay-connection-types': { advice: 'A connection has edges and pageInfo: PageInfo!.' },
  'relay-page-info': { advice: 'PageInfo is as the Relay specification has it.' },
};

const STUB = 'type Query { none: Int }';

/**
 * What graphql-eslint says of the files. It takes most of a second to load, so only who lints loads it.
 *
 * @param {Model} model
 * @returns {Promise<Finding[]>}
 */
export async function eslintFindings(model) {
  const [{ Linter }, { default: plugin, parser }] = await Promise.all([import('eslint'), import('@graphql-eslint/eslint-plugin')]);
  const linter = new Linter({ configType: 'flat' });
  const config = configOf(plugin, parser, schemaOf(model));
  return model.files.flatMap((file) => {
    // Its own name could lie outside ESLint's folder, which would then ignore it.
    const messages = linter.verify(file.text, config, { filename: 'schema.graphqls' });
    return messages.filter(({ ruleId, fatal }) => ruleId || fatal).map((message) => findingOf(message, file));
  });
}

/**
 * @param {any} plugin
 * @param {any} parser
 * @param {import('graphql').GraphQLSchema} schema
 * @returns {any}
 */
function configOf(plugin, parser, schema) {
  return [
    {
      files: ['**/*.graphqls'],
      plugins: { '@graphql-eslint': plugin },
      linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
      languageOptions: { parser: withSchema(parser, schema) },
      rules: Object.fromEntries(
        Object.entries(RULES).map(([name, { options }]) => [`@graphql-eslint/${name}`, options ? ['error', options] : 'error']),
      ),
    },
  ];
}

/**
 * graphql-eslint builds the schema from files by a global configuration that it keeps; ours is in memory.
 *
 * @param {any} parser
 * @param {import('graphql').GraphQLSchema} schema
 */
function withSchema(parser, schema) {
  return {
    meta: { name: 'lifeos-graphql', version: '1' },
    parseForESLint(/** @type {string} */ code, /** @type {object} */ options) {
      const parsed = parser.parseForESLint(code, { ...options, schemaSdl: STUB });
      return { ...parsed, services: { ...parsed.services, schema } };
    },
  };
}

/**
 * @param {import('eslint').Linter.LintMessage} message
 * @param {LintFile} file
 * @returns {Finding}
 */
function findingOf({ ruleId, message, line, column }, file) {
  if (!ruleId) throw new Error(`graphql-eslint cannot read ${file.path}:${line}: ${message}`);
  const rule = ruleId.replace('@graphql-eslint/', '');
  return {
    severity: 'error',
    code: rule.replaceAll('-', '_').toUpperCase(),
    message: /[.!?]$/.test(message) ? message : `${message}.`,
    places: [{ file: file.path, line, column, subgraph: file.subgraph }],
    coordinate: elementAt(file, line, column)?.coordinate,
    advice: RULES[rule]?.advice,
  };
}
