import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compose } from '../src/composition.js';
import { describe as text, hintsFrom } from '../src/report.js';
import { sources } from './support/schemas.js';

/** @typedef {import('../src/workspace.js').SubgraphSource} SubgraphSource */

/** @param {SubgraphSource[]} subgraphs */
function composed(subgraphs) {
  const result = compose(subgraphs);
  assert.ok(result.ok, JSON.stringify(result));
  return result;
}

/** @param {SubgraphSource[]} subgraphs */
function problems(subgraphs) {
  const result = compose(subgraphs);
  assert.ok(!result.ok);
  return result.problems;
}

/**
 * @param {string} name
 * @param {(text: string) => string} change
 */
function changed(name, change) {
  return sources().map((subgraph) => ({
    ...subgraph,
    files: subgraph.files.map((file) => (file.path === `${name}.graphqls` ? { ...file, text: change(file.text) } : file)),
  }));
}

describe('composition', () => {
  test('gives the same supergraph each time', () => {
    assert.deepEqual(composed(sources()), composed(sources()));
  });

  test('keeps where each subgraph is', () => {
    assert.match(composed(sources()).supergraph, /HEALTH @join__graph\(name: "health", url: "http:\/\/127\.0\.0\.1:3002\/graphql"\)/);
  });

  test('shows clients descriptions, and neither federation nor what is inaccessible', () => {
    const { apiSchema } = composed(sources());
    assert.match(apiSchema, /"""The newest heart rate\."""\n {2}heartRate: Int\n/);
    assert.doesNotMatch(apiSchema, /join__|@tag|@access|Audience|_entities/);
  });

  test('sorts what clients see', () => {
    const types = [...composed(sources()).apiSchema.matchAll(/^type (\w+)/gm)].map((match) => match[1]);
    assert.deepEqual(types, ['Mutation', 'Query', 'Subscription', 'User']);
  });

  test('points to subgraph, file and line of an error in the second of several files', () => {
    const [first] = problems(changed('health', (sdl) => sdl.replace('heartRate: Int @access', 'fullName: Int @access')));
    assert.ok(first);
    assert.equal(first.code, 'FIELD_TYPE_MISMATCH');
    assert.deepEqual(
      first.places.map(({ subgraph, file, line }) => `${subgraph} ${file}:${line}`).sort(),
      ['auth auth.graphqls:11', 'health health.graphqls:11'],
    );
  });

  test('shows an error with the place first', () => {
    const [first] = problems(changed('health', (sdl) => sdl.replace('heartRate: Int', 'fullName: Int')));
    assert.ok(first);
    assert.match(text('error', first), /^auth\.graphqls:11:3 \[auth\]: error FIELD_TYPE_MISMATCH: .*\n {4}also health\.graphqls:11:3 \[health\]$/s);
  });

  test('points to a syntax error, and to those of all subgraphs at once', () => {
    const broken = changed('health', (sdl) => `${sdl}\ntype {`).map((subgraph) =>
      subgraph.name === 'auth' ? { ...subgraph, files: [{ path: 'auth.graphqls', text: 'type Query {' }] } : subgraph,
    );
    assert.deepEqual(
      problems(broken).map(({ code, places: [place] }) => `${code} ${place?.subgraph} ${place?.file}:${place?.line}`),
      ['INVALID_GRAPHQL auth auth.graphqls:1', 'INVALID_GRAPHQL health health.graphqls:14'],
    );
  });

  test('refuses a field that no query can reach', () => {
    const unreachable = changed('health', (sdl) => sdl.replace('@key(fields: "id")', ''));
    assert.ok(problems(unreachable).some(({ code }) => ['SATISFIABILITY_ERROR', 'INVALID_FIELD_SHARING'].includes(code)));
  });

  test('shows hints of the chosen level and above', () => {
    const { hints } = composed(changed('health', (sdl) => sdl.replace('"Who it is."', '"Another text."')));
    const found = { WARN: hints.filter(({ level }) => level === 'WARN'), all: hints };
    assert.deepEqual(hintsFrom(hints, 'none'), []);
    assert.deepEqual(hintsFrom(hints, 'warn'), found.WARN);
    assert.deepEqual(hintsFrom(hints, 'debug'), found.all);
    assert.ok(found.all.some(({ code, places }) => code === 'INCONSISTENT_DESCRIPTION' && places[0]?.file === 'auth.graphqls'));
  });
});
