import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heavyPerson, person, SIZES } from '../src/data/index.js';
import { plan } from '../src/data/plan.js';
import { parametersOf } from '../src/data/sizes.js';
import { slices } from '../src/data/slices.js';
import { untilOf } from '../src/data/state.js';

const UNTIL = new Date('2026-11-25T00:00:00Z');

test('a person is the same as the database makes them', () => {
  assert.deepEqual(person(1, 1), {
    id: '018cc252-de60-72d8-8b5a-ef052d270d35',
    email: 'person-1@bench.local',
    refreshToken: 'LiUX10m-4nWc6WX6wM7uB8TBeclJ2wifcRGe8MWJw9o',
  });
  assert.deepEqual(heavyPerson(1, 1_000), {
    id: '018cc5e6-6560-718c-badc-b79b7e2ccc96',
    email: 'heavy@bench.local',
    refreshToken: 'ifwhuWKctMqkYcsRO8blbP9GdJM9XisVAmAQfw532VU',
  });
});

test('another seed makes other people, whose ids are in the order of their numbers', () => {
  assert.notEqual(person(2, 1).id, person(1, 1).id);
  assert.notEqual(person(2, 1).refreshToken, person(1, 1).refreshToken);
  const ids = Array.from({ length: 300 }, (_, index) => person(1, index + 1).id);
  assert.deepEqual(ids, [...ids].sort());
  assert.ok(ids.every((id) => /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id)));
});

test('a plan has exactly as many vitals as are asked for', () => {
  const streams = plan(SIZES.S, UNTIL, []).filter(({ domain }) => domain === 'vital');
  const rows = streams.reduce((sum, { first, last, count }) => sum + (last - first + 1) * count, 0);
  assert.equal(rows, 1_000_000 + 730_000);
  assert.equal(streams.find(({ name, last }) => name === 'HEART_RATE' && last === 1_000)?.count, 600);
});

test('a heavy person sleeps and is weighed once a day at most', () => {
  const heavy = plan(SIZES.S, UNTIL, []).filter(({ first, domain }) => first === 1_001 && domain === 'vital');
  const counts = heavy.filter(({ name }) => name === 'SLEEP_DURATION' || name === 'WEIGHT').map(({ count }) => count);
  assert.deepEqual(counts, [3_650, 3_650]);
});

test('slices follow one another without a gap, from the first stream to the end', () => {
  const streams = plan(SIZES.M, UNTIL, []).filter(({ domain }) => domain === 'vital');
  const all = slices(streams, UNTIL);
  assert.equal(all[0]?.since.toISOString(), '2016-11-27T00:00:00.000Z');
  assert.deepEqual(all.at(-1)?.until, UNTIL);
  assert.deepEqual(all.slice(1).map(({ since }) => since), all.slice(0, -1).map(({ until }) => until));
});

test('parameters change a size, and must be possible', () => {
  assert.deepEqual(parametersOf('S', { people: 7, heavy: false }), { ...SIZES.S, people: 7, heavy: false });
  assert.throws(() => parametersOf('S', { people: 0 }), /people must be a whole number from 1 on/);
  assert.throws(() => parametersOf(/** @type {'S'} */ ('X')), /no size X, only S, M, L/);
});

test('data that ended within a week is good enough', () => {
  const now = new Date('2026-11-25T18:00:00Z');
  const days = (/** @type {number} */ count) => new Date(UNTIL.getTime() - count * 86_400_000);
  assert.deepEqual(untilOf([undefined, days(7)], now), days(7));
  assert.deepEqual(untilOf([days(2), days(3)], now), days(2));
  assert.deepEqual(untilOf([days(8)], now), UNTIL);
  assert.deepEqual(untilOf([undefined], now), UNTIL);
});
