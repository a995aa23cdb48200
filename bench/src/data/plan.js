/** @typedef {import('./sizes.js').Parameters} Parameters */

/**
 * What is spread evenly over time for each of some people; see bench/data/common.sql.
 *
 * @typedef {object} Stream
 * @property {'vital' | 'transaction' | 'notification' | 'learning'} domain
 * @property {string} name
 * @property {number} salt
 * @property {number} first
 * @property {number} last
 * @property {number} count
 * @property {string} begins
 * @property {number} slot_seconds
 * @property {object} details
 */

/**
 * A type of vital, with values in its canonical unit.
 *
 * @typedef {object} Kind
 * @property {string} type
 * @property {number} share of all vitals
 * @property {number} perDay at most: of what a person has more than that a day, the rest are heart rates
 * @property {number} low
 * @property {number} high
 * @property {number} [scale] what low and high are multiplied by
 * @property {number} [hours] what is summed lasts that long; low and high are then for an hour
 * @property {string[]} sources
 */

/** @typedef {{ first: number, last: number, vitals: number, transactions: number, days: number }} Cohort */

const DAY = 86_400;
const HOUR = 3_600;
const HEAVY = { vitals: 730_000, transactions: 100_000, days: 3_650 };
const WORN = ['WEARABLE'];
const CARRIED = ['WEARABLE', 'PHONE'];
const BY_HAND = ['MANUAL', 'MEDICAL_DEVICE'];

/** @type {Kind} */
const HEART_RATE = { type: 'HEART_RATE', share: 1, perDay: Infinity, low: 52, high: 150, sources: WORN };

/** @type {Kind[]} */
const OTHERS = [
  { type: 'STEPS', share: 0.12, perDay: 24, low: 250, high: 900, hours: 16, sources: CARRIED },
  { type: 'SLEEP_DURATION', share: 0.08, perDay: 1, low: 44, high: 60, hours: 8, sources: WORN },
  { type: 'WEIGHT', share: 0.05, perDay: 1, low: 520, high: 1_050, scale: 0.1, sources: BY_HAND },
  { type: 'RESTING_HEART_RATE', share: 0.04, perDay: 1, low: 46, high: 78, sources: WORN },
  { type: 'BLOOD_PRESSURE_SYSTOLIC', share: 0.02, perDay: 2, low: 104, high: 148, sources: BY_HAND },
  { type: 'BLOOD_PRESSURE_DIASTOLIC', share: 0.02, perDay: 2, low: 62, high: 94, sources: BY_HAND },
  { type: 'OXYGEN_SATURATION', share: 0.02, perDay: 4, low: 93, high: 100, sources: WORN },
  { type: 'ACTIVE_ENERGY', share: 0.02, perDay: 4, low: 15, high: 50, hours: 16, sources: WORN },
  { type: 'DISTANCE', share: 0.02, perDay: 4, low: 200, high: 700, hours: 16, sources: CARRIED },
  { type: 'MOOD', share: 0.01, perDay: 1, low: 3, high: 10, sources: ['MANUAL', 'APP'] },
];

/**
 * @param {Parameters} parameters
 * @param {Date} until
 * @param {string[]} courses the ids of the catalogue's, for notifications about them
 * @returns {Stream[]}
 */
export function plan(parameters, until, courses) {
  const { people, notificationsPerPerson, learningSessionsPerPerson, heavy } = parameters;
  const all = { first: 1, last: people + Number(heavy) };
  return [
    ...cohorts(parameters).flatMap((cohort) => [
      ...vitals(cohort, until),
      stream('transaction', 'transaction', 500, cohort, cohort.transactions, cohort.days, until),
    ]),
    stream('notification', 'notification', 510, all, notificationsPerPerson, 180, until, { courses }),
    stream('learning', 'session', 520, all, learningSessionsPerPerson, 330, until),
  ].filter(({ count }) => count > 0);
}

/**
 * @param {Parameters} parameters
 * @returns {Cohort[]}
 */
function cohorts({ people, vitalsPerPerson, transactionsPerPerson, heavy }) {
  const normal = { first: 1, last: people, vitals: vitalsPerPerson, transactions: transactionsPerPerson, days: 365 };
  return heavy ? [normal, { first: people + 1, last: people + 1, ...HEAVY }] : [normal];
}

/**
 * @param {Cohort} cohort
 * @param {Date} until
 * @returns {Stream[]}
 */
function vitals(cohort, until) {
  const counts = OTHERS.map(({ share, perDay }) => Math.min(Math.round(cohort.vitals * share), perDay * cohort.days));
  const heartRates = cohort.vitals - counts.reduce((sum, count) => sum + count, 0);
  return [HEART_RATE, ...OTHERS].map((kind, index) => {
    const count = index === 0 ? heartRates : counts[index - 1] ?? 0;
    return vital(kind, 10 + index * 10, cohort, count, until);
  });
}

/**
 * @param {Kind} kind
 * @param {number} salt
 * @param {Cohort} cohort
 * @param {number} count
 * @param {Date} until
 * @returns {Stream}
 */
function vital({ type, low, high, scale = 1, hours, sources }, salt, cohort, count, until) {
  const made = stream('vital', type, salt, cohort, count, cohort.days, until);
  const lasts = hours === undefined ? undefined : Math.min(hours * HOUR, made.slot_seconds / 2);
  const factor = lasts === undefined ? 1 : lasts / HOUR;
  const from = Math.ceil(low * factor);
  const details = { low: from, spread: Math.floor(high * factor) - from, scale, seconds: lasts === undefined ? null : Math.floor(lasts), sources };
  return { ...made, details };
}

/**
 * @param {Stream['domain']} domain
 * @param {string} name
 * @param {number} salt
 * @param {{ first: number, last: number }} people
 * @param {number} count
 * @param {number} days
 * @param {Date} until
 * @param {object} [details]
 * @returns {Stream}
 */
function stream(domain, name, salt, { first, last }, count, days, until, details = {}) {
  const begins = new Date(until.getTime() - days * DAY * 1_000).toISOString();
  return { domain, name, salt, first, last, count, begins, slot_seconds: (days * DAY) / Math.max(count, 1), details };
}
