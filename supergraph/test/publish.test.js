import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { historyCommand } from '../src/commands/history.js';
import { publishCommand } from '../src/commands/publish.js';
import { compose } from '../src/composition.js';
import { EXIT, Failure } from '../src/problem.js';
import { Published, registryFolder } from '../src/published.js';
import { Workspace } from '../src/workspace.js';
import { folderWith } from './support/folders.js';
import { files, sources } from './support/schemas.js';

const CHECKS = { errors: 0, warnings: 1, notes: 2, exitCode: 0 };
const NOON = new Date('2026-11-25T12:00:00.000Z');
const MODULE = new URL('../src/published.js', import.meta.url).href;

/** @param {string} name of the person's name */
function publication(name = 'fullName') {
  const subgraphs = sources().map((subgraph) => ({
    ...subgraph,
    files: subgraph.files.map(({ path, text }) => ({ path, text: text.replace('fullName', name) })),
  }));
  const composed = compose(subgraphs);
  assert.ok(composed.ok);
  return { subgraphs, supergraph: composed.supergraph, apiSchema: composed.apiSchema, author: 'Ann', checks: CHECKS };
}

/** A pid that was a process's and is none's. */
function deadPid() {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

/**
 * A process that publishes versions, one after the other, and says so of each.
 *
 * @param {string} folder
 * @param {string} prefix
 * @param {number} count
 */
function publisher(folder, prefix, count) {
  const script = `
    import { Published } from ${JSON.stringify(MODULE)};
    const published = new Published(process.argv[1]);
    for (let at = 0; at < ${count}; at += 1) {
      const text = \`enum join__Graph { \${process.argv[2]}\${at} }\\n\`;
      const { id } = await published.publish({
        subgraphs: [], supergraph: text, apiSchema: text, author: 'child', checks: ${JSON.stringify(CHECKS)},
        contracts: { public: { supergraph: text, apiSchema: text } },
      });
      console.log(id);
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder, prefix]);
  const started = new Promise((done) => child.stdout.once('data', done));
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
  const ended = new Promise((done) => child.once('close', (code) => done({ code, text })));
  return { child, started, ended };
}

/** @param {string} folder */
function leftovers(folder) {
  const names = [...readdirSync(folder), ...readdirSync(join(folder, 'published'))];
  return names.filter((name) => /new|lock|pending/.test(name));
}

/** @param {RegExp} message */
function failure(message) {
  return (/** @type {unknown} */ error) => error instanceof Failure && message.test(error.message);
}

describe('publishing', () => {
  test('keeps a version and makes it current', async (context) => {
    const folder = join(folderWith(context), 'registry');
    const published = new Published(folder);
    assert.equal(published.current(), undefined);
    assert.deepEqual(published.history(), []);
    const first = publication();
    const { id, published: done } = await published.publish({ ...first, note: 'The first.' }, NOON);
    assert.ok(done);
    assert.match(id, /^20261125T120000Z-[0-9a-f]{8}$/);
    assert.deepEqual(readdirSync(join(folder, 'published', id)).sort(), ['api-schema.graphql', 'record.json', 'subgraphs.json', 'supergraph.graphql']);
    assert.equal(readFileSync(join(folder, 'supergraph.graphql'), 'utf8'), first.supergraph);
    assert.equal(readFileSync(join(folder, 'api-schema.graphql'), 'utf8'), first.apiSchema);
    assert.deepEqual(JSON.parse(readFileSync(join(folder, 'current.json'), 'utf8')), { id });
    const { record, ...current } = published.current() ?? assert.fail();
    assert.deepEqual(current, { id, subgraphs: first.subgraphs, supergraph: first.supergraph, apiSchema: first.apiSchema, contracts: {} });
    assert.deepEqual(record, {
      id,
      publishedAt: NOON.toISOString(),
      author: 'Ann',
      checks: CHECKS,
      note: 'The first.',
      subgraphs: ['auth', 'health', 'notification'],
      contracts: [],
    });
    assert.deepEqual(leftovers(folder), []);
  });

  test('keeps nothing new where nothing changed, and mends the watched file', async (context) => {
    const folder = folderWith(context);
    const published = new Published(folder);
    const { id } = await published.publish(publication(), NOON);
    writeFileSync(published.supergraphFile, 'type {');
    assert.deepEqual(await published.publish({ ...publication(), author: 'Bob', note: 'Again.' }), { id, published: false });
    assert.equal(published.history().length, 1);
    assert.equal(readFileSync(published.supergraphFile, 'utf8'), publication().supergraph);
  });

  test('lists the newest first, though all came in one second and the clock went back', async (context) => {
    const published = new Published(folderWith(context));
    const ids = [];
    for (const [name, now] of /** @type {[string, Date][]} */ ([['a', NOON], ['b', NOON], ['c', new Date(0)], ['d', NOON]])) {
      ids.push((await published.publish(publication(name), now)).id);
    }
    assert.deepEqual(published.history().map(({ id }) => id), ids.reverse());
    assert.deepEqual(published.history(2).map(({ id }) => id), ids.slice(0, 2));
    assert.deepEqual(published.history().map(({ previous }) => previous), [...ids.slice(1), undefined]);
  });

  test('refuses what is no supergraph', async (context) => {
    const published = new Published(folderWith(context));
    for (const supergraph of ['type {', 'type Query { a: Int }', '']) {
      await assert.rejects(published.publish({ ...publication(), supergraph }), failure(/^What was to be published is no supergraph: /));
    }
    assert.equal(published.current(), undefined);
  });

  test('keeps contracts, and drops those that are no more', async (context) => {
    const folder = folderWith(context);
    const published = new Published(folder);
    const { supergraph, apiSchema } = publication('short');
    await published.publish({ ...publication(), contracts: { public: { supergraph, apiSchema } } });
    assert.deepEqual(published.current()?.contracts, { public: { supergraph, apiSchema } });
    assert.equal(readFileSync(join(folder, 'contracts/public/supergraph.graphql'), 'utf8'), supergraph);
    await published.publish(publication());
    assert.deepEqual(published.current()?.contracts, {});
    assert.ok(!existsSync(join(folder, 'contracts/public')));
    const outside = { '../../x': { supergraph, apiSchema } };
    await assert.rejects(published.publish({ ...publication(), contracts: outside }), failure(/is no name for a contract/));
  });
});

describe('rolling back', () => {
  test('repeats an older version as a new one', async (context) => {
    const published = new Published(folderWith(context));
    const { id: first } = await published.publish(publication('first'), NOON);
    await published.publish(publication('second'), NOON);
    const { id, published: done } = await published.rollback(first, { author: 'Bob', note: 'Oh.' }, NOON);
    assert.ok(done);
    const current = published.current();
    assert.equal(current?.id, id);
    assert.equal(current?.supergraph, publication('first').supergraph);
    assert.equal(current?.record.rolledBackTo, first);
    assert.equal(current?.record.author, 'Bob');
    assert.deepEqual(published.history().map(({ rolledBackTo }) => rolledBackTo), [first, undefined, undefined]);
    assert.deepEqual(await published.rollback(first), { id, published: false });
  });

  test('refuses what was not published', async (context) => {
    const published = new Published(folderWith(context));
    const { id } = await published.publish(publication());
    for (const wrong of ['20200101T000000Z-00000000', '..', '../published', '', 'pending.json']) {
      await assert.rejects(published.rollback(wrong), failure(/has no published version/));
    }
    assert.equal(published.current()?.id, id);
  });

  test('refuses a version that is no supergraph any more', async (context) => {
    const folder = folderWith(context);
    const published = new Published(folder);
    const { id: first } = await published.publish(publication('first'));
    const { id } = await published.publish(publication('second'));
    writeFileSync(join(folder, 'published', first, 'supergraph.graphql'), 'type Query { a: Int }');
    await assert.rejects(published.rollback(first), failure(/supergraph\.graphql is no supergraph: it has no join__Graph/));
    assert.equal(published.current()?.id, id);
    assert.deepEqual(leftovers(folder), []);
  });
});

describe('a broken file', () => {
  for (const text of ['{"id":', '[]', 'null', '{"id":"x"}', '']) {
    test(`is named, and not passed over: ${text}`, async (context) => {
      const folder = folderWith(context);
      const published = new Published(folder);
      const { id } = await published.publish(publication());
      const record = join(folder, 'published', id, 'record.json');
      const before = readFileSync(record);
      writeFileSync(record, text);
      for (const read of [() => published.current(), () => published.history()]) assert.throws(read, failure(/record\.json is broken: /));
      writeFileSync(record, before);
      writeFileSync(published.currentFile, text);
      assert.throws(() => published.current(), failure(/current\.json is broken: /));
    });
  }

  test('is named where it is missing', async (context) => {
    const folder = folderWith(context);
    const published = new Published(folder);
    const { id } = await published.publish(publication());
    rmSync(join(folder, 'published', id, 'record.json'));
    assert.throws(() => published.current(), failure(/record\.json is missing\.$/));
  });
});

describe('a publish that died', () => {
  test('leaves the last good one current and is cleared by the next, wherever it was', async (context) => {
    const folder = folderWith(context);
    const published = new Published(folder);
    const { id: good } = await published.publish(publication('good'), NOON);
    const dead = '20261125T120500Z-00000000';
    const versions = join(folder, 'published');
    const lost = publication('lost');
    const steps = [
      () => writeFileSync(join(versions, 'lock.json'), JSON.stringify({ pid: deadPid(), host: hostname(), token: 'x' })),
      // It has ended before it had written anything.
      () => writeFileSync(join(versions, `.lock-${deadPid()}@${hostname()}-${randomUUID()}`), ''),
      () => writeFileSync(join(versions, 'pending.json.new'), '{'),
      () => writeFileSync(join(versions, 'pending.json'), JSON.stringify({ id: dead, previous: good })),
      () => mkdirSync(join(versions, `.new-${dead}`)),
      () => writeFileSync(join(versions, `.new-${dead}`, 'supergraph.graphql'), lost.supergraph),
      () => {
        const record = { id: dead, publishedAt: NOON.toISOString(), author: 'Ann' };
        const texts = { 'api-schema.graphql': lost.apiSchema, 'subgraphs.json': '[]', 'record.json': JSON.stringify(record) };
        for (const [name, text] of Object.entries(texts)) writeFileSync(join(versions, `.new-${dead}`, name), text);
      },
      () => renameSync(join(versions, `.new-${dead}`), join(versions, dead)),
      () => writeFileSync(published.apiSchemaFile, lost.apiSchema),
      () => writeFileSync(published.currentFile, JSON.stringify({ id: dead })),
      () => writeFileSync(join(folder, 'supergraph.graphql.new'), 'enum jo'),
    ];
    for (let reached = 1; reached <= steps.length; reached += 1) {
      steps.slice(0, reached).forEach((step) => step());
      assert.equal(published.current()?.id, good, `step ${reached}`);
      assert.deepEqual(published.history().map(({ id }) => id), [good], `step ${reached}`);
      assert.deepEqual(await published.publish(publication('good')), { id: good, published: false });
      assert.equal(readFileSync(published.apiSchemaFile, 'utf8'), publication('good').apiSchema);
      assert.ok(!existsSync(join(versions, dead)));
      assert.deepEqual(leftovers(folder), [], `step ${reached}`);
    }
  });

  test('leaves nothing current where it was the first', async (context) => {
    const folder = folderWith(context);
    const published = new Published(folder);
    const { id } = await published.publish(publication());
    writeFileSync(published.pendingFile, JSON.stringify({ id }));
    rmSync(published.supergraphFile);
    assert.equal(published.current(), undefined);
    assert.deepEqual(published.history(), []);
    assert.ok((await published.publish(publication('second'))).published);
    assert.deepEqual(published.history().map(({ previous }) => previous), [undefined]);
  });

  test('counts where it had come to the end', async (context) => {
    const published = new Published(folderWith(context));
    const { id: first } = await published.publish(publication('first'));
    const { id } = await published.publish(publication('second'));
    writeFileSync(published.pendingFile, JSON.stringify({ id, previous: first }));
    assert.equal(published.current()?.id, id);
    await published.publish(publication('third'));
    assert.deepEqual(published.history().map(({ previous }) => previous), [id, first, undefined]);
  });

  test('is never there by half: killed at any moment', async (context) => {
    const folder = folderWith(context);
    const published = new Published(folder);
    for (let round = 0; round < 15; round += 1) {
      const { child, started, ended } = publisher(folder, `R${round}_`, 1000);
      await started;
      // The moment is to differ from round to round.
      await pause(Math.random() * 30);
      child.kill('SIGKILL');
      await ended;
      const current = published.current();
      assert.equal(readFileSync(published.supergraphFile, 'utf8'), current?.supergraph);
      assert.equal(published.history(1)[0]?.id, current?.id);
    }
    const before = published.history().length;
    assert.ok((await published.publish(publication())).published);
    assert.equal(published.history().length, before + 1);
    const ids = published.history().map(({ id }) => id);
    assert.deepEqual(published.history().map(({ previous }) => previous), [...ids.slice(1), undefined]);
    assert.deepEqual(leftovers(folder), []);
  });
});

describe('publishing at once', () => {
  test('from several processes keeps all', async (context) => {
    const folder = folderWith(context);
    const ended = await Promise.all(['a', 'b', 'c', 'd'].map((prefix) => publisher(folder, prefix, 5).ended));
    for (const { code, text } of ended) assert.equal(code, 0, text);
    const published = new Published(folder);
    const history = published.history();
    assert.equal(history.length, 20);
    assert.deepEqual(history.map(({ previous }) => previous), [...history.slice(1).map(({ id }) => id), undefined]);
    assert.equal(readFileSync(published.supergraphFile, 'utf8'), published.current()?.supergraph);
    assert.deepEqual(leftovers(folder), []);
  });

  test('from one process keeps all', async (context) => {
    const published = new Published(folderWith(context));
    await Promise.all(['a', 'b', 'c'].map((name) => published.publish(publication(name))));
    assert.equal(published.history().length, 3);
  });

  test('does not wait for ever for one that hangs', async (context) => {
    const folder = folderWith(context);
    const published = new Published(folder, { waiting: 50 });
    const { id } = await published.publish(publication());
    for (const [pid, host] of /** @type {[number, string][]} */ ([[process.ppid, hostname()], [deadPid(), 'another.example']])) {
      writeFileSync(published.lockFile, JSON.stringify({ pid, host, token: 'x' }));
      await assert.rejects(published.publish(publication('other')), failure(/^process \d+ on .* is publishing to .*; nothing was published\./));
      assert.equal(published.current()?.id, id);
      assert.ok(existsSync(published.lockFile));
    }
  });

  test('takes over from many dead, with many at once', async (context) => {
    const folder = folderWith(context, { 'published/lock.json': JSON.stringify({ pid: deadPid(), host: hostname(), token: 'x' }) });
    const ended = await Promise.all(['a', 'b', 'c', 'd'].map((prefix) => publisher(folder, prefix, 3).ended));
    for (const { code, text } of ended) assert.equal(code, 0, text);
    assert.equal(new Published(folder).history().length, 12);
  });
});

describe('the commands', () => {
  /**
   * @param {any} test
   * @param {import('../src/finding.js').Report} [report]
   */
  function commands(test, report = { command: 'check', findings: [], summary: 'All is well.', exitCode: EXIT.ok }) {
    const root = folderWith(test, files());
    const workspace = Object.assign(new Workspace(join(root, 'supergraph'), root), { contracts: () => ({ public: { exclude: ['pii'] } }) });
    /** @type {string[]} */
    const lines = [];
    const say = (/** @type {string} */ line) => void lines.push(line);
    /** @param {Record<string, any>} values */
    const contextOf = (values) => ({
      workspace,
      values: { format: 'human', limit: '20', registry: join(root, 'registry'), ...values },
      positionals: [],
      hints: 'warn',
      out: say,
      err: say,
      now: NOON,
    });
    return {
      root,
      lines,
      contextOf,
      published: new Published(join(root, 'registry')),
      /** @param {Record<string, any>} [values] @returns {Promise<any>} */
      publish: async (values = {}) => publishCommand(async () => report).run(contextOf(values)),
      /** @param {Record<string, any>} [values] @returns {Promise<any>} */
      history: async (values = {}) => historyCommand.run(contextOf(values)),
    };
  }

  test('publish keeps what is checked, with its contracts and its author', async (context) => {
    const { publish, published } = commands(context);
    const { summary, exitCode, data } = await publish({ author: 'Ann <ann@example.org>', note: 'First.' });
    assert.equal(exitCode, 0);
    assert.equal(summary, `Published ${data.id}.`);
    const current = published.current();
    assert.equal(current?.id, data.id);
    assert.equal(current?.record.author, 'Ann <ann@example.org>');
    assert.equal(current?.record.note, 'First.');
    assert.deepEqual(current?.record.checks, { errors: 0, warnings: 0, notes: 0, exitCode: 0 });
    assert.match(current?.apiSchema ?? '', /fullName/);
    assert.doesNotMatch(current?.contracts.public?.apiSchema ?? 'fullName', /fullName/);
    assert.equal((await publish()).summary, `Nothing to publish: ${data.id} is the same.`);
  });

  test('publish names the author itself', async (context) => {
    const { publish, published } = commands(context);
    await publish();
    assert.ok(published.current()?.record.author);
  });

  test('publish refuses what the checks refuse, unless forced, and keeps that it was', async (context) => {
    /** @type {import('../src/finding.js').Finding[]} */
    const findings = [{ severity: 'error', code: 'FIELD_REMOVED', message: 'Gone.', places: [] }];
    const { publish, published, history, lines } = commands(context, { command: 'check', findings, summary: '1 breaks.', exitCode: EXIT.failed });
    const refused = await publish();
    assert.equal(refused.exitCode, EXIT.failed);
    assert.equal(refused.summary, '1 breaks. Nothing was published.');
    assert.deepEqual(refused.findings, findings);
    assert.equal(published.current(), undefined);
    const { exitCode, data } = await publish({ force: true, author: 'Ann' });
    assert.equal(exitCode, EXIT.ok);
    assert.equal(published.current()?.record.forced, true);
    assert.deepEqual(published.current()?.record.checks, { errors: 1, warnings: 0, notes: 0, exitCode: 1 });
    await history();
    assert.deepEqual(lines, [`*  ${data.id}  Ann  forced`]);
  });

  test('publish refuses what does not compose, forced or not', async (context) => {
    const { root, publish, published } = commands(context);
    writeFileSync(join(root, 'supergraph/schema/health/health.graphqls'), 'type User {');
    const { exitCode, findings } = await publish({ force: true });
    assert.equal(exitCode, EXIT.doesNotCompose);
    assert.equal(findings[0].places[0].file, 'supergraph/schema/health/health.graphqls');
    assert.equal(published.current(), undefined);
  });

  test('history lists, and rolls back', async (context) => {
    const { root, publish, history, lines } = commands(context);
    await history();
    assert.match(lines.pop() ?? '', /^Nothing was published to /);
    const { data: first } = await publish({ author: 'Ann' });
    const file = join(root, 'supergraph/schema/auth/auth.graphqls');
    writeFileSync(file, readFileSync(file, 'utf8').replace('fullName', 'nickname'));
    const { data: second } = await publish({ author: 'Bob', note: 'Shorter.' });
    const { summary, data: third } = await history({ rollback: first.id });
    assert.equal(summary, `Rolled back to ${first.id}, as ${third.id}.`);
    await history({ limit: '2' });
    assert.match(lines[0] ?? '', new RegExp(`^\\*  ${third.id}  .+  rolled back to ${first.id}$`));
    assert.equal(lines[1], `   ${second.id}  Bob  Shorter.`);
    assert.equal(lines.length, 2);
    const { data } = await history({ format: 'json' });
    assert.equal(data.current, third.id);
    assert.equal(data.versions.length, 3);
    await assert.rejects(history({ rollback: 'nope' }), failure(/has no published version nope/));
    await assert.rejects(history({ limit: '0' }), failure(/--limit takes/));
  });

  test('use the registry that is named, or the environment, or the workspace', (context) => {
    const { root, contextOf } = commands(context);
    const before = process.env.LIFEOS_REGISTRY;
    context.after(() => (before === undefined ? delete process.env.LIFEOS_REGISTRY : (process.env.LIFEOS_REGISTRY = before)));
    delete process.env.LIFEOS_REGISTRY;
    assert.equal(registryFolder(contextOf({ registry: '/named' })), '/named');
    assert.equal(registryFolder(contextOf({ registry: undefined })), join(root, 'supergraph/registry'));
    process.env.LIFEOS_REGISTRY = '/environment';
    assert.equal(registryFolder(contextOf({ registry: undefined })), '/environment');
  });
});
