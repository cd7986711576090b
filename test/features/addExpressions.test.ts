import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addExpressions, isExpression, type NewExpression } from '../../server/src/features/addExpressions';
import { applyEdits } from '../../server/src/text/edit';
import { pathIn, workbench, type MarkedFiles } from './workbench';

const FILES: MarkedFiles = {
  'bot.yaml': '|bot: test\nlanguages: [en, nl]\n',
  'intents/refund.intent.yaml': 'intent: refund\nexpressions:\n  en: ¦\n    give me my money\n',
  'intents/book.intent.yaml': 'intent: book\nexpressions:\n  nl: ¦\n    boek een trein\n',
  'intents/odd.intent.yaml': 'intent: odd\nexpressions: { en: "one" }\n',
};

/** The files after what users said was added, or why it was refused. */
function added(...expressions: readonly NewExpression[]): Readonly<Record<string, string>> | string {
  const { bot } = workbench(FILES);
  const changes = addExpressions(bot, expressions);
  if ('refused' in changes) return changes.refused;
  return Object.fromEntries(
    changes.map((change) => {
      assert.ok(change.kind === 'edit');
      const { text = '' } = bot.files.get(change.uri)?.syntax ?? {};
      return [pathIn(change.uri), applyEdits(text, change.edits).replaceAll('|', '¦')];
    }),
  );
}

// What users said goes into files that people wrote: it may be anything, and nothing of theirs may change.
describe('adding what users said', () => {
  it('puts it behind the expressions of its intent and language', () => {
    assert.deepEqual(
      added(
        { text: 'I was charged twice', language: 'en', intent: 'refund' },
        { text: 'geld terug', language: 'nl', intent: 'refund' },
        { text: 'a train please', language: 'en', intent: 'book' },
      ),
      {
        'intents/refund.intent.yaml':
          'intent: refund\nexpressions:\n  en: ¦\n    give me my money\n    I was charged twice\n  nl: ¦\n    geld terug\n',
        'intents/book.intent.yaml':
          'intent: book\nexpressions:\n  nl: ¦\n    boek een trein\n  en: ¦\n    a train please\n',
      },
    );
  });

  it('adds nothing twice, and nothing that is there', () => {
    assert.deepEqual(added({ text: 'Give me my money!', language: 'en', intent: 'refund' }), {});
    const twice = added(
      { text: 'my cash', language: 'en', intent: 'refund' },
      { text: 'My cash?', language: 'en', intent: 'REFUND' },
    );
    assert.deepEqual(twice, {
      'intents/refund.intent.yaml':
        'intent: refund\nexpressions:\n  en: ¦\n    give me my money\n    my cash\n',
    });
  });

  it('refuses all when one has no place to go, and says which', () => {
    const good: NewExpression = { text: 'my cash', language: 'en', intent: 'refund' };
    const refused = [
      ['gone', /no intent "gone"/],
      ['odd', /"odd" are not written one per line/],
    ] as const;
    for (const [intent, reason] of refused) {
      const answer = added(good, { text: 'x', language: 'en', intent });
      assert.ok(typeof answer === 'string');
      assert.match(answer, reason);
    }
  });

  it('keeps any message to the letter, but for blanks and signs that no file may hold', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', minLength: 1 }),
          fc.string({
            unit: fc.constantFrom('[', ']', '\\', '(', ')', 'a', ' ', '\n', '\u0007', '#', '-', ':'),
            minLength: 1,
          }),
        ),
        (text) => {
          const wanted = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
          fc.pre(wanted !== '' && !wanted.includes('|') && !wanted.includes('¦'));
          const { bot } = workbench(FILES);
          fc.pre(!isExpression(bot, 'en', text));
          const files = added({ text, language: 'en', intent: 'refund' });
          assert.ok(typeof files !== 'string');
          const after = workbench({ ...FILES, ...files });
          const [, last] = after.bot.intent('refund')[0]?.item.expressions.get('en')?.expressions ?? [];
          assert.equal(last?.plain, wanted);
          assert.deepEqual(last.annotations, []);
        },
      ),
    );
  });

  it('knows what is an expression already', () => {
    const { bot } = workbench(FILES);
    assert.ok(isExpression(bot, 'en', 'GIVE me my money.'));
    assert.ok(!isExpression(bot, 'nl', 'give me my money'));
  });
});
