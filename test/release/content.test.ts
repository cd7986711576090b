import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { definitionHash } from '../../server/src/release/content/hashes';
import { itemsOf, partHashes } from '../../server/src/release/content/items';
import { botOf } from '../../server/src/release/content/snapshot';
import type { BotFiles } from '../../server/src/release/contract';
import { detailOf } from '../../server/src/release/difference/describe';
import { differenceOf } from '../../server/src/release/difference/difference';
import { notesOf } from '../../server/src/release/difference/notes';
import { flowFile, intentFile, smallBot } from '../support/repository';

function files(texts: ReadonlyMap<string, string>): BotFiles {
  return new Map([...texts].map(([path, text]) => [path, Buffer.from(text)]));
}

function items(texts: ReadonlyMap<string, string>) {
  const bot = botOf('botlive:/small', files(texts));
  assert.ok(bot);
  return itemsOf(bot);
}

function hashes(texts: ReadonlyMap<string, string>) {
  return partHashes(items(texts));
}

function changed(change: (texts: Map<string, string>) => void): ReadonlyMap<string, string> {
  const texts = new Map(smallBot());
  change(texts);
  return texts;
}

function edit(texts: Map<string, string>, path: string, from: string | RegExp, to: string): void {
  const text = texts.get(path);
  assert.ok(text !== undefined && (typeof from === 'string' ? text.includes(from) : from.test(text)), path);
  texts.set(path, text.replace(from, to));
}

const ENTITY = 'entity: city\ntype: list\nvalues:\n  Ghent: [Gent, Gand]\n  Paris: []\n';

interface Case {
  readonly name: string;
  readonly change: (texts: Map<string, string>) => void;
  readonly nlp: 'same' | 'differs';
  readonly flow: 'same' | 'differs';
  /** Part, change, symbol, name, detail. */
  readonly difference: readonly (readonly [string, string, string, string, string])[];
}

const CASES: readonly Case[] = [
  { name: 'nothing', change: () => undefined, nlp: 'same', flow: 'same', difference: [] },
  {
    name: 'a comment and line endings',
    change: (texts) => {
      for (const [path, text] of texts) texts.set(path, `# new\n${text}`.replaceAll('\n', '\r\n'));
    },
    nlp: 'same',
    flow: 'same',
    difference: [],
  },
  {
    name: 'a file under another name',
    change: (texts) => {
      texts.set('a/b.flow.yaml', texts.get('flows/booking.flow.yaml') ?? '');
      texts.delete('flows/booking.flow.yaml');
    },
    nlp: 'same',
    flow: 'same',
    difference: [],
  },
  {
    name: 'a conversation test',
    change: (texts) => {
      texts.set('x.bottest.yaml', 'test: hello\nlanguage: en\nsteps:\n  - user: hello\n');
    },
    nlp: 'same',
    flow: 'same',
    difference: [['test', 'added', 'test', 'hello', '']],
  },
  {
    name: 'an expression more and one less',
    change: (texts) =>
      edit(texts, 'intents/refund.intent.yaml', 'give my money back now', 'money [b](city:x), now'),
    nlp: 'differs',
    flow: 'same',
    difference: [['nlp', 'changed', 'intent', 'refund', '1 expression added, 1 expression removed']],
  },
  {
    name: 'a description',
    change: (texts) =>
      edit(texts, 'intents/refund.intent.yaml', 'expressions:', 'description: Money.\nexpressions:'),
    nlp: 'differs',
    flow: 'same',
    difference: [['nlp', 'changed', 'intent', 'refund', 'other settings changed']],
  },
  {
    name: 'an intent under another name',
    change: (texts) => edit(texts, 'intents/refund.intent.yaml', 'intent: refund', 'intent: money'),
    nlp: 'differs',
    flow: 'same',
    difference: [['nlp', 'renamed', 'intent', 'money', '']],
  },
  {
    name: 'the case of a name, which links do not count',
    change: (texts) => edit(texts, 'intents/refund.intent.yaml', 'intent: refund', 'intent: Refund'),
    nlp: 'differs',
    flow: 'same',
    difference: [['nlp', 'renamed', 'intent', 'Refund', '']],
  },
  {
    name: 'an entity',
    change: (texts) => {
      texts.set('city.entity.yaml', ENTITY);
    },
    nlp: 'differs',
    flow: 'same',
    difference: [['nlp', 'added', 'entity', 'city', '2 values']],
  },
  {
    name: 'a threshold',
    change: (texts) =>
      edit(texts, 'bot.yaml', 'rules:', 'nlp:\n  threshold: { intent: 0.5, entity: 0.5 }\nrules:'),
    nlp: 'differs',
    flow: 'same',
    difference: [['nlp', 'added', 'settings', 'nlp', '']],
  },
  {
    name: 'languages',
    change: (texts) => edit(texts, 'bot.yaml', '[en]', '[en, nl]'),
    nlp: 'same',
    flow: 'differs',
    difference: [['flow', 'changed', 'settings', 'languages', 'languages changed']],
  },
  {
    name: 'the text of a dialog, and another under another name',
    change: (texts) => {
      edit(texts, 'flows/general.flow.yaml', 'This is welcome.', 'Hello.');
      edit(texts, 'flows/general.flow.yaml', '  disabled:', '  closed:');
    },
    nlp: 'same',
    flow: 'differs',
    difference: [
      ['flow', 'renamed', 'dialog', 'general/closed', ''],
      ['flow', 'changed', 'dialog', 'general/welcome', 'texts changed'],
    ],
  },
  {
    name: 'a flow',
    change: (texts) => {
      texts.set('more.flow.yaml', flowFile('more', 'refund'));
    },
    nlp: 'same',
    flow: 'differs',
    difference: [['flow', 'added', 'flow', 'more', '1 dialog']],
  },
  {
    name: 'a file that cannot be understood',
    change: (texts) => {
      texts.set('bad.intent.yaml', 'intent: [\n');
    },
    nlp: 'differs',
    flow: 'same',
    difference: [['nlp', 'added', 'intent', 'bad.intent.yaml', '']],
  },
];

describe('What belongs to which part, and what differs', () => {
  const before = hashes(smallBot());
  for (const { name, change, nlp, flow, difference } of CASES) {
    it(`${name}: NLP part ${nlp}, flow part ${flow}`, () => {
      const texts = changed(change);
      const after = hashes(texts);
      assert.equal(after.nlp === before.nlp ? 'same' : 'differs', nlp);
      assert.equal(after.flow === before.flow ? 'same' : 'differs', flow);
      const changes = differenceOf(items(smallBot()), items(texts));
      assert.deepEqual(
        changes.map((one) => [one.part, one.change, one.symbol, one.name, detailOf(one)]),
        difference,
      );
    });
  }

  it('each change names its files on both sides', () => {
    const texts = changed((all) => {
      all.delete('intents/refund.intent.yaml');
      all.set('new.intent.yaml', intentFile('new', 'something new'));
    });
    const changes = differenceOf(items(smallBot()), items(texts));
    assert.deepEqual(
      changes.map(({ name, before: old, after }) => [name, old, after]),
      [
        ['new', undefined, 'new.intent.yaml'],
        ['refund', 'intents/refund.intent.yaml', undefined],
      ],
    );
  });

  it('notes sum up what changed', () => {
    const texts = changed((all) => {
      edit(all, 'intents/refund.intent.yaml', 'give my money back now', 'money now');
      all.set('more.flow.yaml', flowFile('more', 'refund'));
    });
    const changes = differenceOf(items(smallBot()), items(texts));
    assert.equal(
      notesOf(changes, false),
      'Intents changed: refund (1 expression added, 1 expression removed)\nFlows added: more (1 dialog)',
    );
    assert.equal(notesOf(changes, true), 'First version.');
  });

  it('the order of files and documents does not count; bytes and paths count for integrity', () => {
    const texts = [...smallBot()];
    fc.assert(
      fc.property(fc.shuffledSubarray(texts, { minLength: texts.length }), (shuffled) => {
        assert.deepEqual(hashes(new Map(shuffled)), before);
      }),
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1 }), fc.uint8Array()),
        fc.dictionary(fc.string({ minLength: 1 }), fc.uint8Array()),
        (a, b) => {
          const same = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
          assert.equal(definitionHash(new Map(sorted(a))) === definitionHash(new Map(sorted(b))), same);
        },
      ),
    );
  });

  it('names from the prototype are names like any other', () => {
    const texts = changed((all) => {
      all.set('p.intent.yaml', intentFile('constructor', 'build it'));
      edit(all, 'flows/general.flow.yaml', '  disabled:', '  toString:');
    });
    const names = differenceOf(items(smallBot()), items(texts)).map(({ name }) => name);
    assert.deepEqual(names, ['constructor', 'general/toString']);
  });
});

function sorted(record: Record<string, Uint8Array>): [string, Uint8Array][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
