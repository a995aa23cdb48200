/**
 * @param {import('./index.js').Scenario} scenario
 * @returns {import('./index.js').Scenario} the same with all subgraphs of LifeOS in one process
 */
export function allInOne({ name, title, run }) {
  return {
    name: `${name}-one`,
    title: `${title}, subgraphs in one process`,
    run: async (bench) => {
      await bench.restart('--all-in-one');
      try {
        return await run(bench);
      } finally {
        await bench.restart();
      }
    },
  };
}
