import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compose } from '../src/composition.js';
import { validateOperations } from '../src/operations.js';
import { sources } from './support/schemas.js';

const composed = compose(sources());
const apiSchema = composed.ok ? composed.apiSchema : '';

/** @param {Record<string, string>} texts */
function problems(texts) {
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  return validateOperations(apiSchema, files).map(({ code, message, places: [place] }) => ({ code, message, at: `${place?.file}:${place?.line}` }));
}

/** @param {Record<string, string>} texts */
function codes(texts) {
  return problems(texts).map(({ code, at }) => `${code} ${at}`);
}

describe('operations', () => {
  test('are valid with fragments, variables and each kind of operation', () => {
    const text = `# Reads.
query Read {
  me {
    ...Person
  }
}

fragment Person on User {
  fullName
}

# Keeps a heart rate.
mutation Keep($value: Int!) {
  recordHeartRate(value: $value)
}

# Follows.
subscription Follow {
  notificationEvents
}
`;
    assert.deepEqual(problems({ 'a.graphql': text }), []);
  });

  for (const [what, text, expected] of [
    ['a syntax error', '# Comment.\nquery A {\n  me {\n', 'INVALID_OPERATION a.graphql:4'],
    ['an unknown field', '# Comment.\nquery A {\n  you {\n    id\n  }\n}\n', 'INVALID_OPERATION a.graphql:3'],
    ['a missing argument', '# Comment.\nmutation A {\n  recordHeartRate\n}\n', 'INVALID_OPERATION a.graphql:3'],
    ['a field of federation', '# Comment.\nquery A {\n  _service {\n    sdl\n  }\n}\n', 'INVALID_OPERATION a.graphql:3'],
    ['an operation without a name', '# Comment.\n{\n  me {\n    id\n  }\n}\n', 'OPERATION_NAME a.graphql:2'],
    ['an operation without a comment', 'query A {\n  me {\n    id\n  }\n}\n', 'OPERATION_COMMENT a.graphql:1'],
  ]) {
    test(`are refused for ${what}`, () => {
      assert.ok(codes({ 'a.graphql': text ?? '' }).includes(expected ?? ''), JSON.stringify(problems({ 'a.graphql': text ?? '' })));
    });
  }

  test('have names of their own over all files', () => {
    const text = '# Comment.\nquery A {\n  me {\n    id\n  }\n}\n';
    assert.deepEqual(codes({ 'a.graphql': text, 'b.graphql': text }), ['OPERATION_NAME b.graphql:2']);
  });
});
