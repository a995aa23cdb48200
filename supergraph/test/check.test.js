import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { main } from '../src/main.js';
import { Workspace } from '../src/workspace.js';
import { folderWith } from './support/folders.js';
import { files } from './support/schemas.js';

const HEALTH = 'supergraph/schema/health/health.graphqls';
const FIELD = '  "The newest heart rate."\n  heartRate: Int @access(to: SELF) @tag(name: "pii")\n';
const OTHER = '  "The newest weight."\n  weight: Int @access(to: SELF) @tag(name: "pii")\n';
const PHONE = 'query Pulse {\n  me {\n    ...Vitals\n  }\n}\n';
const FRAGMENT = 'fragment Vitals on User {\n  fullName\n  heartRate\n}\n';
const NOW = new Date('2026-11-25T12:00:00Z');

/**
 * A repository whose main branch has a composed supergraph, on a branch on which a change is tried.
 *
 * @param {any} context
 * @param {{ field?: string, operations?: boolean }} [options]
 */
async function repository(context, { field = FIELD, operations = false } = {}) {
  const start = /** @type {Record<string, string>} */ (files());
  start[HEALTH] = (start[HEALTH] ?? '').replace(/ {2}"The newest heart rate\."[^]*?@access\n/, field + OTHER);
  if (!operations) Reflect.deleteProperty(start, 'supergraph/operations/me.graphql');
  const root = folderWith(context, start);
  const folder = join(root, 'supergraph');
  const git = (/** @type {string[]} */ ...args) => {
    const identity = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org'];
    assert.equal(spawnSync('git', [...identity, ...args], { cwd: root, encoding: 'utf8' }).status, 0);
  };
  const run = async (/** @type {string[]} */ ...args) => {
    /** @type {string[]} */
    const lines = [];
    const say = (/** @type {string} */ line) => lines.push(line);
    const code = await main(args, { workspace: new Workspace(folder, root), out: say, err: say, now: NOW });
    return { code, text: lines.join('\n') };
  };
  const write = (/** @type {string} */ name, /** @type {string} */ text) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  git('init', '-q', '-b', 'main');
  await run('compose');
  git('add', '-A');
  git('commit', '-q', '-m', 'start');
  git('switch', '-q', '-c', 'change');
  return {
    root,
    run,
    write,
    git,
    /**
     * @param {string} from
     * @param {string} to
     */
    async change(from, to) {
      const file = join(root, HEALTH);
      const text = readFileSync(file, 'utf8');
      assert.ok(text.includes(from), from);
      writeFileSync(file, text.replace(from, to));
      await run('compose');
    },
    /** Registers a client whose operation takes the heart rate by a fragment of another file. */
    async registerPhone() {
      write('phone/pulse.graphql', PHONE);
      write('phone/fragments.graphql', FRAGMENT);
      const { code, text } = await run('operations', 'register', '--client', 'phone', '--version', '2.1.0', join(root, 'phone'));
      assert.equal(code, 0, text);
    },
  };
}

/**
 * @param {string} text of a report
 * @returns {string} the identifier of the change that failed
 */
function changeIn(text) {
  return /schema approve (\w+)/.exec(text)?.[1] ?? assert.fail(text);
}

describe('a field that goes', () => {
  test('fails with file, line and client where a registered operation uses it', async (context) => {
    const { registerPhone, change, run } = await repository(context);
    await registerPhone();
    await change(FIELD, '');
    const { code, text } = await run('check');
    assert.equal(code, 1, text);
    assert.match(text, /^supergraph\/schema\/health\/health\.graphqls:\d+:3 \[health\]: error FIELD_REMOVED: .*It breaks 1 operation of phone\.$/m);
    assert.match(text, /^ {4}breaks phone 2\.1\.0, operation Pulse at .*phone\/fragments\.graphql:3:3$/m);
    assert.match(text, /^ {4}safely: /m);
  });

  test('passes with a note where no registered operation uses it', async (context) => {
    const { registerPhone, change, run } = await repository(context);
    await registerPhone();
    await change(OTHER, '');
    const { code, text } = await run('check');
    assert.equal(code, 0, text);
    assert.match(text, /note FIELD_REMOVED: .*No registered operation uses it/);
    assert.match(text, /It was not deprecated before/);
  });

  test('passes once the only version that used it is retired', async (context) => {
    const { registerPhone, change, run, write, root } = await repository(context);
    await registerPhone();
    write('web/me.graphql', 'query Me { me { fullName } }');
    await run('operations', 'register', '--client', 'web', '--version', '1', join(root, 'web'));
    await change(FIELD, '');
    assert.equal((await run('check')).code, 1);
    assert.equal((await run('operations', 'retire', '--client', 'phone', '--version', '2.1.0')).code, 0);
    assert.equal((await run('check')).code, 0);
  });

  test('fails where nobody knows who uses it', async (context) => {
    const { change, run } = await repository(context);
    await change(OTHER, '');
    const { code, text } = await run('check');
    assert.equal(code, 1);
    assert.match(text, /nobody knows who uses it/);
  });

  test('fails where an operation of the repository itself uses it', async (context) => {
    const { change, run } = await repository(context, { operations: true });
    await change(FIELD, '');
    const { code, text } = await run('check');
    assert.equal(code, 1);
    assert.match(text, /breaks this repository now, operation Me at supergraph\/operations\/me\.graphql:5:5/);
  });

  test('fails before the day until which it was promised, and passes after it', async (context) => {
    const deprecated = (/** @type {string} */ day) => OTHER.replace('\n  weight: Int', `\n  weight: Int @deprecated(reason: "Until ${day}: use heartRate.")`);
    for (const [day, expected] of /** @type {const} */ ([['2027-01-31', 1], ['2026-10-31', 0]])) {
      const { change, run, git, registerPhone } = await repository(context);
      await registerPhone();
      await change(OTHER, deprecated(day));
      git('add', '-A');
      git('commit', '-q', '-m', 'deprecated');
      git('branch', '-f', 'main');
      await change(deprecated(day), '');
      const { code, text } = await run('check');
      assert.equal(code, expected, text);
      assert.match(text, expected ? /It was promised until 2027-01-31/ : /It was deprecated until 2026-10-31/);
    }
  });

  test('must have been deprecated where supergraph.yaml says so', async (context) => {
    const { registerPhone, change, run, write, root } = await repository(context);
    await registerPhone();
    write('supergraph/supergraph.yaml', `${readFileSync(join(root, 'supergraph/supergraph.yaml'), 'utf8')}checks: { deletion: deprecated }\n`);
    await change(OTHER, '');
    const { code, text } = await run('check');
    assert.equal(code, 1);
    assert.match(text, /It was not deprecated with a date before/);
  });
});

describe('observed requests', () => {
  /** @param {Record<string, unknown>[]} observations */
  const lines = (...observations) => observations.map((each) => JSON.stringify(each)).join('\n');
  const old = { day: '2026-10-01', client: 'web', document: '{ me { heartRate } }', count: 3 };
  const recent = { day: '2026-11-20', client: 'web', version: '9', document: 'query Home { me { heartRate } }', count: 70 };

  test('keep what they used in the window, and tell the client and how many', async (context) => {
    const { change, run, write, root } = await repository(context);
    write('usage.ndjson', lines(old, recent, { ...recent, day: '2026-11-21', count: 2 }));
    assert.match((await run('operations', 'import', join(root, 'usage.ndjson'))).text, /Imported 3 observations/);
    await change(FIELD, '');
    const { code, text } = await run('check');
    assert.equal(code, 1);
    assert.match(text, /breaks web 9, operation Home, 72 requests/);
  });

  test('let go what nobody used for the whole window', async (context) => {
    const { change, run, write, root } = await repository(context);
    write('usage.ndjson', lines(old, { ...recent, document: '{ me { fullName } }' }));
    await run('operations', 'import', join(root, 'usage.ndjson'));
    await change(FIELD, '');
    const { code, text } = await run('check');
    assert.equal(code, 0, text);
    assert.match(text, /no request of the last 30 days that was observed/);
  });

  test('prove nothing for days on which nobody looked', async (context) => {
    const { change, run, write, root } = await repository(context);
    write('usage.ndjson', lines({ ...recent, document: '{ me { fullName } }' }));
    await run('operations', 'import', join(root, 'usage.ndjson'));
    await change(FIELD, '');
    assert.equal((await run('check')).code, 1);
  });

  test('of another form are refused with file and line', async (context) => {
    const { run, write, root } = await repository(context);
    write('usage.ndjson', `${lines(old)}\n{"day":"yesterday"}`);
    const { code, text } = await run('operations', 'import', join(root, 'usage.ndjson'));
    assert.equal(code, 3);
    assert.match(text, /usage\.ndjson:2: an observation is/);
  });
});

describe('approvals', () => {
  test('let the exact change pass until they end, and no other', async (context) => {
    const { registerPhone, change, run, write, root } = await repository(context);
    await registerPhone();
    await change(FIELD, '');
    const id = changeIn((await run('check')).text);
    const approved = await run('approve', id, '--reason', 'The phone app is gone.', '--expires', '2026-12-31', '--author', 'Ann');
    assert.equal(approved.code, 0, approved.text);
    const { code, text } = await run('check');
    assert.equal(code, 0, text);
    assert.match(text, /note FIELD_REMOVED: .*Ann approved it until 2026-12-31: The phone app is gone\./);

    const file = join(root, `supergraph/registry/approvals/${id}.yaml`);
    const approval = readFileSync(file, 'utf8');
    writeFileSync(file, approval.replace('2026-12-31', '2026-11-24'));
    const ended = await run('check');
    assert.equal(ended.code, 1);
    assert.match(ended.text, /The approval of Ann ended on 2026-11-24/);

    rmSync(file);
    write('supergraph/registry/approvals/other.yaml', approval.replace(id, 'ffffffffffff'));
    assert.equal((await run('check')).code, 1);
  });

  test('are not given to a change that is not there, nor without a reason or a day', async (context) => {
    const { run } = await repository(context);
    assert.match((await run('approve', 'abc', '--reason', 'x', '--expires', '2026-12-31')).text, /There is no change abc/);
    assert.equal((await run('approve', 'abc')).code, 3);
  });

  test('that lack something are refused with a sentence', async (context) => {
    const { run, write } = await repository(context);
    write('supergraph/registry/approvals/a.yaml', 'change: abc\nauthor: Ann\n');
    const { code, text } = await run('check');
    assert.equal(code, 3);
    assert.match(text, /a\.yaml: an approval has change, author, reason and expires/);
  });
});

describe('other changes', () => {
  test('that keep the schemas from composing are told on one screen', async (context) => {
    const { change, run } = await repository(context);
    await change('heartRate: Int', 'fullName: Int');
    const { code, text } = await run('check');
    assert.equal(code, 2);
    assert.match(text, /auth\.graphqls:\d+:3 \[auth\]: error FIELD_TYPE_MISMATCH/);
    assert.match(text, /The subgraphs do not compose\.$/);
    assert.ok(text.split('\n').length < 20, text);
  });

  test('that break only a contract are told with its name', async (context) => {
    const { change, run, write, git, root } = await repository(context, { operations: true });
    write('supergraph/supergraph.yaml', `${readFileSync(join(root, 'supergraph/supergraph.yaml'), 'utf8')}contracts: { open: { exclude: [inner] } }\n`);
    await run('compose');
    git('add', '-A');
    git('commit', '-q', '-m', 'contract');
    git('branch', '-f', 'main');
    write('open.graphql', 'query Open { me { weight } }');
    const registered = await run('operations', 'register', '--client', 'site', '--version', '1', '--variant', 'open', join(root, 'open.graphql'));
    assert.equal(registered.code, 0, registered.text);
    await change(OTHER, OTHER.replace('@access(to: SELF)', '@access(to: SELF) @tag(name: "inner")'));
    const { code, text } = await run('check');
    assert.equal(code, 1, text);
    assert.match(text, /breaks site 1, operation Open/);
    assert.match(text, /contract open/);
  });

  test('that break a rule fail, and what was so before does not', async (context) => {
    const { change, run } = await repository(context, { operations: true });
    await change(OTHER, `${OTHER}  "Money."\n  balance: Float @access(to: SELF) @tag(name: "pii")\n`);
    const { code, text } = await run('check');
    assert.equal(code, 1);
    assert.match(text, /error NO_FLOAT_MONEY/);
  });

  test('are compared with what was published where a registry is named', async (context) => {
    const { change, run, registerPhone, root } = await repository(context);
    const registry = join(root, 'supergraph/registry');
    await registerPhone();
    const published = await run('publish', '--registry', registry, '--author', 'Ann');
    assert.equal(published.code, 0, published.text);
    await change(FIELD, '');
    const refused = await run('publish', '--registry', registry, '--author', 'Ann');
    assert.equal(refused.code, 1);
    assert.match(refused.text, /Nothing was published/);
    assert.equal((await run('check', '--registry', registry)).code, 1);
    assert.match((await run('history', '--registry', registry)).text, /Ann/);
  });

  test('of one subgraph of another repository are checked and published against a registry', async (context) => {
    const { run, registerPhone, root } = await repository(context);
    const registry = join(root, 'supergraph/registry');
    await registerPhone();
    await run('publish', '--registry', registry, '--author', 'Ann');
    const shared = readFileSync(join(root, 'supergraph/schema/shared/shared.graphqls'), 'utf8');
    const text = readFileSync(join(root, HEALTH), 'utf8');
    const other = folderWith(context, { 'health.graphqls': shared + text.replace(FIELD, ''), 'new.graphqls': shared + text.replace(OTHER, '') });
    const proposal = (/** @type {string} */ name) => ['--registry', registry, '--subgraph', 'health', '--schema', join(other, name)];

    const refused = await run('check', ...proposal('health.graphqls'));
    assert.equal(refused.code, 1, refused.text);
    assert.match(refused.text, /breaks phone 2\.1\.0, operation Pulse/);
    assert.match(refused.text, /health\.graphqls/);
    const published = await run('publish', ...proposal('new.graphqls'), '--author', 'Ann');
    assert.equal(published.code, 0, published.text);
    assert.match((await run('diff', ...proposal('health.graphqls'))).text, /User.weight|weight/);
    assert.equal((await run('check', '--registry', registry, '--subgraph', 'health')).code, 3);
    const fresh = await run('check', '--registry', registry, '--subgraph', 'weather', '--schema', other);
    assert.match(fresh.text, /weather is new: name its routing URL/);
  });

  test('are listed by diff with the level of each', async (context) => {
    const { change, run } = await repository(context);
    await change(FIELD, '');
    const { code, text } = await run('diff', '--format', 'json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(text).changes.map((/** @type {any} */ { code: name, level }) => [name, level]), [['FIELD_REMOVED', 'BREAKING']]);
  });
});

describe('formats', () => {
  /** @param {any} context */
  async function broken(context) {
    const used = await repository(context);
    await used.registerPhone();
    await used.change(FIELD, '');
    return used;
  }

  test('json holds places, users and the advice', async (context) => {
    const { run } = await broken(context);
    const { findings, exitCode } = JSON.parse((await run('check', '--format', 'json')).text);
    assert.equal(exitCode, 1);
    const [finding] = findings.filter((/** @type {any} */ each) => each.severity === 'error');
    assert.equal(finding.coordinate, 'User.heartRate');
    assert.equal(finding.places[0].file, HEALTH);
    assert.deepEqual([finding.uses[0].client, finding.uses[0].place.line], ['phone', 3]);
  });

  test('junit holds a failure', async (context) => {
    const { run } = await broken(context);
    const { text } = await run('check', '--format', 'junit');
    assert.match(text, /^<\?xml version="1\.0"/);
    assert.match(text, /failures="1"/);
    assert.match(text, /name="FIELD_REMOVED User\.heartRate"><failure message="/);
  });

  test('sarif holds rule, file and line', async (context) => {
    const { run } = await broken(context);
    const [{ results }] = JSON.parse((await run('check', '--format', 'sarif')).text).runs;
    const [result] = results.filter((/** @type {any} */ { level }) => level === 'error');
    assert.equal(result.ruleId, 'FIELD_REMOVED');
    assert.equal(result.locations[0].physicalLocation.artifactLocation.uri, HEALTH);
  });

  test('github annotates the line', async (context) => {
    const { run } = await broken(context);
    assert.match((await run('check', '--format', 'github')).text, /^::error file=supergraph\/schema\/health\/health\.graphqls,line=\d+,col=3,title=FIELD_REMOVED::/m);
  });

  test('markdown tells a pull request, and calls nobody', async (context) => {
    const { run } = await broken(context);
    const { text } = await run('check', '--format', 'markdown');
    assert.match(text, /^### Schema check: failed/);
    assert.match(text, /breaks phone 2\.1\.0, operation Pulse/);
    assert.doesNotMatch(text, /@\w/);
  });
});

describe('broken files', () => {
  /** @type {[string, string, string, RegExp][]} */
  const cases = [
    ['a schema', HEALTH, 'type {', /error INVALID_GRAPHQL: Syntax Error/],
    ['supergraph.yaml', 'supergraph/supergraph.yaml', 'a: [', /supergraph\.yaml is no YAML/],
    ['a client of the registry', 'supergraph/registry/clients/a/1.json', '{', /holds no operations of a client/],
    ['an approval', 'supergraph/registry/approvals/a.yaml', 'a: [', /is no YAML/],
    ['the observed requests', 'supergraph/registry/usage.ndjson', 'x', /usage\.ndjson:1: an observation is/],
    ['an operation', 'supergraph/operations/x.graphql', 'query {', /x\.graphql:1:8: error INVALID_OPERATION: Syntax Error/],
  ];
  for (const [what, file, text, expected] of cases) {
    test(`are told in a sentence: ${what}`, async (context) => {
      const { write, run } = await repository(context);
      write(file, text);
      const result = await run('check');
      assert.match(result.text, expected);
      assert.doesNotMatch(result.text, /^ +at .*\.js:/m);
      assert.ok(result.code > 0);
    });
  }

  test('are not registered', async (context) => {
    const { write, run, root } = await repository(context);
    write('phone/wrong.graphql', 'query Wrong {\n  me { nope }\n}\n');
    const { code, text } = await run('operations', 'register', '--client', 'phone', '--version', '1', join(root, 'phone'));
    assert.equal(code, 1);
    assert.match(text, /wrong\.graphql:2:8: error INVALID_OPERATION: Cannot query field "nope"/);
    assert.equal((await run('operations', 'list')).text, 'No client is registered.');
  });

  for (const [client, version] of [['../a', '1'], ['a', '../../1'], ['a/b', '1']]) {
    test(`no client is named ${client} ${version}`, async (context) => {
      const { write, run, root } = await repository(context);
      write('phone/me.graphql', 'query Me { me { fullName } }');
      const args = ['--client', client ?? '', '--version', version ?? '', join(root, 'phone')];
      assert.equal((await run('operations', 'register', ...args)).code, 3);
    });
  }
});

test('the command line ends with the exit code, from any folder', async (context) => {
  const { root, change } = await repository(context, { operations: true });
  await change(FIELD, '');
  const cli = fileURLToPath(new URL('../src/cli.js', import.meta.url));
  const run = (/** @type {string[]} */ ...args) => spawnSync(process.execPath, [cli, ...args], { cwd: '/', encoding: 'utf8' });
  assert.equal(run('check', '--workspace', join(root, 'supergraph')).status, 1);
  assert.equal(run('diff', '--workspace', join(root, 'supergraph'), '--base', 'main').status, 0);
  const unknown = run('check', '--workspace', join(root, 'supergraph'), '--base', 'nowhere');
  assert.equal(unknown.status, 3);
  assert.match(unknown.stderr, /^git knows no nowhere here/);
  assert.equal(run('check', '--workspace', root).status, 3);
});
