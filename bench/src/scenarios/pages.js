import { graphql } from '../graphql.js';
import { alone } from './alone.js';

const PAGE = `query ($first: Int!, $after: String, $filter: TransactionFilter) {
  me {
    transactions(first: $first, after: $after, filter: $filter) {
      edges { node { id date description merchantName amount { amount currency } } }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;
const SIZE = 50;
const FAR = 500;
const WALKED_AT_ONCE = 100;
const PEOPLE = 480;

/** @type {import('./index.js').Scenario} */
export const pages = { name: 'pages', title: 'Pages of transactions, near and far', run: nearAndFar };

/** @type {import('./index.js').Scenario} */
export const search = { name: 'search', title: 'Transactions searched and filtered', run: searched };

/**
 * @param {import('../bench.js').Bench} bench
 * @returns {Promise<import('./index.js').Outcome>}
 */
async function nearAndFar(bench) {
  const { accessToken: token } = await bench.heavyPerson();
  const after = await walk(bench, token);
  const { failures, measured, ...found } = await alone(bench, {
    'page 1': [{ query: PAGE, token, variables: { first: SIZE } }],
    [`page ${FAR}`]: [{ query: PAGE, token, variables: { first: SIZE, after } }],
  });
  const [near, far] = measured;
  const slower = (far?.cpuTotal ?? NaN) / (near?.cpuTotal ?? NaN);
  return {
    about: `${SIZE} transactions of one person who has more than ${SIZE * FAR}, by cursor.`,
    ...found,
    measured,
    notes: failures,
    goals: [{ goal: 'a far page costs what the first one does', value: `${slower.toFixed(2)} times its CPU`, reached: slower < 1.25 }],
  };
}

/**
 * @param {import('../bench.js').Bench} bench
 * @param {string} token
 * @returns {Promise<string>} the cursor before the far page
 */
async function walk(bench, token) {
  const { url } = bench.platform.part('router');
  let after;
  for (let seen = 0; seen < SIZE * (FAR - 1); seen += WALKED_AT_ONCE) {
    const first = Math.min(WALKED_AT_ONCE, SIZE * (FAR - 1) - seen);
    const { me } = await graphql(url, PAGE, { first, after }, token);
    after = me.transactions.pageInfo.endCursor;
  }
  return after;
}

/**
 * @param {import('../bench.js').Bench} bench
 * @returns {Promise<import('./index.js').Outcome>}
 */
async function searched(bench) {
  const people = await bench.people.signedIn(PEOPLE);
  const heavy = await bench.heavyPerson();
  const [sample] = people;
  if (!sample) throw new Error('The data set has nobody in it.');
  const { me } = await graphql(bench.platform.part('router').url, PAGE, { first: SIZE }, sample.accessToken);
  const word = me.transactions.edges[SIZE - 1].node.merchantName ?? me.transactions.edges[0].node.description;
  const calls = (/** @type {{ accessToken: string }[]} */ who, /** @type {Record<string, unknown>} */ filter) =>
    who.map(({ accessToken }) => ({ query: PAGE, token: accessToken, variables: { first: SIZE, filter } }));
  const { failures, ...found } = await alone(bench, {
    'a merchant': calls(people, { search: word }),
    'a category and an amount': calls(people, { categories: ['GROCERIES'], maxAmount: '-50' }),
    'what nobody has': calls(people, { search: 'there is no such thing' }),
    'what nobody has, of 100,000 transactions': calls([heavy], { search: 'there is no such thing' }),
  });
  return { about: `The first ${SIZE} that fit.`, ...found, notes: failures, goals: [] };
}
