import assert from 'node:assert/strict';
import fc from 'fast-check';
import { documentLinks } from '../../server/src/features/documentLinks';
import { foldingRanges } from '../../server/src/features/foldingRanges';
import { selectionRanges } from '../../server/src/features/selectionRanges';
import { cursorIn, SMALL_BOT, show, workbench } from './workbench';

describe('folding ranges', () => {
  function folds(text: string): readonly string[] {
    const { file } = workbench({ 'entities/station.entity.yaml': `|${text}` });
    return foldingRanges(file).map(({ startLine, endLine, kind }) =>
      [`${startLine}-${endLine}`, ...(kind ? [kind] : [])].join(' '),
    );
  }

  it('fold documents, entries and comments, and leave blank lines visible', () => {
    const text = `# What people name
# when they travel.
entity: a
type: list
values:
  Ghent:
    - Gent
    - Gand

---
# one line
entity: b
type: contextual # at the end
# not with the line before
`;
    assert.deepEqual(folds(text), ['0-1 comment', '2-7', '4-7', '5-7', '11-12']);
  });

  it('keep a closing bracket in sight, and do not fold what stands on one line', () => {
    assert.deepEqual(folds('entity: a\ntype: list\nvalues: {\n  Ghent: [Gent],\n}\n'), ['2-3']);
  });

  it('fold expressions', () => {
    const { file } = workbench({
      'intents/a.intent.yaml': '|intent: a\nexpressions:\n  en: ¦\n    b\n    c\n',
    });
    assert.deepEqual(
      foldingRanges(file).map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [1, 4],
        [2, 4],
      ],
    );
  });
});

describe('selection ranges', () => {
  function grown(path: string, found: string): readonly string[] {
    const { file, offset } = cursorIn(path, found);
    return selectionRanges(file, offset).map(({ start, end }) => file.syntax.text.slice(start, end).trim());
  }

  it('grow from a word to the file', () => {
    const spans = grown('flows/booking.flow.yaml', 'next: general/he|llo');
    assert.deepEqual(spans.slice(0, 3), ['hello', 'general/hello', 'next: general/hello']);
    assert.ok(spans.at(-1)?.startsWith('flow: booking'));
    assert.ok(spans.some((text) => text.startsWith('goto:')));
  });

  it('know annotations and expressions', () => {
    const spans = grown('intents/book_train.intent.yaml', '[Bru|ssels]');
    const line = 'I want a ticket to [Brussels](station:destination)';
    assert.deepEqual(spans.slice(0, 3), ['Brussels', '[Brussels](station:destination)', line]);
  });

  it('each hold the one before and are larger, at every place of every file', () => {
    const places = Object.keys(SMALL_BOT);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.nat(), (path, at) => {
        const { file } = workbench({ [path]: `|${SMALL_BOT[path] ?? ''}` });
        const offset = at % (file.syntax.text.length + 1);
        let inner = { start: offset, end: offset };
        for (const span of selectionRanges(file, offset)) {
          assert.ok(span.start <= inner.start && inner.end <= span.end);
          assert.ok(span.end - span.start > inner.end - inner.start);
          inner = span;
        }
        assert.deepEqual(inner, { start: 0, end: file.syntax.text.length });
      }),
    );
  });
});

describe('document links', () => {
  it('lead to dialogs of other flows and to addresses without placeholders', () => {
    const flow = `flow: tour
dialogs:
  ask:
    say:
      - text: { en: "See https://example.org" }
        buttons:
          - label: { en: More }
            url: https://example.org/more
          - label: { en: Mine }
            url: https://example.org/{destination}
          - label: { en: Hello }
            next: general/hello
          - label: { en: Nowhere }
            next: general/nobody
          - label: { en: Again }
            next: ask
`;
    const { bot, file } = workbench({ 'flows/tour.flow.yaml': `|${flow}` });
    const found = documentLinks(bot, file).map(({ span, target }) => [
      file.syntax.text.slice(span.start, span.end),
      typeof target === 'string' ? target : show([target])[0],
    ]);
    assert.deepEqual(found, [
      ['https://example.org/more', 'https://example.org/more'],
      ['general/hello', 'flows/general.flow.yaml:3:hello'],
    ]);
  });
});
