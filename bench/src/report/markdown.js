/**
 * @typedef {object} Run
 * @property {Record<string, unknown>} facts
 * @property {string} size of the data set
 * @property {({ name: string, title: string, commit: string, pace: import('../duel.js').Pace } & import('../scenarios/index.js').Outcome)[]} results
 */

/**
 * The report for people.
 *
 * @param {Run} run
 * @param {string[]} plots files beside it
 * @returns {string} Markdown
 */
export function markdown({ facts, size, results }, plots) {
  const parts = [
    `# Measured: data set ${size}`,
    Object.entries(facts).map(([name, value]) => `${name} ${value}`).join(' · '),
    'Where sides are compared they take turns, each after a warm-up in stretches, until three in a row take no less CPU than one before. CPU time is that of all processes of a side (router, subgraphs, PostgreSQL), without the load tool’s.',
    ...plots.map((plot) => `![${plot}](${plot})`),
    goals(results),
    ...results.map(section),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** @param {Run['results']} results */
function goals(results) {
  const rows = results.flatMap(({ name, goals: each }) => each.map(({ goal, value, reached }) => [`\`${name}\``, goal, value, reached ? 'yes' : '**no**']));
  return rows.length > 0 && `## Goals\n\n${table(['', 'goal', 'measured', 'reached'], rows)}`;
}

/** @param {Run['results'][number]} result */
function section({ name, title, commit, pace, about, columns, rows, notes }) {
  const { rounds, seconds, warmUpSeconds, connections } = pace;
  const how = `Pace: ${rounds} rounds of ${seconds} s, warm-up ${warmUpSeconds} s a stretch, ${connections} connections where nothing else is said; commit ${commit}.`;
  const remarks = notes.map((note) => `- ${note}`).join('\n');
  return [`## ${title} (\`${name}\`)`, about, table(columns, rows), [remarks, `- ${how}`].filter(Boolean).join('\n')].filter(Boolean).join('\n\n');
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
