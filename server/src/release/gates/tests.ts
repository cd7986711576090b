import { t } from '@vscode/l10n';
import { compileBot } from '../../dialogue/compileBot';
import { loadModels } from '../../testing/loadModels';
import { passed, type TestResult } from '../../testing/result';
import { runTest } from '../../testing/runTest';
import { pathOf } from '../content/items';
import { liveRoot } from '../content/snapshot';
import type { PlanFacts } from '../contract';
import type { Gate } from './gate';
import { pass } from './gate';

/** Runs the conversation tests of what would be live; `release.tests` says what a failing one does. */
export const tests: Gate = {
  id: 'tests',
  title: () => t('Conversation tests'),
  judge(plan) {
    const { composed, models, composeProblem } = plan;
    const policy = composed.settings?.item.release.get('tests')?.value;
    if (policy === 'off') return pass(t('Conversation tests are switched off in bot.yaml.'));
    if (composed.tests.length === 0) return pass(t('There are no conversation tests.'));
    if (composeProblem !== undefined || models.some(({ model }) => !model)) {
      return {
        outcome: 'warn',
        reason: t('Conversation tests were not run: the NLP is not trained with what would be live.'),
      };
    }
    const failed = failuresOf(plan);
    if (failed.length === 0) {
      return pass(
        composed.tests.length === 1
          ? t('The conversation test passes.')
          : t('All {0} conversation tests pass.', composed.tests.length),
      );
    }
    return {
      outcome: policy === 'warn' ? 'warn' : 'block',
      reason:
        failed.length === 1
          ? t('A conversation test fails.')
          : t('{0} of {1} conversation tests fail.', failed.length, composed.tests.length),
      details: failed,
      mend: 'botlane.runConversationTests',
    };
  },
};

/** A test with the first thing that went wrong in it. */
function lineOf({ test, failures }: TestResult, { bot, draft }: PlanFacts): string {
  const { file, item } = test;
  const [first] = failures;
  const line = file.syntax.lines.positionAt((first?.span ?? item.name.span).start).line + 1;
  const path = pathOf(file.uri, [draft.root, liveRoot(bot)]);
  return `${path}:${line}: ${item.name.value}. ${first?.message ?? ''}`;
}

/** A line per failing test of the last plans, by what they depend on: what is possible is asked at every pause in typing. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 20;

function failuresOf(plan: PlanFacts): readonly string[] {
  const { composed, models, hashes, draft } = plan;
  const key = [draft.root, hashes.definition, ...models.map(({ model }) => model?.artifact)].join(' ');
  const before = known.get(key);
  if (before) return before;
  const bot = compileBot(composed);
  const loaded = loadModels(models.flatMap(({ model }) => (model ? [model.bytes] : [])));
  const results = composed.tests.map((test) => runTest(bot, loaded, test));
  const failures = results.filter((result) => !passed(result)).map((result) => lineOf(result, plan));
  const [oldest] = known.keys();
  if (known.size >= MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(key, failures);
  return failures;
}
