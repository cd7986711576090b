import assert from 'node:assert/strict';
import { BotIndex } from '../../server/src/rules/engine/botIndex';
import type { Index } from '../../server/src/rules/engine/lookups';
import type { DerivedTable } from '../../server/src/rules/engine/table';
import { lost, rings } from '../../server/src/rules/facts/graph';
import { TABLES } from '../../server/src/rules/facts/tables';
import { atOnce } from '../../server/src/text/inPieces';
import { projectOf } from '../support/workspace';

const FLOWS = 60;
const DIALOGS = 50;

/** Every third flow is reached, every third is lost, every third goes round in a ring without waiting. */
function flow(number: number): string {
  const isRing = number % 3 === 2;
  const dialogs = Array.from({ length: DIALOGS }, (_, at) => {
    const trigger = at === 0 && number % 3 === 0 ? '    trigger:\n      intent: one\n' : '';
    const last = at + 1 === DIALOGS;
    const way = last && !isRing ? '    end: true\n' : `    next: d${last ? 0 : at + 1}\n`;
    return `  d${at}:\n${trigger}    say:\n      - text:\n          en: Hello\n${way}`;
  });
  return `flow: f${number}\ndialogs:\n${dialogs.join('')}`;
}

/** The index of a bot of many dialogs, whose tables count how many of their entries are looked at. */
function countedIndex(): {
  readonly index: BotIndex;
  readonly counted: Index;
  readonly looks: { count: number };
} {
  const files = new Map([
    ['bot.yaml', 'bot: many\nlanguages: [en]\n'],
    ['one.intent.yaml', 'intent: one\n'],
    ...Array.from({ length: FLOWS }, (_, at) => [`f${at}.flow.yaml`, flow(at)] as const),
  ]);
  const [bot] = projectOf(files).bots;
  const index = new BotIndex(TABLES, {
    changed: () => undefined,
    concerned: () => undefined,
    isListening: false,
  });
  for (const [uri, file] of bot?.files ?? []) index.set(uri, file);
  const looks = { count: 0 };
  const counted: Index = {
    look: (table, key) => {
      looks.count++;
      return index.look(table, key);
    },
    all: (table) => new CountedMap(index.all(table), looks),
    derived: (table, key) => index.derived(table, key),
    allDerived: (table) => index.allDerived(table),
    open: (uri) => index.open(uri),
    live: index.live,
    measured: index.measured,
  };
  return { index, counted, looks };
}

class CountedMap<K, V> extends Map<K, V> {
  readonly #looks: { count: number } | undefined;

  constructor(entries: ReadonlyMap<K, V>, looks: { count: number }) {
    super(entries);
    this.#looks = looks;
  }

  override *[Symbol.iterator](): MapIterator<[K, V]> {
    for (const entry of this.entries()) {
      if (this.#looks) this.#looks.count++;
      yield entry;
    }
  }
}

describe('what follows from all dialogs', () => {
  const cases: readonly (readonly [string, DerivedTable])[] = [
    ['which of them are lost', lost],
    ['which of them go round in a ring', rings],
  ];
  for (const [what, table] of cases) {
    it(`is computed in small steps: ${what}`, () => {
      const { index, counted, looks } = countedIndex();
      // What it is made of is a step of its own, or several.
      for (const one of table.from) if (one.kind === 'derived') index.allDerived(one);
      const steps = table.compute(counted);
      assert.ok(!(steps instanceof Map) && 'next' in steps);
      let most = 0;
      let all = 0;
      for (let step = steps.next(); ; step = steps.next()) {
        most = Math.max(most, looks.count);
        all += looks.count;
        looks.count = 0;
        if (step.done !== true) continue;
        assert.ok(step.value.size > 0);
        assert.deepEqual(step.value, index.allDerived(table));
        break;
      }
      assert.ok(all >= FLOWS * DIALOGS, `${all} looks`);
      // One step goes through 256 dialogs, and looks each of them up; what is named of a ring comes on top.
      assert.ok(most <= 3 * 256, `${most} of ${all} looks in one step`);
    });
  }

  it('is what is there in the end when something changes between two steps', () => {
    const { index } = countedIndex();
    const before = atOnce(index.derivedInSteps(lost));
    assert.equal(before.size, 2 * (FLOWS / 3));
    const steps = countedIndex();
    const work = steps.index.derivedInSteps(lost);
    for (let step = 0; step < 5; step++) work.next();
    const [gone = ''] = before.keys();
    steps.index.set(gone, undefined);
    const after = atOnce(work);
    assert.equal(after.size, before.size - 1);
    assert.equal(after.has(gone), false);
  });
});
