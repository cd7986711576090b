import assert from 'node:assert/strict';
import { documentSymbols, type OutlineEntry } from '../../server/src/features/documentSymbols';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols';
import { cursorIn, pathIn, workbench, type Workbench } from './workbench';

function outline({ file }: Workbench): readonly string[] {
  const lines: string[] = [];
  const visit = (entry: OutlineEntry, depth: number): void => {
    assert.ok(
      entry.name !== '' && entry.extent.start <= entry.span.start && entry.span.end <= entry.extent.end,
    );
    lines.push(
      `${'  '.repeat(depth)}${entry.kind} ${entry.name}${entry.detail === '' ? '' : ` (${entry.detail})`}`,
    );
    for (const child of entry.children) {
      assert.ok(entry.extent.start <= child.extent.start && child.extent.end <= entry.extent.end);
      visit(child, depth + 1);
    }
  };
  for (const entry of documentSymbols(file)) visit(entry, 0);
  return lines;
}

describe('document symbols', () => {
  it('outline every kind of file', () => {
    assert.deepEqual(outline(cursorIn('flows/booking.flow.yaml', 'flow: |')), [
      'flow booking',
      '  dialog start (book_train)',
      '  dialog confirm',
    ]);
    assert.deepEqual(outline(cursorIn('intents/book_train.intent.yaml', 'intent: |')), [
      'intent book_train',
      '  language en (2 expressions)',
      '  language nl (1 expression)',
    ]);
    assert.deepEqual(outline(cursorIn('entities/station.entity.yaml', 'entity: |')), [
      'entity station',
      '  value Brussels (Brussel, Bruxelles)',
      '  value Ghent (Gent)',
    ]);
    assert.deepEqual(outline(cursorIn('bot.yaml', 'bot: |')), [
      'bot trains',
      '  variable destination (string)',
      '  variable passengers (number)',
      '  variable class (enum)',
    ]);
    assert.deepEqual(outline(cursorIn('tests/trip.bottest.yaml', 'test: |')), [
      'test a trip',
      '  step book me a train (user)',
    ]);
  });

  it('outline several documents of a file, also in the making', () => {
    const bench = workbench({ 'intents/two.intent.yaml': 'intent: one\n---\nintent: two\nexpr|' });
    assert.deepEqual(outline(bench).slice(0, 1), ['intent one']);
  });
});

describe('workspace symbols', () => {
  const { bot } = cursorIn('bot.yaml', 'bot: |');

  function found(query: string): readonly string[] {
    return workspaceSymbols([bot], query).map(
      ({ kind, name, container, file }) => `${kind} ${name} in ${container} (${pathIn(file.uri)})`,
    );
  }

  it('find definitions by their letters in order, whatever the case', () => {
    assert.deepEqual(found('BKTRN'), ['intent book_train in trains (intents/book_train.intent.yaml)']);
    assert.deepEqual(found('confi'), [
      'dialog confirm in trains › booking (flows/booking.flow.yaml)',
      'context confirming in trains (flows/booking.flow.yaml)',
    ]);
    assert.deepEqual(found('zzz'), []);
  });

  it('find everything without a query', () => {
    const all = found('');
    assert.equal(new Set(all).size, all.length);
    assert.ok(all.length >= 10, all.join('\n'));
  });
});
