import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BotSnapshot } from '../../server/src/project/snapshot';
import type { LiveState } from '../../server/src/rules/rule';
import { checkedWorkspace, ownGateFindingsInSteps } from '../../server/src/rules/run';
import { atOnce } from '../../server/src/text/inPieces';
import { projectOf } from '../support/workspace';
import { definitionFile, settingsText } from './randomBots';

const files = fc
  .tuple(settingsText, fc.array(definitionFile, { maxLength: 8 }))
  .map(([settings, definitions]) => [
    ...definitions.map(({ path, content }) => [path, content] as const),
    ['bot.yaml', settings] as const,
  ]);

// Protects the gates from what a check tells them: a broken bot must not go live because it was checked before.
describe('What a check tells the gates', () => {
  it('is what they find themselves, whatever rules and comments say', () => {
    let told = 0;
    let findings = 0;
    fc.assert(
      fc.property(files, fc.option(files, { nil: undefined }), (texts, before) => {
        const project = projectOf(new Map(texts));
        const liveBot = before && projectOf(new Map(before)).bots[0];
        const live: LiveState = liveBot ? { kind: 'known', version: 1, bot: liveBot } : { kind: 'none' };
        const { gateFindings } = checkedWorkspace(project, () => live);
        for (const bot of project.bots) {
          const said = gateFindings(bot);
          if (!said) continue;
          told++;
          findings += said.length;
          assert.deepEqual(said, atOnce(ownGateFindingsInSteps(bot, live)));
        }
      }),
      { numRuns: 100 },
    );
    assert.ok(told > 25 && findings > 250, `${told} were told, with ${findings} findings`);
  });

  it('is nothing where they would ask otherwise', () => {
    const settings = 'bot: one\nlanguages: [en]\n';
    const told = (text: string, ...rest: [LiveState?, Parameters<typeof checkedWorkspace>[2]?]): unknown => {
      const [live = { kind: 'none' }, options] = rest;
      const project = projectOf(new Map([['bot.yaml', text]]));
      const [bot] = project.bots as [BotSnapshot];
      return checkedWorkspace(project, () => live, options).gateFindings(bot);
    };
    assert.notEqual(told(settings), undefined);
    assert.equal(
      told(`${settings}rules:\n  references/unknown-dialog: off\n`),
      undefined,
      'a reference rule',
    );
    assert.notEqual(told(`${settings}rules:\n  flows/dead-end: off\n`), undefined, 'another rule');
    assert.equal(
      told(settings, { kind: 'none' }, { severityOf: () => undefined }),
      undefined,
      'a run of its own',
    );
    const [bot] = projectOf(new Map([['bot.yaml', settings]])).bots as [BotSnapshot];
    const live = { kind: 'known', version: 1, bot } as const;
    assert.notEqual(told(settings, live), undefined);
    assert.equal(told(settings, { ...live, drift: { by: 'Ada', changes: ['x'] } }), undefined, 'drift');
  });
});
