import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { botlane, botlaneJson } from '../support/cli';
import { TemporaryFolder } from '../support/folders';
import { flowFile, smallBot } from '../support/repository';

const GATES = [
  'validation',
  'trained',
  'tests',
  'nlp-quality',
  'first-publish',
  'nlp-changed',
  'intents-removed',
  'live-links',
  'nothing-changed',
  'drift',
];

/** Every file below a folder with its content: two that are equal mean that nothing was written. */
function contentOf(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    entries
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'base64')]),
  );
}

describe('botlane train, plan, publish, versions, live and nlp', function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;

  beforeEach(() => {
    folder = new TemporaryFolder();
    folder.initializeGit();
    folder.copyExample('choo-choo', 'choo choo');
  });

  afterEach(() => folder.remove());

  it('takes a bot from its first training to its first way back', async () => {
    const bot = 'choo choo';
    const untrained = await botlaneJson(folder.path, 'plan', '--full', bot);
    assert.equal(untrained.code, 1);
    assert.deepEqual(
      untrained.json.gates.filter(({ outcome }) => outcome === 'block').map(({ id }) => id),
      ['trained'],
    );
    assert.deepEqual(untrained.json.gates.map(({ id }) => id).sort(), [...GATES].sort());

    const trained = await botlaneJson(folder.path, 'train', bot);
    assert.equal(trained.code, 0, trained.stderr);
    assert.deepEqual(
      trained.json.models.map(({ language }) => language),
      ['en', 'nl'],
    );
    for (const { input, artifact, path } of trained.json.models) {
      assert.match(input, /^[0-9a-f]{64}$/);
      assert.match(artifact, /^[0-9a-f]{64}$/);
      assert.ok(statSync(path).isFile());
    }

    const first = await botlaneJson(folder.path, 'publish', '--full', '--notes', 'First', bot);
    assert.equal(first.code, 0, first.stderr);
    assert.deepEqual(
      { ...first.json, commit: '', gates: [] },
      { bot: 'choo-choo', version: 1, kind: 'full', commit: '', tag: 'bots/choo-choo/v1', gates: [] },
    );
    assert.equal(folder.git('rev-parse', 'refs/heads/bots/choo-choo/live').trim(), first.json.commit);

    appendFileSync(
      join(folder.path, bot, 'intents', 'human.intent.yaml'),
      '---\nintent: compliment\nexpressions:\n  en: |\n    you are great\n    lovely service\n    what a good bot\n    nicely done\n    I like you\n    that was brilliant\n  nl: |\n    wat een fijne bot\n    mooi gedaan\n    je bent top\n    goede dienst zeg\n    ik vind je leuk\n    dat was geweldig\n',
    );
    const second = await botlaneJson(
      folder.path,
      'publish',
      '--nlp',
      '--train',
      '--notes',
      'Compliments',
      bot,
    );
    assert.equal(second.code, 0, second.stderr);
    assert.deepEqual([second.json.version, second.json.kind], [2, 'nlp']);

    renameSync(
      join(folder.path, bot, 'intents', 'pets.intent.yaml'),
      join(folder.path, bot, 'intents', 'pets.txt'),
    );
    await botlane(folder.path, 'train', bot);
    const refused = await botlaneJson(folder.path, 'publish', '--nlp', '--notes', 'No pets', bot);
    assert.equal(refused.code, 1);
    const gate = refused.json.gates.find(({ id }) => id === 'intents-removed');
    assert.equal(gate?.outcome, 'block');
    assert.match(gate.reason, /pets/);

    const back = await botlaneJson(folder.path, 'live', '1', bot);
    assert.equal(back.code, 0, back.stderr);
    const { json: list } = await botlaneJson(folder.path, 'versions', bot);
    assert.equal(list.live, 1);
    assert.deepEqual(
      list.versions.map(({ version, kind, notes, author, live }) => ({ version, kind, notes, author, live })),
      [
        { version: 2, kind: 'nlp', notes: 'Compliments', author: list.versions[0]?.author, live: false },
        { version: 1, kind: 'full', notes: 'First', author: list.versions[0]?.author, live: true },
      ],
    );
    assert.match(list.versions[0]?.author ?? '', /Ada Lovelace/);
  });

  it('answers a message by the draft and by LIVE', async () => {
    const bot = 'choo choo';
    const untrained = await botlane(folder.path, 'nlp', 'hello', bot);
    assert.equal(untrained.code, 1);
    assert.match(untrained.stderr, /botlane train/);
    await botlane(folder.path, 'publish', '--full', '--train', '--notes', 'First', bot);
    for (const side of [[], ['--live']]) {
      const { code, json } = await botlaneJson(
        folder.path,
        'nlp',
        'what platform does the train to Bruges leave from',
        bot,
        '--language',
        'en',
        ...side,
      );
      assert.equal(code, 0);
      assert.equal(json.intents[0]?.name, 'platform');
      assert.equal(json.understood, true);
      const station = json.entities.find(({ entity }) => entity === 'station');
      assert.deepEqual(
        [station?.text, station?.start, station?.end],
        [
          'Bruges',
          'what platform does the train to '.length,
          'what platform does the train to Bruges'.length,
        ],
      );
    }
    const told = await botlane(folder.path, 'nlp', 'qwertz', bot, '--language', 'nl');
    assert.match(told.stdout, /Not understood, in nl: no score is above the threshold 0\.8\./);
    const unknown = await botlane(folder.path, 'nlp', 'bonjour', bot, '--language', 'fr');
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /does not speak fr/);
  });

  it('answers by each of several bots', async () => {
    folder.copyExample('choo-choo', 'second');
    const settings = readFileSync(join(folder.path, 'second', 'bot.yaml'), 'utf8');
    folder.write('second/bot.yaml', settings.replace(/^bot: .*/, 'bot: second'));
    await botlane(folder.path, 'train', 'choo choo');
    const { code, json } = await botlaneJson(folder.path, 'nlp', 'are bicycles allowed?');
    assert.equal(code, 0);
    assert.deepEqual(
      json.bots.map(({ bot, intents, understood, ...others }) => [
        bot,
        intents[0]?.name,
        understood,
        Object.keys(others),
      ]),
      [
        ['choo-choo', 'bicycle', true, ['entities']],
        ['second', 'bicycle', true, ['entities']],
      ],
    );
  });

  it('tells what differs between two sides, for people, pull requests and programs', async () => {
    const bot = 'choo choo';
    await botlane(folder.path, 'publish', '--full', '--train', '--notes', 'First', bot);
    const pets = join(folder.path, bot, 'intents', 'pets.intent.yaml');
    writeFileSync(pets, readFileSync(pets, 'utf8').replace('  nl: |', '    <b>my goldfish</b>\n  nl: |'));
    const { json, code } = await botlaneJson(folder.path, 'diff', bot);
    assert.equal(code, 0);
    assert.deepEqual(
      [json.format, json.bot, json.before, json.after],
      [1, 'choo-choo', { kind: 'live', version: 1 }, { kind: 'draft' }],
    );
    assert.deepEqual(json.changes, [
      {
        part: 'nlp',
        change: 'changed',
        symbol: 'intent',
        name: 'pets',
        before: 'intents/pets.intent.yaml',
        after: 'intents/pets.intent.yaml',
        edits: [
          {
            aspect: 'expression',
            change: 'added',
            at: 'expressions',
            language: 'en',
            after: '<b>my goldfish</b>',
          },
        ],
      },
    ]);
    const pretty = await botlane(folder.path, 'diff', 'draft', 'v1', bot);
    assert.match(pretty.stdout, /DRAFT → version 1\n\n {2}NLP part\n {2}Intent pets changed/);
    assert.match(pretty.stdout, /− expressions \(en\): <b>my goldfish<\/b>/);
    const markdown = await botlane(folder.path, 'diff', '--format', 'markdown', bot);
    assert.match(markdown.stdout, /<summary><b>NLP part<\/b> \(1\)<\/summary>/);
    assert.doesNotMatch(markdown.stdout, /<b>my/);
    const same = await botlane(folder.path, 'diff', '1', 'live', bot);
    assert.match(same.stdout, /Nothing differs in meaning/);
    for (const [words, wanted] of [
      [['1', '2', '3', bot], 2],
      [['7', 'draft', bot], 1],
      [['nowhere'], 2],
    ] as const) {
      const { code: refused, stdout } = await botlane(folder.path, 'diff', ...words);
      assert.deepEqual([refused, stdout], [wanted, ''], words.join(' '));
    }
  });

  it('publishes chosen flows', async () => {
    for (const [path, text] of smallBot('small')) folder.write(`small/${path}`, text);
    await botlane(folder.path, 'publish', '--full', '--train', '--notes', 'First', 'small');
    folder.write('small/flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Changed.'));
    folder.write('small/flows/refunds.flow.yaml', flowFile('refunds', 'no_such_intent'));
    const chosen = ['--flows', 'booking', '--notes', 'Booking', 'small'];
    const { json } = await botlaneJson(folder.path, 'publish', ...chosen);
    assert.deepEqual([json.version, json.kind], [2, 'flows']);
    const again = await botlaneJson(folder.path, 'plan', '--flows', 'booking,refunds', 'small');
    assert.equal(again.code, 1);
    assert.deepEqual(again.json.flows, ['booking', 'refunds']);
    for (const words of [['--full', '--flows', 'booking'], ['--flows', 'booking,'], []]) {
      const { code } = await botlane(folder.path, 'plan', ...words, 'small');
      assert.equal(code, 2, words.join(' '));
    }
  });

  it('overrides a gate where bot.yaml allows it, with a reason that stays with the version', async () => {
    for (const [path, text] of smallBot('small')) folder.write(`small/${path}`, text);
    const settings = readFileSync(join(folder.path, 'small/bot.yaml'), 'utf8');
    folder.write('small/bot.yaml', `${settings}release:\n  overrides: [tests]\n`);
    folder.write(
      'small/tests/one.bottest.yaml',
      'test: one\nsteps:\n  - user: book a train\n  - bot: Bye.\n',
    );
    const words = ['publish', '--full', '--train', '--notes', 'First', 'small'];
    const blocked = await botlane(folder.path, ...words);
    assert.equal(blocked.code, 1);
    assert.match(blocked.stdout, /It may be overridden: --override tests --reason/);
    for (const wrong of [
      ['--override', 'tests'],
      ['--reason', 'because'],
      ['--override', 'tests', '--reason', ' '],
      ['--override', 'validation', '--reason', 'because'],
    ]) {
      assert.equal((await botlane(folder.path, ...words, ...wrong)).code, 2, wrong.join(' '));
    }
    const override = ['--override', 'tests', '--reason', 'the test is old'];
    const done = await botlane(folder.path, ...words, ...override);
    assert.equal(done.code, 0, done.stdout);
    assert.match(
      done.stderr,
      /! Conversation tests: A conversation test fails\.[^]*Overridden: the test is old/,
    );
    assert.match(
      (await botlane(folder.path, 'versions', 'small')).stdout,
      /First\n +Conversation tests overridden: the test is old\n/,
    );
    assert.deepEqual((await botlaneJson(folder.path, 'versions', 'small')).json.versions[0]?.overrides, [
      { gate: 'tests', reason: 'the test is old' },
    ]);
  });

  it('finds versions, tells what was live, writes one to a file and restores it', async () => {
    for (const [path, text] of smallBot('small')) folder.write(`small/${path}`, text);
    await botlane(folder.path, 'publish', '--full', '--train', '--notes', 'Tickets\nfor groups', 'small');
    const nothing = await botlane(folder.path, 'live', '--at', '2020-01-01T00:00Z', 'small');
    assert.equal(nothing.stdout, 'small: Nothing was live.\n');
    const now = await botlane(folder.path, 'live', 'small');
    assert.match(
      now.stdout,
      /^small: Version 1, since (?!\d{4}-).* \([\w/+-]+\), published by Ada Lovelace\.\n$/,
    );
    folder.write('small/flows/booking.flow.yaml', flowFile('booking', 'book_train', 'Changed.'));
    await botlane(folder.path, 'publish', '--full', '--notes', 'Refunds', 'small');

    const found = await botlaneJson(folder.path, 'versions', '--search', 'GROUPS', 'small');
    assert.deepEqual(
      found.json.versions.map(({ version }) => version),
      [1],
    );
    const list = await botlane(folder.path, 'versions', 'small');
    assert.match(list.stdout, /^small +Times are those of [\w/+-]+\.\n/);
    assert.match(list.stdout, /Tickets\n +for groups\n/);
    assert.doesNotMatch(list.stdout, /\d-\d\dT\d\d:/);
    assert.match(
      (await botlane(folder.path, 'versions', '--search', 'x', 'small')).stdout,
      /No version is found/,
    );

    const preview = await botlane(folder.path, 'live', '1', '--dry-run', 'small');
    assert.match(preview.stdout, /What changes in LIVE:\n {2}~ dialog booking\/start \(texts changed\)/);
    assert.equal((await botlaneJson(folder.path, 'versions', 'small')).json.live, 2);

    const written = await botlane(folder.path, 'versions', 'export', '1', 'small', '--output', 'one.zip');
    assert.deepEqual([written.code, written.stdout], [0, `${join(folder.path, 'one.zip')}\n`]);
    assert.ok('definition/bot.yaml' in unzipSync(readFileSync(join(folder.path, 'one.zip'))));
    const again = await botlane(folder.path, 'versions', 'export', '2', 'small', '--output', 'one.zip');
    assert.equal(again.code, 1);
    assert.match(again.stderr, /is there already/);

    const flow = join(folder.path, 'small/flows/booking.flow.yaml');
    const restored = await botlaneJson(folder.path, 'restore', '1', 'small');
    assert.deepEqual([restored.code, restored.json.written, restored.json.removed], [0, 1, 0]);
    assert.match(readFileSync(flow, 'utf8'), /This is booking/);
    appendFileSync(flow, '# work\n');
    const unsaved = await botlaneJson(folder.path, 'restore', '2', 'small');
    assert.deepEqual([unsaved.code, unsaved.json.unsaved], [1, ['flows/booking.flow.yaml']]);
    assert.match((await botlane(folder.path, 'restore', '2', 'small')).stderr, /--force/);
    assert.equal((await botlane(folder.path, 'restore', '2', '--force', 'small')).code, 0);
    assert.match(readFileSync(flow, 'utf8'), /Changed/);
    assert.equal((await botlane(folder.path, 'restore', '--undo', 'small')).code, 0);
    assert.match(readFileSync(flow, 'utf8'), /# work/);

    for (const words of [
      ['restore', 'small'],
      ['restore', '1', '--undo', 'small'],
      ['restore', '1', 'small', 'more'],
      ['live', '1', '--at', '2026-11-01T12:00', 'small'],
      ['live', '--at', 'yesterday', 'small'],
      ['live', '--dry-run', 'small'],
      ['versions', 'export', 'x', 'small'],
    ]) {
      assert.equal((await botlane(folder.path, ...words)).code, 2, words.join(' '));
    }
  });

  it('writes nothing when it only plans', async () => {
    await botlane(folder.path, 'train', 'choo choo');
    const before = contentOf(folder.path);
    const { code } = await botlaneJson(folder.path, 'plan', '--full', 'choo choo');
    assert.equal(code, 0);
    await botlane(folder.path, 'plan', '--nlp', 'choo choo');
    const dry = await botlaneJson(
      folder.path,
      'publish',
      '--full',
      '--dry-run',
      '--notes',
      'Not yet',
      'choo choo',
    );
    assert.equal(dry.code, 0);
    assert.equal(dry.json.possible, true);
    await botlane(folder.path, 'versions', 'choo choo');
    await botlane(folder.path, 'diff', 'choo choo');
    assert.deepEqual(contentOf(folder.path), before);
  });

  it('reads several bots, and refuses to write more than one', async () => {
    folder.write('other/bot.yaml', 'bot: other\nlanguages:\n  - en\n');
    const plans = await botlaneJson(folder.path, 'plan', '--full');
    assert.deepEqual(
      plans.json.bots.map(({ bot }) => bot),
      ['choo-choo', 'other'],
    );
    const lists = await botlaneJson(folder.path, 'versions');
    assert.deepEqual(
      lists.json.bots.map(({ live, versions }) => [live, versions]),
      [
        [null, []],
        [null, []],
      ],
    );
    for (const command of [['train'], ['publish', '--full', '--notes', 'x'], ['live', '1']]) {
      const { code, stderr } = await botlane(folder.path, ...command);
      assert.equal(code, 2, command.join(' '));
      assert.match(stderr, /exactly one bot/);
    }
  });
});
