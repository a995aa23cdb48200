import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from '../src/statements.js';

test('statements of the subgraphs are read from the log with their parameters', () => {
  const log = [
    '¶health¶LOG:  duration: 0.2 ms  execute S_1: SELECT a\n\tFROM b WHERE c = $1 AND d > $2 LIMIT $10\n',
    "¶health¶DETAIL:  Parameters: $1 = 'it''s', $2 = NULL, $10 = '11'\n",
    '¶postgres¶LOG:  duration: 0.1 ms  execute S_2: SELECT 1\n',
    '¶finance¶LOG:  duration: 0.1 ms  statement: BEGIN\n',
  ].join('');

  assert.deepEqual(parse(log), [{ database: 'health', sql: "SELECT a\n\tFROM b WHERE c = 'it''s' AND d > NULL LIMIT '11'" }]);
});
