import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wholeEvaluation } from '../../client/src/evaluation/parts';
import { EvaluationParts } from '../../server/src/lsp/requests/evaluationParts';
import { languageViewInSteps } from '../../server/src/lsp/requests/evaluationView';
import { evaluationOf, type HeldOutAnswer } from '../../server/src/nlp/evaluation/crossValidate';
import { TextFile } from '../../server/src/project/textFile';
import type { EvaluationView, LanguageEvaluationView } from '../../server/src/protocol';
import { atOnce } from '../../server/src/text/inPieces';
import { BASE, projectOf } from '../support/workspace';
import { watchGetter } from '../support/watchedGetter';

const INTENTS = 300;
const EXPRESSIONS = 10;

const bot = projectOf(
  new Map([
    ...BASE,
    ...Array.from({ length: INTENTS }, (_, at) => {
      const said = Array.from({ length: EXPRESSIONS }, (__, one) => `    say ${at} ${one}\n`).join('');
      return [`i${at}.intent.yaml`, `intent: i${at}\nexpressions:\n  en: |\n${said}`] as const;
    }),
  ]),
).bots[0];

/** Every expression is taken for one of another intent. */
const answers = Array.from({ length: INTENTS * EXPRESSIONS }, (_, at): HeldOutAnswer => {
  const intent = Math.floor(at / EXPRESSIONS);
  const best = `i${(intent + 1 + (at % 3)) % INTENTS}`;
  return { text: `say ${intent} ${at % EXPRESSIONS}`, expected: `i${intent}`, best, score: (at % 10) / 10 };
});

function evaluated(): LanguageEvaluationView {
  assert.ok(bot);
  const evaluation = evaluationOf('en', 5, 0.5, answers);
  const steps = languageViewInSteps(bot, {
    evaluation,
    input: 'x',
    isStale: false,
    sinceLast: null,
    sinceLive: null,
  });
  return atOnce(steps);
}

// Protects that a large evaluation is made and sent without holding up whoever types.
describe('the evaluation of a large bot', () => {
  it('is made in steps, of which none reads many files, in the order of harm and place', () => {
    assert.ok(bot);
    const evaluation = evaluationOf('en', 5, 0.5, answers);
    const read = new Set<TextFile>();
    let [most, count] = [0, 0];
    const watch = watchGetter(TextFile, 'lines', (file) => read.add(file));
    try {
      const steps = languageViewInSteps(bot, {
        evaluation,
        input: 'x',
        isStale: false,
        sinceLast: null,
        sinceLive: null,
      });
      for (let step = steps.next(); step.done !== true; step = steps.next()) {
        most = Math.max(most, read.size);
        read.clear();
        count++;
      }
    } finally {
      watch.stop();
    }
    assert.ok(most > 0 && most <= 10, `${most} files in a step`);
    assert.ok(count > 2 * INTENTS, String(count));
    const { misclassified, confusions } = evaluated();
    assert.equal(misclassified.length, answers.length);
    const kinds = ['other-intent', 'not-understood', 'only-just'];
    const key = ({ kind, uri, range }: (typeof misclassified)[number]) =>
      [kinds.indexOf(kind), uri, String(range.start.line).padStart(6, '0')].join(' ');
    assert.deepEqual(misclassified.map(key), misclassified.map(key).sort());
    assert.equal(
      confusions.reduce((sum, cell) => sum + cell.count, 0),
      answers.length,
    );
    const places = confusions.map(({ expected, answered }) => expected * INTENTS + answered);
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  it('is sent in parts of a bounded size, which are the whole again', async () => {
    const view = { bot: 'file:///bot', id: 'bot', languages: [evaluated(), evaluated()] };
    const parts = new EvaluationParts();
    const first = atOnce(parts.beginInSteps(view));
    const sizes: number[] = [rowsOf(first.languages)];
    const whole = await wholeEvaluation(first, (more) => {
      const part = parts.take(view.bot, more);
      if (part) sizes.push(rowsOf(part.languages));
      return Promise.resolve(part ?? null);
    });
    assert.deepEqual(whole, { ...view, more: null });
    assert.ok(sizes.length > 3 && Math.max(...sizes) < 2_100, sizes.join());
    assert.equal(parts.take(view.bot, first.more ?? ''), undefined, 'what was sent whole is not kept');
  });

  it('is cut anywhere and stays whole, whatever its lists hold', async () => {
    const model = evaluated();
    const length = fc.integer({ min: 0, max: 3_000 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(length, length, length, length), { maxLength: 3 }),
        async (sizes) => {
          const languages = sizes.map(([intents, cells, wrong, pairs]) => ({
            ...model,
            intents: model.intents.slice(0, intents),
            confusions: model.confusions.slice(0, cells),
            misclassified: model.misclassified.slice(0, wrong),
            overlaps: model.overlaps.slice(0, pairs),
          }));
          const parts = new EvaluationParts();
          const first = atOnce(parts.beginInSteps({ bot: 'b', id: 'b', languages }));
          const whole = await wholeEvaluation(first, (more) =>
            Promise.resolve(parts.take('b', more) ?? null),
          );
          assert.deepEqual(whole?.languages, languages);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('is not mixed with the one that took its place', async () => {
    const view = { bot: 'b', id: 'b', languages: [evaluated()] };
    const parts = new EvaluationParts();
    const [first, second]: EvaluationView[] = [
      atOnce(parts.beginInSteps(view)),
      atOnce(parts.beginInSteps(view)),
    ];
    assert.ok(first?.more && second?.more);
    assert.equal(parts.take('b', first.more), undefined);
    assert.equal(
      await wholeEvaluation(first, (more) => Promise.resolve(parts.take('b', more) ?? null)),
      undefined,
    );
    assert.ok(parts.take('b', second.more));
  });
});

function rowsOf(
  languages: readonly Pick<LanguageEvaluationView, 'intents' | 'confusions' | 'misclassified' | 'overlaps'>[],
): number {
  return languages.reduce(
    (sum, { intents, confusions, misclassified, overlaps }) =>
      sum +
      intents.length +
      confusions.length +
      misclassified.length +
      overlaps.reduce((count, { expressions }) => count + 1 + expressions.length, 0),
    0,
  );
}
