import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { BotRepository, flowFile, intentFile, ownState } from '../support/repository';

describe('Publishing', function () {
  this.timeout(240_000);
  let repository: BotRepository;
  beforeEach(() => {
    repository = new BotRepository();
  });
  afterEach(() => {
    repository.assertSound();
    repository.remove();
  });

  it('makes version 1 with branch, tag, record, deployment state, files and model', async () => {
    repository.commit();
    const head = repository.git('rev-parse', 'HEAD');
    const result = await repository.published('full', 'The first version\n\nwith a paragraph');
    assert.equal(result.version, 1);
    assert.equal(result.tag, 'bots/choo-choo/v1');
    assert.equal(repository.live(), result.commit);
    assert.equal(repository.git('rev-parse', 'bots/choo-choo/v1^{commit}'), result.commit);
    assert.equal(repository.git('cat-file', '-t', 'refs/tags/bots/choo-choo/v1'), 'tag');
    assert.equal(repository.git('rev-list', '--count', result.commit), '1', 'an orphan branch');
    const tree = repository.git('ls-tree', '-r', '--name-only', result.commit).split('\n');
    assert.deepEqual(tree, [
      'definition/bot.yaml',
      'definition/flows/booking.flow.yaml',
      'definition/flows/general.flow.yaml',
      'definition/flows/refunds.flow.yaml',
      'definition/intents/book_train.intent.yaml',
      'definition/intents/refund.intent.yaml',
      'deployment.json',
      'model/en.bin',
      'release.json',
    ]);
    const record = repository.record(result.commit);
    assert.equal(record.version, 1);
    assert.equal(record.kind, 'full');
    assert.equal(record.source, head);
    assert.equal(record.base, null);
    assert.equal(record.notes, 'The first version\n\nwith a paragraph');
    assert.equal(record.author.name, 'Ada Lovelace');
    const model = repository.gitBytes('cat-file', 'blob', `${result.commit}:model/en.bin`);
    assert.equal(record.models[0]?.artifact, createHash('sha256').update(model).digest('hex'));
    assert.deepEqual(JSON.parse(repository.git('show', `${result.commit}:deployment.json`)), {
      format: 1,
      visibility: 'internal',
      access: null,
      status: 'active',
      schedule: [],
    });
    const trailers = repository.git('log', '-1', '--format=%(trailers)', result.commit);
    assert.match(trailers, /^Bot-Version: 1$/m);
    assert.match(trailers, /^Bot-Release-Kind: full$/m);
    assert.match(trailers, /^Bot-Action: publish$/m);
  });

  it('leaves index, HEAD, stash and work tree to the byte', async () => {
    repository.commit();
    repository.write('notes.txt', 'not mine');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Stashed.'));
    repository.git('stash');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Staged.'));
    repository.git('add', 'flows');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Neither.'));
    await repository.train();
    const before = ownState(repository);
    await repository.published('full');
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'refund my ticket'));
    await repository.train();
    const changed = ownState(repository);
    await repository.published('nlp');
    const live = await repository.releases.makeLive(repository.bot(), 1);
    assert.equal(live.outcome, 'live');
    assert.deepEqual(ownState(repository), changed);
    assert.equal(before.get('index'), changed.get('index'));
    assert.equal(before.get('stash'), changed.get('stash'));
  });

  it('keeps every byte: CRLF, no newline at the end, byte order mark, paths in any script', async () => {
    const contents = new Map<string, Buffer>([
      ['flows/crlf.flow.yaml', Buffer.from(flowFile('crlf').replaceAll('\n', '\r\n'))],
      ['flows/no end.flow.yaml', Buffer.from(flowFile('no_end').trimEnd())],
      ['flows/marked.flow.yaml', Buffer.from(`\ufeff${flowFile('marked')}`)],
      ['поезд/列車 #1 50% “é”.flow.yaml', Buffer.from(flowFile('trains'))],
      ['-x/--upload-pack=x.flow.yaml', Buffer.from(flowFile('dashes'))],
    ]);
    for (const [path, bytes] of contents) repository.write(path, bytes);
    repository.write('.gitattributes', '* text=auto eol=lf\n');
    const { commit } = await repository.published('full');
    const read = await repository.releases.version(repository.bot(), 1);
    assert.ok(read.ok);
    for (const [path, bytes] of contents) {
      assert.deepEqual(repository.gitBytes('cat-file', 'blob', `${commit}:definition/${path}`), bytes, path);
      assert.deepEqual(Buffer.from(read.value.files.get(path) ?? []), bytes, path);
    }
  });

  it('takes NLP of the draft and flows of LIVE', async () => {
    await repository.published('full');
    const flow = repository.read('flows/booking.flow.yaml');
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Not to be published.'));
    repository.write('flows/extra.flow.yaml', flowFile('extra', undefined, 'Neither.'));
    repository.write('intents/timetable.intent.yaml', intentFile('timetable', 'when does it leave'));
    const { commit, version } = await repository.published('nlp');
    assert.equal(version, 2);
    assert.deepEqual(
      repository.gitBytes('cat-file', 'blob', `${commit}:definition/flows/booking.flow.yaml`),
      flow,
    );
    const paths = repository.git('ls-tree', '-r', '--name-only', commit).split('\n');
    assert.ok(paths.includes('definition/intents/timetable.intent.yaml'));
    assert.ok(!paths.includes('definition/flows/extra.flow.yaml'));
    assert.equal(
      repository.git('rev-parse', `${commit}^`),
      repository.git('rev-parse', 'bots/choo-choo/v1^{commit}'),
    );
  });

  it('records no source commit for files that HEAD does not hold', async () => {
    repository.commit();
    repository.write('intents/refund.intent.yaml', intentFile('refund', 'refund my ticket'));
    const { commit } = await repository.published('full');
    assert.equal(repository.record(commit).source, null);
  });

  it('refuses a plan that LIVE has left behind, and says who published what', async () => {
    await repository.published('full');
    repository.write('flows/extra.flow.yaml', flowFile('extra'));
    const plan = await repository.plan('full');
    repository.write('flows/more.flow.yaml', flowFile('more'));
    await repository.published('full');
    const live = repository.live();
    const result = await repository.releases.publish(repository.bot(), plan, { notes: '' });
    assert.ok(result.outcome === 'outdated', JSON.stringify(result));
    assert.match(result.message, /version 2 .*Ada Lovelace/);
    assert.equal(repository.live(), live);
  });

  it('publishes nothing that a gate blocks, and nothing once it is cancelled', async () => {
    const blocked = await repository.releases.publish(repository.bot(), await repository.plan('nlp'), {
      notes: '',
    });
    assert.equal(blocked.outcome, 'blocked');
    await repository.train();
    const plan = await repository.plan('full');
    for (const step of ['checking', 'writing', 'verifying'] as const) {
      const abort = new AbortController();
      const result = await repository.releases.publish(repository.bot(), plan, {
        notes: '',
        signal: abort.signal,
        onStep: (now) => {
          if (now === step) abort.abort();
        },
      });
      assert.ok(result.outcome === 'failed' && result.problem.reason === 'cancelled', JSON.stringify(result));
      assert.equal(repository.git('for-each-ref', 'refs/heads/bots', 'refs/tags'), '');
    }
    const result = await repository.releases.publish(repository.bot(), plan, { notes: '' });
    assert.equal(result.outcome, 'published');
  });

  it('keeps notes that look like options, trailers or markup as they are', async () => {
    const notes =
      '--upload-pack=x\n\nBot-Version: 99\nBot-Action: switch\n\n"quoted" $(touch x) `y`\n---\nend';
    await repository.published('full', notes);
    const list = await repository.releases.versions(repository.bot());
    assert.ok(list.ok);
    assert.equal(list.value.versions[0]?.notes, notes);
    assert.equal(list.value.versions[0]?.version, 1);
  });

  it('works beside replaced objects, a split index, and a configuration that wants signatures', async () => {
    repository.git('config', 'commit.gpgsign', 'true');
    repository.git('config', 'tag.gpgsign', 'true');
    repository.git('config', 'gpg.program', 'false');
    repository.git('config', 'core.splitIndex', 'true');
    repository.git('config', 'log.showSignature', 'true');
    await repository.published('full');
    assert.equal(
      execFileSync('git', ['tag', '--list'], { cwd: repository.top, encoding: 'utf8' }).trim(),
      'bots/choo-choo/v1',
    );
  });
});
