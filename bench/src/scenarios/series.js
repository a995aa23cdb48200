import { alone } from './alone.js';

const QUERY = `query ($type: VitalType!, $from: DateTime, $to: DateTime, $bucket: TimeBucket!) {
  me { vitalSeries(type: $type, from: $from, to: $to, bucket: $bucket) { unit points { start value min max count } } }
}`;
const LIST = `{ me { vitals(first: 50) { edges { node { type value unit recordedAt } } pageInfo { hasNextPage endCursor } } } }`;
const PEOPLE = 480;
const DAY = 86_400_000;

/** @type {import('./index.js').Scenario} */
export const series = { name: 'series', title: 'Charts over a year of vitals', run: charts };

/**
 * @param {import('../bench.js').Bench} bench
 * @returns {Promise<import('./index.js').Outcome>}
 */
async function charts(bench) {
  const people = await bench.people.signedIn(PEOPLE);
  const to = new Date(Math.floor(Date.now() / DAY) * DAY);
  const from = (/** @type {number} */ days) => new Date(to.getTime() - days * DAY).toISOString();
  const chart = (/** @type {Record<string, unknown>} */ variables) =>
    people.map(({ accessToken }) => ({ query: QUERY, token: accessToken, variables: { to: to.toISOString(), ...variables } }));
  const { failures, ...found } = await alone(bench, {
    '30 days of heart rate, by day': chart({ type: 'HEART_RATE', bucket: 'DAY', from: from(30) }),
    '365 days of heart rate, by week': chart({ type: 'HEART_RATE', bucket: 'WEEK', from: from(365) }),
    '30 days of weight, by day': chart({ type: 'WEIGHT', bucket: 'DAY', from: from(30) }),
    'the newest 50 vitals': people.map(({ accessToken }) => ({ query: LIST, token: accessToken })),
  });
  return {
    about: 'A chart by the person’s days over data of a year, and for comparison the newest page of the list.',
    ...found,
    notes: failures,
    goals: [],
  };
}
