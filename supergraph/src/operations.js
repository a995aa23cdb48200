import { GraphQLError, Kind, Source, buildSchema, getLocation, parse, validate } from 'graphql';

/** @typedef {import('./problem.js').Problem} Problem */
/** @typedef {import('./workspace.js').SchemaFile} SchemaFile */

/**
 * Validates clients' operations against what clients see. Each operation has a name of its own, by which registries and
 * traces know it, and a comment above it that says what it is for.
 *
 * @param {string} apiSchema
 * @param {SchemaFile[]} files
 * @returns {Problem[]}
 */
export function validateOperations(apiSchema, files) {
  const schema = buildSchema(apiSchema);
  /** @type {Map<string, string>} */
  const seen = new Map();
  return files.flatMap((file) => {
    const source = new Source(file.text, file.path);
    try {
      const document = parse(source);
      const errors = validate(schema, document);
      return [...errors.map((error) => problem(error, file)), ...rules(document, source, seen)];
    } catch (error) {
      if (error instanceof GraphQLError) return [problem(error, file)];
      throw error;
    }
  });
}

/**
 * @param {import('graphql').DocumentNode} document
 * @param {Source} source
 * @param {Map<string, string>} seen
 * @returns {Problem[]}
 */
function rules(document, source, seen) {
  const problems = [];
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue;
    const place = { file: source.name, ...getLocation(source, node.loc?.start ?? 0) };
    const name = node.name?.value;
    if (!name) {
      problems.push({ code: 'OPERATION_NAME', message: 'The operation has no name.', places: [place] });
      continue;
    }
    const other = seen.get(name);
    if (other) {
      const message = `The operation ${name} is in ${other} too.`;
      problems.push({ code: 'OPERATION_NAME', message, places: [place] });
    }
    seen.set(name, source.name);
    if (node.loc?.startToken.prev?.kind !== 'Comment') {
      const message = `The operation ${name} has no comment above it that says what it is for.`;
      problems.push({ code: 'OPERATION_COMMENT', message, places: [place] });
    }
  }
  return problems;
}

/**
 * @param {GraphQLError} error
 * @param {SchemaFile} file
 * @returns {Problem}
 */
function problem(error, file) {
  const places = (error.locations ?? []).map(({ line, column }) => ({ file: file.path, line, column }));
  return { code: 'INVALID_OPERATION', message: error.message, places };
}
