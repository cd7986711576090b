import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moveExpressions, moveTargets, selectedExpressions } from '../../server/src/features/moveExpressions';
import { movedExpressions } from '../../server/src/rules/edits/movedExpressions';
import { applyEdits } from '../../server/src/text/edit';
import { changedFiles, projectOf } from '../support/workspace';
import { pathIn, workbench, type MarkedFiles } from './workbench';

const BOOK = 'intents/book_train.intent.yaml';
const OTHER = 'intents/other.intent.yaml';

const SOURCE = `intent: book_train
expressions:
  en: ¦
    I want a ticket to [Brussels](station:destination)
    book me| a train
  nl: ¦
    boek een trein
`;

/** The files that the move of the expression under the cursor changes, afterwards; or why it is refused. */
function moved(files: MarkedFiles, target: string): ReadonlyMap<string, string> | string {
  const { bot, file, offset } = workbench(files);
  const changes = moveExpressions(bot, file, { start: offset, end: offset }, target);
  if ('refused' in changes) return changes.refused;
  return new Map(
    changes.map((change) => {
      assert.ok(change.kind === 'edit');
      return [
        pathIn(change.uri),
        applyEdits(bot.files.get(change.uri)?.syntax.text ?? '', change.edits).replaceAll('|', '¦'),
      ];
    }),
  );
}

const WITHOUT = SOURCE.replace('    book me| a train\n', '');

describe('moving expressions', () => {
  const targets: readonly (readonly [string, string, string])[] = [
    [
      'behind the last of the target',
      'intent: other\nexpressions:\n    en: ¦\n        hello\n',
      'intent: other\nexpressions:\n    en: ¦\n        hello\n        book me a train\n',
    ],
    [
      'into a language that the target does not have yet',
      'intent: other\nexpressions:\n  nl: ¦\n    hallo\n',
      'intent: other\nexpressions:\n  nl: ¦\n    hallo\n  en: ¦\n    book me a train\n',
    ],
    [
      'into an empty block',
      'intent: other\nexpressions:\n  en: ¦\n  nl: ¦\n    hallo\n',
      'intent: other\nexpressions:\n  en: ¦\n    book me a train\n  nl: ¦\n    hallo\n',
    ],
    [
      'behind a language without a block',
      'intent: other\nexpressions:\n  en: # soon\n',
      'intent: other\nexpressions:\n  en: ¦ # soon\n    book me a train\n',
    ],
    [
      'into an intent without expressions',
      'intent: other\nexpressions:\n',
      'intent: other\nexpressions:\n  en: ¦\n    book me a train\n',
    ],
    [
      'into an intent of its name only',
      'intent: other\n',
      'intent: other\nexpressions:\n  en: ¦\n    book me a train\n',
    ],
    [
      'behind a block at the end of a file without a line break',
      'intent: other\nexpressions:\n  en: ¦\n    hello',
      'intent: other\nexpressions:\n  en: ¦\n    hello\n    book me a train',
    ],
  ];

  for (const [where, before, after] of targets) {
    it(`puts them ${where}`, () => {
      assert.deepEqual(
        moved({ [BOOK]: SOURCE, [OTHER]: before }, 'other'),
        new Map([
          [BOOK, WITHOUT],
          [OTHER, after],
        ]),
      );
    });
  }

  it('does not write twice what the target says already', () => {
    const other = 'intent: other\nexpressions:\n  en: ¦\n    book me a train\n';
    assert.deepEqual(moved({ [BOOK]: SOURCE, [OTHER]: other }, 'other'), new Map([[BOOK, WITHOUT]]));
  });

  it('works between documents of one file', () => {
    const files = { [BOOK]: `${SOURCE}---\nintent: other\nexpressions:\n  en: ¦\n    hello\n` };
    assert.deepEqual(
      moved(files, 'other'),
      new Map([
        [BOOK, `${WITHOUT}---\nintent: other\nexpressions:\n  en: ¦\n    hello\n    book me a train\n`],
      ]),
    );
  });

  it('is refused with the reason', () => {
    const other = 'intent: other\nexpressions:\n  en: "hello"\n';
    const refusal = (target: string, source = SOURCE): string => {
      const result = moved({ [BOOK]: source, [OTHER]: other }, target);
      return typeof result === 'string' ? result : '';
    };
    assert.match(refusal('other'), /not written one per line/);
    assert.match(refusal('nobody'), /no other intent "nobody"/);
    assert.match(refusal('book_train'), /no other intent/);
    const atName = SOURCE.replace('|', '').replace('intent', 'in|tent');
    assert.match(refusal('other', atName), /no expression/);
  });

  it('takes every selected line, to the end of a file without a line break', () => {
    const text = 'intent: book_train\nexpressions:\n  en: ¦\n    one\n    |two\n    three';
    const other = 'intent: other\nexpressions:\n  en: ¦\n    hello\n';
    const { bot, file, offset } = workbench({ [BOOK]: text, [OTHER]: other });
    const changes = moveExpressions(bot, file, { start: offset, end: offset + 9 }, 'other');
    assert.ok(!('refused' in changes));
    const after = changes.map((change) =>
      change.kind === 'edit' ? applyEdits(bot.files.get(change.uri)?.syntax.text ?? '', change.edits) : '',
    );
    assert.ok(after[0]?.endsWith('  en: |\n    one'));
    assert.ok(after[1]?.endsWith('    hello\n    two\n    three\n'));
  });

  it('leaves a file that says the other expressions, however its lines are indented', () => {
    const indents = fc.array(fc.nat(3), { minLength: 1, maxLength: 6 });
    const breaks = fc.constantFrom('\n', '\r\n');
    const header = fc.constantFrom('|', '|-', '|2');
    fc.assert(
      fc.property(
        indents,
        header,
        breaks,
        fc.infiniteStream(fc.boolean()),
        fc.boolean(),
        (deeper, sign, newline, coins, blank) => {
          const lines = deeper.map((depth, index) => {
            const gap = blank && index === 1 ? `${' '.repeat(6)}\n` : '';
            // What comes first says how far a block is indented, where its header does not.
            const least = sign === '|2' ? 0 : (deeper[0] ?? 0);
            return `${gap}${' '.repeat(4 + Math.max(depth, least))}word ${index}\n`;
          });
          const written = `intent: book_train\nexpressions:\n  en: ${sign}\n${lines.join('')}`;
          const other = 'intent: other\nexpressions:\n  en: |\n    hello\n';
          const files = new Map([
            ['bot.yaml', 'bot: b\nlanguages: [en]\n'],
            [BOOK, written.replaceAll('\n', newline)],
            [OTHER, other],
          ]);
          const [bot] = projectOf(files).bots;
          const placed = bot?.intent('book_train')[0];
          const target = bot?.intent('other')[0];
          assert.ok(placed && target);
          const all = placed.item.expressions.get('en')?.expressions ?? [];
          assert.equal(all.length, deeper.length);
          const moving = all.filter(() => coins.next().value);
          if (moving.length === 0) return;
          const changes = movedExpressions(placed.file, 'en', moving, target);
          assert.ok(changes);
          const [after] = projectOf(changedFiles(files, changes)).bots;
          const said = (name: string): readonly string[] =>
            (after?.intent(name)[0]?.item.expressions.get('en')?.expressions ?? []).map(
              ({ source }) => source,
            );
          const sourcesOf = (expressions: typeof all) => expressions.map(({ source }) => source);
          assert.deepEqual(
            [...(after?.files.values() ?? [])].flatMap(({ syntax }) => syntax.problems),
            [],
          );
          assert.deepEqual(said('book_train'), sourcesOf(all.filter((one) => !moving.includes(one))));
          assert.deepEqual(said('other'), ['hello', ...sourcesOf(moving)]);
        },
      ),
    );
  });

  it('writes once what is selected twice', () => {
    const text = 'intent: book_train\nexpressions:\n  en: ¦\n    |one\n    one\n    two\n';
    const other = 'intent: other\nexpressions:\n  en: ¦\n    hello\n';
    const { bot, file, offset } = workbench({ [BOOK]: text, [OTHER]: other });
    const changes = moveExpressions(bot, file, { start: offset, end: offset + 9 }, 'other');
    assert.ok(!('refused' in changes));
    const after = changes.map((change) =>
      change.kind === 'edit' ? applyEdits(bot.files.get(change.uri)?.syntax.text ?? '', change.edits) : '',
    );
    assert.ok(after[0]?.endsWith('  en: |\n    two\n'));
    assert.ok(after[1]?.endsWith('    hello\n    one\n'));
  });

  it('is not for lines that YAML folds, beside others that stay', () => {
    const { file, offset } = workbench({
      [BOOK]: 'intent: book_train\nexpressions:\n  en: >\n    |one\n\n    two\n',
    });
    assert.equal(selectedExpressions(file, { start: offset, end: offset }), undefined);
  });

  it('offers the other intents, the likeliest first, and only where lines can be added', () => {
    const { bot, file, offset } = workbench({
      [BOOK]: SOURCE,
      'intents/a.intent.yaml': 'intent: a\nexpressions:\n  en: ¦\n    hello there\n',
      'intents/b.intent.yaml': 'intent: b\nexpressions:\n  en: ¦\n    cancel the train\n    stop\n',
      'intents/c.intent.yaml': 'intent: c\nexpressions: { en: train }\n',
    });
    const selected = selectedExpressions(file, { start: offset, end: offset });
    assert.ok(selected);
    const steps = moveTargets(bot, selected);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    assert.deepEqual(step.value, [
      { intent: 'b', expressions: 2 },
      { intent: 'a', expressions: 1 },
    ]);
  });
});
