/**
 * @typedef {object} Run
 * @property {Record<string, unknown>} facts
 * @property {{ size: string, pace: import('../duel.js').Pace }} options
 * @property {({ name: string, title: string, commit: string } & import('../scenarios/index.js').Outcome)[]} results
 */

/**
 * The report for people.
 *
 * @param {Run} run
 * @param {string[]} plots files beside it
 * @returns {string} Markdown
 */
export function markdown({ facts, options, results }, plots) {
  const { rounds, seconds, warmUpSeconds, connections } = options.pace;
  const parts = [
    `# Measured: data set ${options.size}`,
    Object.entries(facts).map(([name, value]) => `${name} ${value}`).join(' · '),
    `Sides take turns, ${rounds} rounds of ${seconds} s each after a warm-up in stretches of ${warmUpSeconds} s, until one takes no less CPU than the last; ${connections} connections where nothing else is said. CPU time is that of all processes of a side (router, subgraphs, PostgreSQL), without the load tool’s.`,
    ...plots.map((plot) => `![${plot}](${plot})`),
    goals(results),
    ...results.map(section),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** @param {Run['results']} results */
function goals(results) {
  const all = results.flatMap(({ goals: each }) => each);
  if (all.length === 0) return '';
  const rows = all.map(({ goal, value, reached }) => [goal, value, reached ? 'yes' : '**no**']);
  return `## Goals\n\n${table(['goal', 'measured', 'reached'], rows)}`;
}

/** @param {Run['results'][number]} result */
function section({ name, title, commit, about, columns, rows, notes }) {
  const remarks = notes.map((note) => `- ${note}`).join('\n');
  return [`## ${title} (\`${name}\`)`, `${about} Commit ${commit}.`, table(columns, rows), remarks].filter(Boolean).join('\n\n');
}

/**
 * @param {string[]} columns
 * @param {(string | number)[][]} rows
 */
function table(columns, rows) {
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, index) => (index === 0 ? '---' : '---:'));
  return [line(columns), line(rule), ...rows.map(line)].join('\n');
}
