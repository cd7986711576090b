import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conditionTokens } from '../../server/src/model/conditionTokens';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import { workbench } from './workbench';

function tokensOf(path: string, text: string): readonly string[] {
  const { file } = workbench({ [path]: `|${text}` });
  return semanticTokens(file).map(({ span, type, modifiers }) =>
    [file.syntax.text.slice(span.start, span.end), type, ...modifiers].join(' '),
  );
}

describe('semantic tokens', () => {
  it('tell the names of a flow apart, and what is defined and written from what is used', () => {
    const flow = `flow: tour
dialogs:
  ask:
    trigger:
      intent: book_train
      requires: [confirming]
    ask:
      text: { en: "Where to, {destination}?" }
      entity: station
      save: destination
      next: general/hello
`;
    assert.deepEqual(tokensOf('flows/tour.flow.yaml', flow), [
      'tour namespace declaration',
      'ask function declaration',
      'book_train class',
      'confirming label',
      'destination variable',
      'station type',
      'destination variable modification',
      'general namespace',
      'hello function',
    ]);
  });

  it('show annotated text, its entity and its variable', () => {
    const intent = 'intent: go\nexpressions:\n  en: ¦\n    to [Ghent](station:destination) now\n';
    assert.deepEqual(tokensOf('intents/go.intent.yaml', intent), [
      'go class declaration',
      'Ghent parameter',
      'station type',
      'destination variable modification',
    ]);
  });

  it('read conditions inside quoted scalars', () => {
    const flow = `flow: tour
dialogs:
  ask:
    goto:
      - when: 'passengers >= 2.5 && !(destination in ["a", ''b'']) ¦¦ size(destination) == 0'
        next: ask
`;
    assert.deepEqual(tokensOf('flows/tour.flow.yaml', flow).slice(2, -1), [
      'passengers variable',
      '>= operator',
      '2.5 number',
      '&& operator',
      '! operator',
      'destination variable',
      'in keyword',
      '"a" string',
      "''b'' string",
      '|| operator',
      'size function',
      'destination variable',
      '== operator',
      '0 number',
    ]);
  });

  it('are limited to the range that is asked for', () => {
    const { file } = workbench({ 'intents/go.intent.yaml': '|intent: go\nexpressions: {}\n' });
    assert.equal(semanticTokens(file, { start: 12, end: 20 }).length, 0);
    assert.equal(semanticTokens(file, { start: 0, end: 9 }).length, 1);
  });

  it('never overlap and never leave their line, whatever the condition', () => {
    const pieces = fc.constantFrom('a', 'size(', '"x', "'", '.b', '&&', '1.', '[', ' ', '\\"', 'in');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const token of conditionTokens(text)) {
          assert.ok(token.start >= end && token.end > token.start && token.end <= text.length);
          end = token.end;
        }
      }),
    );
  });

  it('do not read conditions beyond their limit', () => {
    assert.equal(conditionTokens('"'.repeat(3000)).length, 0);
  });
});
