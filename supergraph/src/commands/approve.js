import { Approvals } from '../approvals.js';
import { BASE_OPTIONS, baselineOf } from '../baseline.js';
import { compose } from '../composition.js';
import { compare } from '../diff/index.js';
import { EXIT, Failure } from '../problem.js';
import { registryFolder } from '../published.js';
import { authorOf } from './publish.js';

/** @type {import('../main.js').Command} */
export const approveCommand = {
  synopsis: 'CHANGE --reason WHY --expires DAY [--author WHO] [--base REF | --registry DIR]',
  description: 'Lets a breaking change pass until a day: writes a file, to be reviewed with the change.',
  options: { ...BASE_OPTIONS, reason: { type: 'string' }, expires: { type: 'string' }, author: { type: 'string' } },
  positionals: [1, 1],
  async run(context) {
    const { workspace, values, positionals, out } = context;
    if (!values.reason?.trim() || !values.expires) throw new Failure(`usage: schema approve ${approveCommand.synopsis}`);
    const what = await messageOf(context, positionals[0] ?? '');
    const approval = {
      change: positionals[0] ?? '',
      what,
      author: values.author ?? authorOf(workspace.folder),
      reason: values.reason,
      expires: values.expires,
    };
    out(`Approved until ${approval.expires}, in ${workspace.show(new Approvals(registryFolder(context)).add(approval))}: ${what}`);
    return EXIT.ok;
  },
};

/**
 * @param {import('../main.js').Context} context
 * @param {string} id
 */
async function messageOf(context, id) {
  const subgraphs = context.workspace.subgraphs();
  const composed = compose(subgraphs);
  const baseline = baselineOf(context);
  const changes = baseline && composed.ok ? await compare(baseline, { subgraphs, ...composed }) : [];
  const change = changes.find((each) => each.id === id);
  if (!change) throw new Failure(`There is no change ${id} since the base; ./lifeos schema check shows the identifiers.`);
  return change.message;
}
