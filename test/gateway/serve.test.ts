import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { mkdtempSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Statistics } from '../../server/src/admin/api';
import { rangeOf } from '../../server/src/admin/range';
import { botlane } from '../support/cli';
import { emptyDatabase } from '../support/databases';
import { GatewayProcess } from '../support/gatewayProcess';
import { startPublisher } from '../support/publisher';
import { BotRepository, flowFile } from '../support/repository';

const TOKEN = 'an-editor-token-that-nobody-can-guess';

describe('botlane serve', function () {
  this.timeout(300_000);
  let repository: BotRepository;
  let started: GatewayProcess[];
  const folders: string[] = [];

  before(async () => {
    repository = new BotRepository();
    repository.commit();
    await repository.published('full');
    const open = await repository.releases.deploy(repository.bot(), {
      kind: 'visibility',
      visibility: 'public',
    });
    assert.ok(open.outcome === 'deployed');
  });
  after(() => {
    repository.remove();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  beforeEach(() => (started = []));
  afterEach(async () => {
    for (const gateway of started) await gateway.end('SIGKILL');
  });

  /** With a database that has its tables: making them takes far longer than starting. */
  async function dataFolder(): Promise<string> {
    const database = await emptyDatabase('embedded');
    assert.ok(!('missing' in database) && database.kind === 'embedded');
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'botlane gateway '));
    folders.push(folder);
    renameSync(database.folder, join(folder, 'database'));
    return folder;
  }

  async function start(
    options: Partial<Parameters<typeof GatewayProcess.start>[0]> = {},
  ): Promise<GatewayProcess> {
    const data = options.data ?? (await dataFolder());
    const gateway = await GatewayProcess.start({ folder: repository.folder, ...options, data });
    started.push(gateway);
    return gateway;
  }

  /** Of this hour, as the editor asks for them. */
  async function statistics(gateway: GatewayProcess): Promise<Statistics> {
    const { since, until } = rangeOf('day', new Date());
    const path = `/admin/v1/bots/choo-choo/statistics?since=${since}&until=${until}`;
    const answer = await fetch(`${gateway.address}${path}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as Statistics;
  }

  it('answers, follows what is published elsewhere, logs no text of anybody, and stops when it is told to', async () => {
    const gateway = await start({ env: { BOTLANE_EDITOR_TOKEN: TOKEN } });
    const conversation = await gateway.begin();
    assert.equal(
      (await gateway.say(conversation, 'book a train please')).messages[0]?.text,
      'This is booking.',
    );
    repository.write('flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Published elsewhere.'));
    await repository.train();
    const publisher = startPublisher(repository.folder, ['full', '2']);
    await publisher.ready;
    publisher.go();
    await gateway.until(() => gateway.hasSaid('switched'));
    const next = await gateway.say(conversation, 'book a train please', 'again');
    assert.deepEqual([next.version, next.messages[0]?.text], [2, 'Published elsewhere.']);
    assert.equal((await publisher.end).result?.outcome, 'published');
    const back = startPublisher(repository.folder, ['make-live', '1']);
    await back.ready;
    back.go();
    await gateway.until(() => gateway.lines.filter(({ msg }) => msg === 'switched').length === 2);
    const last = await gateway.say(conversation, 'book a train please', 'once more');
    assert.deepEqual([last.version, last.messages[0]?.text], [1, 'This is booking.']);
    assert.equal((await back.end).result?.outcome, 'live');
    // Marks are noted behind the switch, which nobody waits for.
    let marks: Statistics['releases'] = [];
    while (marks.length < 3) ({ releases: marks } = await statistics(gateway));
    assert.deepEqual(
      marks.map(({ version }) => version),
      [1, 2, 1],
    );
    const { hostname, port } = new URL(gateway.address);
    assert.equal(await gateway.end('SIGTERM'), 0);
    assert.ok(gateway.hasSaid('stopped'));
    const refused = await new Promise((resolve) => {
      connect(Number(port), hostname)
        .on('error', () => resolve(true))
        .on('connect', () => resolve(false));
    });
    assert.equal(refused, true);
    const log = JSON.stringify(gateway.lines);
    for (const said of ['book a train', 'This is', 'Published elsewhere', conversation, '127.0.0.1:0']) {
      assert.ok(!log.includes(said), said);
    }
    assert.equal(gateway.errors, '');
  });

  it('finishes what is under way before it stops', async () => {
    const gateway = await start();
    const conversation = await gateway.begin();
    const running = Promise.allSettled(
      Array.from({ length: 30 }, (_, index) => gateway.say(conversation, `nonsense ${index}`)),
    );
    await gateway.until(() => gateway.lines.filter(({ msg }) => msg === 'turn').length > 3);
    const code = gateway.end('SIGINT');
    const answers = await running;
    assert.equal(await code, 0);
    const taken =
      gateway.lines.filter(({ msg, ['outcome']: outcome }) => msg === 'turn' && outcome === 'answered')
        .length - 1;
    assert.equal(
      answers.filter(({ status }) => status === 'fulfilled').length,
      taken,
      'what was made was answered',
    );
  });

  it('talks to the editor that started it, admits it, and ends with it', async () => {
    const data = await dataFolder();
    const admitted = (secret: string) => ({ asChild: true, data, env: { BOTLANE_EDITOR_TOKEN: secret } });
    const gateway = await start({ ...admitted(TOKEN), words: ['--draft'] });
    const headers = { authorization: `Bearer ${TOKEN}` };
    const bots = await fetch(`${gateway.address}/admin/v1/bots`, { headers });
    assert.equal(bots.status, 200, await bots.clone().text());
    assert.ok(!JSON.stringify(gateway.lines).includes(TOKEN));
    gateway.process.send({ type: 'stop' });
    assert.equal(await gateway.ended(), 0);
    const orphan = await start(admitted(`${TOKEN}-either`));
    const audit = await fetch(`${orphan.address}/admin/v1/audit`, {
      headers: { authorization: `Bearer ${TOKEN}-either` },
    });
    const { items } = (await audit.json()) as { items: { actor: string; action: string }[] };
    assert.deepEqual(
      items.map(({ actor, action }) => `${actor}: ${action}`),
      ['editor: editor.admit', 'editor: editor.dismiss', 'editor: editor.admit'],
    );
    orphan.process.disconnect();
    assert.equal(await orphan.ended(), 0);
  });

  it('says what is wrong when it cannot start, and what to do', async () => {
    const taken = await dataFolder();
    const gateway = await start({ data: taken });
    const [port = ''] = /\d+$/.exec(gateway.address) ?? [];
    const other = await dataFolder();
    const rows: readonly (readonly [number, RegExp, readonly string[]])[] = [
      [1, /Port \d+ of 127\.0\.0\.1 is taken/, [repository.folder, '--port', port, '--data', other]],
      [1, /is no host/, [repository.folder, '--allow-host', 'https://a.example/path', '--data', other]],
      [2, /There is no folder/, ['nowhere', '--data', other]],
      [2, /A port is a number/, [repository.folder, '--port', '70000']],
      [1, /is open in process/, [repository.folder, '--data', taken]],
      [1, /repository/, [tmpdir(), '--data', other]],
    ];
    for (const [code, message, words] of rows) {
      const result = await botlane(repository.folder, 'serve', ...words);
      assert.match(result.stderr, message);
      assert.equal(result.code, code, result.stderr);
    }
  });
});
