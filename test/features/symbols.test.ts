import assert from 'node:assert/strict';
import { documentSymbols, type OutlineEntry } from '../../server/src/features/documentSymbols';
import { workspaceSymbols } from '../../server/src/features/workspaceSymbols';
import { TextFile } from '../../server/src/project/textFile';
import { atOnce } from '../../server/src/text/inPieces';
import { watchGetter } from '../support/watchedGetter';
import { BASE, projectOf } from '../support/workspace';
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
    return atOnce(workspaceSymbols([bot], query)).map(
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

  it('put the best first: what is called so, what begins so, what holds it, what has its letters', () => {
    const names = ['b_o_o_k', 'unbook', 'bookings', 'Book'];
    const files = new Map(BASE);
    for (const name of names) files.set(`${name}.intent.yaml`, `intent: ${name}\n`);
    const [own] = projectOf(files).bots;
    const best = atOnce(workspaceSymbols(own ? [own] : [], 'book')).filter(({ kind }) => kind === 'intent');
    assert.deepEqual(
      best.map(({ name }) => name),
      [...names].reverse(),
    );
  });

  it('are at most a thousand, found without reading the other files', () => {
    const files = new Map(BASE);
    for (let at = 0; at < 1_200; at++) files.set(`i${at}.intent.yaml`, `intent: i${at}\n`);
    files.set('wanted.intent.yaml', 'intent: zebra_i\n');
    const [own] = projectOf(files).bots;
    assert.ok(own);
    assert.equal(atOnce(workspaceSymbols([own], '')).length, 1_000);
    const read = new Set<TextFile>();
    const most = { read: 0, steps: 0 };
    const watch = watchGetter(TextFile, 'occurrences', (file) => read.add(file));
    try {
      const steps = workspaceSymbols([own], 'i7');
      for (let step = steps.next(); step.done !== true; step = steps.next()) {
        most.read = Math.max(most.read, read.size);
        most.steps++;
        read.clear();
      }
      assert.equal(most.read, 1, 'one file in each step');
      assert.ok(most.steps > 100, String(most.steps));
    } finally {
      watch.stop();
    }
  });
});
