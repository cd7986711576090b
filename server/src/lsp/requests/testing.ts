import type { ConversationTest } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot, Placed } from '../../project/snapshot';
import {
  type CoverageView,
  type RunTestsOutcome,
  type RunTestsParams,
  RunTestsRequest,
  type TestId,
  type TestProgress,
  TestProgressNotification,
} from '../../protocol';
import type { Trainer } from '../../release/contract';
import type { Coverage } from '../../testing/coverage';
import type { ReachedBy } from '../../testing/reachedBy';
import type { TestResult } from '../../testing/result';
import { rangeOf } from '../convert';
import { signalOf } from '../guard';
import { revisionOf } from '../revision';
import type { Session } from '../session';
import { answerForBot, refused } from './answer';
import { trainer } from './training';

/** Conversation tests of the draft, with a notification for each that starts and ends. */
export function registerTesting(session: Session): void {
  const send = (progress: TestProgress): void =>
    void session.connection.sendNotification(TestProgressNotification.method, progress);

  answerForBot(session, RunTestsRequest, refused, async (bot, params, token): Promise<RunTestsOutcome> => {
    const signal = signalOf(token);
    const tests = chosenTests(bot, params);
    const models = await modelsFor(session, bot, signal, (percentage) =>
      send({ kind: 'training', run: params.run, percentage }),
    );
    if (!('artifacts' in models)) return models;
    const { loadModels } = await import('../../testing/loadModels.js');
    const { runTests } = await import('../../testing/runTests.js');
    const { coverageOf } = await import('../../testing/coverage.js');
    const { reachedBy } = await import('../../testing/reachedBy.js');
    const { passed } = await import('../../testing/result.js');
    const ids = new Map(tests.map(({ id, test }) => [test, id]));
    const idOf = (test: Placed<ConversationTest>): TestId =>
      ids.get(test) ?? { uri: test.file.uri, name: test.item.name.value, nth: 0 };
    let begun = 0;
    const { results, reached, cancelled } = await runTests(bot, loadModels(models.artifacts), {
      tests: tests.map(({ test }) => test),
      signal,
      onStart: (test) => {
        begun = performance.now();
        send({ kind: 'started', run: params.run, test: idOf(test) });
      },
      onResult: (result) =>
        send({
          kind: 'finished',
          run: params.run,
          test: idOf(result.test),
          duration: performance.now() - begun,
          ...viewOf(result),
        }),
    });
    if (cancelled) return { kind: 'cancelled' };
    if (results.length === bot.tests.length) {
      session.measured.setCoverage(bot, reached);
      session.scheduleCheck();
    }
    const succeeded = results.filter(passed).length;
    return {
      kind: 'ran',
      passed: succeeded,
      failed: results.length - succeeded,
      complete: results.length === bot.tests.length,
      revision: revisionOf(bot),
      coverage: coverageViews(coverageOf(bot, reached), reachedBy(results)),
    };
  });
}

interface ChosenTest {
  readonly id: TestId;
  readonly test: Placed<ConversationTest>;
}

/** The tests that were asked for, in the order of the bot; one that is gone is left out. */
function chosenTests(bot: BotSnapshot, { tests }: RunTestsParams): readonly ChosenTest[] {
  const seen = new Map<string, number>();
  const all = bot.tests.map((test): ChosenTest => {
    const key = `${test.file.uri} ${test.item.name.value}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return { id: { uri: test.file.uri, name: test.item.name.value, nth }, test };
  });
  if (!tests) return all;
  return all.filter(({ id }) =>
    tests.some(({ uri, name, nth }) => uri === id.uri && name === id.name && nth === id.nth),
  );
}

type Models =
  | { readonly artifacts: readonly Uint8Array[] }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string };

/** The models of the draft as it is; what is not trained yet is trained. */
async function modelsFor(
  session: Session,
  bot: BotSnapshot,
  signal: AbortSignal,
  onTraining: (percentage: number) => void,
): Promise<Models> {
  const releases = await session.releases();
  let told: number | undefined;
  const noticed: Trainer = (data, options) => {
    told ??= -1;
    return trainer(data, options);
  };
  const trained = await releases.train(bot, noticed, {
    signal,
    onProgress: (fraction) => {
      const percentage = Math.floor(fraction * 100);
      // Models that are there already count as progress, too.
      if (told === undefined || told === percentage) return;
      told = percentage;
      onTraining(percentage);
    },
  });
  if (!trained.ok) return refused(trained.error.message);
  if (trained.value.outcome === 'cancelled') return { kind: 'cancelled' };
  if (trained.value.outcome === 'refused') return refused(trained.value.reasons.join(' '));
  if (trained.value.models.some(({ reused }) => !reused)) session.tellViews(false);
  const artifacts: Uint8Array[] = [];
  for (const { language } of trained.value.models) {
    const found = await releases.draftModel(bot, language);
    if (!found.ok) return refused(found.error.message);
    if (found.value && !found.value.stale) artifacts.push(found.value.model.bytes);
  }
  return { artifacts };
}

const SIGNS = { user: '›', bot: '‹', service: '·' } as const;

function viewOf({ test, failures, transcript }: TestResult) {
  const { file } = test;
  return {
    failures: failures.map(({ span, ...failure }) => ({
      ...failure,
      uri: file.uri,
      range: rangeOf(file, span),
    })),
    conversation: transcript.map(({ who, text }) => `${SIGNS[who]} ${text}`),
  };
}

function coverageViews({ intents, dialogs }: Coverage, by: ReachedBy): readonly CoverageView[] {
  const files = new Map<string, CoverageView['definitions'][number][]>();
  const add = (uri: string, definition: CoverageView['definitions'][number]): void => {
    files.set(uri, [...(files.get(uri) ?? []), definition]);
  };
  for (const { file, item } of intents) {
    const { value: name, span } = item.name;
    const tests = by.intents.get(foldName(name)) ?? 0;
    add(file.uri, { name, range: rangeOf(file, span), tests, branches: [] });
  }
  for (const { file, item, name, branches } of dialogs) {
    add(file.uri, {
      name,
      range: rangeOf(file, item.name.span),
      tests: by.dialogs.get(foldName(name)) ?? 0,
      branches: branches.map((branch) => ({ range: rangeOf(file, branch.span), reached: branch.reached })),
    });
  }
  return [...files].map(([uri, definitions]) => ({ uri, definitions }));
}
