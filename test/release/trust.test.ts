import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { trainModel } from '../../server/src/nlp/trainModel';
import {
  asBotId,
  asOid,
  asRemoteName,
  liveRef,
  tagRef,
  versionOfTag,
} from '../../server/src/release/git/names';
import { createReleases } from '../../server/src/release/service';
import { BotRepository } from '../support/repository';

describe('A workspace that is not trusted', () => {
  it('starts no process, reads no LIVE, and trains nothing', async () => {
    const repository = new BotRepository();
    const folder = mkdtempSync(join(tmpdir(), 'botlane path '));
    const path = process.env['PATH'];
    try {
      const canary = join(folder, 'canary');
      writeFileSync(join(folder, 'git'), `#!/bin/sh\n: > "${canary}"\n`);
      chmodSync(join(folder, 'git'), 0o755);
      const releases = createReleases({ trusted: false });
      const bot = repository.bot();
      const project = repository.project();
      process.env['PATH'] = folder;
      const state = await releases.state(bot, project);
      assert.equal(state.problem?.reason, 'untrusted');
      assert.equal(state.training.state, 'unknown');
      assert.equal((await releases.liveState(bot)).kind, 'unknown');
      let trained = false;
      const training = await releases.train(bot, async (data, options) => {
        trained = true;
        return trainModel(data, options);
      });
      assert.ok(!training.ok && training.error.reason === 'untrusted' && !trained);
      for (const result of [
        await releases.plan(bot, project, 'full'),
        await releases.versions(bot),
        await releases.draftModel(bot, 'en'),
        await releases.liveModel(bot, 'en'),
        await releases.initializeRepository(repository.top),
        await releases.deployment(bot),
        await releases.remote(bot),
        await releases.setRemote(bot, 'origin', { send: true }),
        await releases.setRemote(bot, undefined),
        await releases.fetch(bot),
        await releases.take(bot),
        await releases.hotfix(bot),
        await releases.startHotfix(bot),
        await releases.abandonHotfix(bot, { discard: true }),
        await releases.examine(bot),
        await releases.mend(bot, 'live'),
      ]) {
        assert.ok(!result.ok && result.error.reason === 'untrusted');
      }
      const live = await releases.makeLive(bot, 1);
      assert.ok(live.outcome === 'failed' && live.problem.reason === 'untrusted');
      const deployed = await releases.deploy(bot, { kind: 'visibility', visibility: 'public' });
      assert.ok(deployed.outcome === 'failed' && deployed.problem.reason === 'untrusted');
      assert.equal(await releases.nextSwitch(bot), undefined);
      assert.ok(!existsSync(canary), 'git was not started');
    } finally {
      process.env['PATH'] = path;
      rmSync(folder, { recursive: true });
      repository.remove();
    }
  });
});

describe('Names on their way to git', () => {
  const HOSTILE = [
    '',
    '-x',
    '--upload-pack=touch x',
    '@',
    'HEAD',
    'CON',
    'con',
    'nul',
    'com1',
    'ü',
    'a/b',
    '../x',
    'a b',
    'a\nb',
    'a\0b',
    '.',
    '..',
    'a..b',
    'a.lock',
    'A',
    '-',
    'x'.repeat(64),
    '$(touch x)',
    '`x`',
    'a;b',
    'a\\b',
    'refs/heads/main',
    'a~1',
    'a^',
    'a:b',
    '__proto__',
  ];

  it('hostile names of bots, objects and remotes are none', () => {
    for (const name of HOSTILE) assert.equal(asBotId(name), undefined, name);
    for (const name of HOSTILE) assert.equal(asOid(name), undefined, name);
    for (const name of HOSTILE.filter((text) => !/^[A-Za-z]\w*$/.test(text)))
      assert.equal(asRemoteName(name), undefined, name);
    assert.equal(asOid('0'.repeat(41)), undefined);
    assert.equal(asOid(`${'0'.repeat(40)}\n`), undefined);
    assert.equal(asBotId('choo-choo\n'), undefined);
  });

  it('whatever text comes in, what comes out is a plain reference below bots/', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.stringMatching(/^[-a-z0-9./@]{0,70}$/),
          fc.constantFrom(...HOSTILE),
        ),
        fc.integer(),
        (text, version) => {
          const bot = asBotId(text);
          if (!bot) return;
          assert.match(liveRef(bot), /^refs\/heads\/bots\/[a-z0-9][a-z0-9-]{0,62}\/live$/);
          if (version < 1 || version > 999_999_999) assert.throws(() => tagRef(bot, version));
          else assert.equal(versionOfTag(bot, tagRef(bot, version)), version);
        },
      ),
    );
  });

  it('a bot with a hostile name is refused before any git is run', async () => {
    const repository = new BotRepository();
    try {
      for (const name of ['-x', '../../x', 'con', 'Ünï', '--upload-pack=x']) {
        repository.write(
          'bot.yaml',
          repository
            .read('bot.yaml')
            .toString()
            .replace(/^bot: .*/, `bot: ${JSON.stringify(name)}`),
        );
        const bot = repository.bot();
        const plan = await repository.releases.plan(bot, repository.project(), 'full');
        assert.ok(!plan.ok && plan.error.reason === 'invalid-name', name);
        const live = await repository.releases.makeLive(bot, 1);
        assert.ok(live.outcome === 'failed' && live.problem.reason === 'invalid-name', name);
      }
      assert.equal(repository.git('for-each-ref'), '');
    } finally {
      repository.remove();
    }
  });
});
