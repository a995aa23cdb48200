/** @typedef {import('./diff/change.js').Change} Change */
/** @typedef {import('./finding.js').Finding} Finding */
/** @typedef {import('./finding.js').Use} Use */

/**
 * What is known when a change is judged.
 *
 * @typedef {object} Knowledge
 * @property {(change: Change) => Use[]} hurtBy
 * @property {boolean} known whether clients are known at all: some are registered, or requests were observed for the whole window
 * @property {number} windowDays
 * @property {string} deletion `unused`, or `deprecated` where nothing goes that was not deprecated before
 * @property {import('./approvals.js').Approval[]} approvals
 * @property {string} today
 */

const DATE = /\d{4}-\d{2}-\d{2}/;

/**
 * What comes of a change: a breaking one fails unless nobody is hurt by it and nothing was promised, or somebody has approved it.
 *
 * @param {Change} change
 * @param {Knowledge} knowledge
 * @param {string} [variant]
 * @returns {Finding | undefined} nothing for a change that is safe
 */
export function verdict(change, knowledge, variant = 'current') {
  if (change.level === 'SAFE') return undefined;
  const { code, message, places, coordinate, advice, id } = change;
  const finding = { code, message, places, coordinate, advice, variant, change: id };
  if (change.level === 'DANGEROUS') return { ...finding, severity: 'warning' };

  const uses = knowledge.hurtBy(change);
  const approval = knowledge.approvals.find((each) => each.change === id);
  if (approval && approval.expires >= knowledge.today) {
    const text = `${message} ${approval.author} approved it until ${approval.expires}: ${approval.reason}`;
    return { ...finding, message: text, uses, severity: 'note' };
  }
  const reason = uses.length > 0 ? used(uses) : kept(change, knowledge);
  if (!reason) return { ...finding, message: `${message} ${unused(change, knowledge)}`, severity: 'note' };
  const expired = approval ? ` The approval of ${approval.author} ended on ${approval.expires}.` : '';
  return { ...finding, message: `${message} ${reason}${expired}`, uses, severity: 'error' };
}

/** @param {Use[]} uses */
function used(uses) {
  const clients = new Set(uses.map(({ client }) => client));
  return `It breaks ${count(uses.length, 'operation')} of ${[...clients].join(', ')}.`;
}

/**
 * Why a change that hurts no client that is known does not pass.
 *
 * @param {Change} change
 * @param {Knowledge} knowledge
 */
function kept(change, { known, deletion, today }) {
  if (change.code === 'SUBGRAPH_REMOVED') return 'A whole subgraph goes only with an approval.';
  const promised = DATE.exec(change.deprecation ?? '')?.[0];
  if (promised && promised > today) return `It was promised until ${promised}.`;
  if (promised) return undefined;
  if (!known) return 'No client is registered and nobody looked at the requests, so that nobody knows who uses it.';
  if (deletion === 'deprecated' && change.code.endsWith('_REMOVED')) return 'It was not deprecated with a date before.';
  return undefined;
}

/**
 * @param {Change} change
 * @param {Knowledge} knowledge
 */
function unused(change, { known, windowDays }) {
  const evidence = known ? `No registered operation uses it, and no request of the last ${windowDays} days that was observed.` : '';
  const promised = DATE.exec(change.deprecation ?? '')?.[0];
  const deprecated = promised ? `It was deprecated until ${promised}.` : 'It was not deprecated before.';
  return [evidence, change.code.endsWith('_REMOVED') ? deprecated : ''].filter(Boolean).join(' ');
}

/**
 * @param {number} number
 * @param {string} noun
 */
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
