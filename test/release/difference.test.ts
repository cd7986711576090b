import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { itemsOf, partHashes } from '../../server/src/release/content/items';
import { botOf } from '../../server/src/release/content/snapshot';
import type { Change, Edit } from '../../server/src/release/contract';
import { describeEdit, lineOf } from '../../server/src/release/difference/describe';
import { differenceOf } from '../../server/src/release/difference/difference';
import { notesOf } from '../../server/src/release/difference/notes';

type Texts = Readonly<Record<string, string>>;

function items(texts: Texts) {
  const files = Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)] as const);
  const bot = botOf('botlive:/small', new Map(files.sort(([a], [b]) => (a < b ? -1 : 1))));
  assert.ok(bot);
  return itemsOf(bot);
}

function difference(before: Texts, after: Texts): readonly Change[] {
  return differenceOf(items(before), items(after));
}

/** What people read of a difference: a line per change, its edits indented below it. */
function told(before: Texts, after: Texts): readonly string[] {
  return difference(before, after).flatMap((change) => [
    lineOf(change),
    ...change.edits.map((edit) => `  ${describeEdit(edit)}`),
  ]);
}

const BOT = 'bot: small\nlanguages: [en, nl]\n';

function intent(name: string, ...lines: string[]): string {
  return `intent: ${name}\nexpressions:\n  en: |\n${lines.map((line) => `    ${line}\n`).join('')}`;
}

function flow(dialog: object): Texts {
  return { 'bot.yaml': BOT, 'f.flow.yaml': stringify({ flow: 'f', dialogs: { start: dialog } }) };
}

function settings(values: object): Texts {
  return { 'bot.yaml': stringify({ bot: 'small', languages: ['en'], ...values }) };
}

function entity(values: object): Texts {
  return { 'bot.yaml': BOT, 'e.entity.yaml': stringify({ entity: 'city', ...values }) };
}

interface Case {
  readonly name: string;
  readonly before: Texts;
  readonly after: Texts;
  readonly lines: readonly string[];
}

const CASES: readonly Case[] = [
  {
    name: 'an intent under another name is the same by its expressions, though one of them is new',
    before: {
      'bot.yaml': BOT,
      'a.intent.yaml': intent('refund', 'my money back', 'refund me', 'pay me back'),
    },
    after: {
      'bot.yaml': BOT,
      'a.intent.yaml': intent('money_back', 'my money back', 'refund me', 'give it back'),
    },
    lines: [
      '→ intent refund → money_back (1 expression added, 1 expression removed)',
      '  + expressions (en): give it back',
      '  − expressions (en): pay me back',
    ],
  },
  {
    name: 'an intent with little in common is another one',
    before: { 'bot.yaml': BOT, 'a.intent.yaml': intent('refund', 'my money back', 'refund me', 'pay me') },
    after: { 'bot.yaml': BOT, 'a.intent.yaml': intent('money', 'my money back', 'a', 'b') },
    lines: [
      '+ intent money (3 expressions, 1 expression moved here)',
      '  ← expressions (en): moved from refund: my money back',
      '− intent refund (3 expressions, 1 expression moved away)',
      '  → expressions (en): moved to money: my money back',
    ],
  },
  {
    name: 'an expression that goes over to another intent, with another annotation',
    before: {
      'bot.yaml': BOT,
      'a.intent.yaml': intent('a', 'one', 'to [Ghent](city)', 'two'),
      'b.intent.yaml': intent('b', 'three', 'four'),
    },
    after: {
      'bot.yaml': BOT,
      'a.intent.yaml': intent('a', 'one', 'two'),
      'b.intent.yaml': intent('b', 'three', 'four', 'to [Ghent](city:to)'),
    },
    lines: [
      '~ intent a (1 expression moved away)',
      '  → expressions (en): moved to b: to [Ghent](city)',
      '~ intent b (1 expression moved here)',
      '  ← expressions (en): moved from a: to [Ghent](city:to)',
    ],
  },
  {
    name: 'the same words with another annotation, and expressions in another order',
    before: {
      'bot.yaml': BOT,
      'a.intent.yaml': intent('a', 'one', 'to [Ghent](city)'),
      'b.intent.yaml': intent('b', 'x', 'y'),
    },
    after: {
      'bot.yaml': BOT,
      'a.intent.yaml': intent('a', 'one', 'to Ghent'),
      'b.intent.yaml': intent('b', 'y', 'x'),
    },
    lines: [
      '~ intent a (1 annotation changed)',
      '  ~ annotations (en): to [Ghent](city) → to Ghent',
      '~ intent b (order changed)',
      '  ~ order (en) expressions',
    ],
  },
  {
    name: 'a language that has no expressions yet',
    before: { 'bot.yaml': BOT, 'a.intent.yaml': intent('a', 'one') },
    after: { 'bot.yaml': BOT, 'a.intent.yaml': `${intent('a', 'one')}  nl: ""\n` },
    lines: ['~ intent a (content changed)', '  ~ content'],
  },
  {
    name: 'values, synonyms and patterns of an entity',
    before: entity({ type: 'list', values: { Ghent: ['Gent', 'Gand'], Paris: [] }, patterns: ['a+'] }),
    after: entity({ type: 'list', values: { Ghent: ['Gand', 'Gaunt'], Rome: ['Roma'] }, patterns: ['b+'] }),
    lines: [
      '~ entity city (1 value added, 1 value removed, 1 synonym added, 1 synonym removed, patterns changed)',
      '  − synonyms values.Ghent: Gent',
      '  + synonyms values.Ghent: Gaunt',
      '  + values values.Rome: [Roma]',
      '  − values values.Paris: []',
      '  − patterns patterns: a+',
      '  + patterns patterns: b+',
    ],
  },
  {
    name: 'the texts of a dialog, by language; its trigger and its link',
    before: flow({
      trigger: { intent: 'a' },
      say: [{ text: { en: 'Hello', nl: 'Hallo' } }],
      next: 'done',
    }),
    after: flow({
      trigger: { intent: 'b', requires: ['c'] },
      say: [{ text: { en: 'Hello', nl: 'Dag' } }, { text: { en: 'Welcome' } }],
      next: 'more',
    }),
    lines: [
      '~ dialog f/start (trigger, texts, links changed)',
      '  ~ trigger trigger.intent: a → b',
      '  + trigger trigger.requires: [c]',
      '  ~ texts (nl) say.text: Hallo → Dag',
      '  + texts (en) say.text: Welcome',
      '  ~ links next: done → more',
    ],
  },
  {
    name: 'buttons, conditions, actions and contexts of a dialog',
    before: flow({
      say: [{ text: { en: 'Pay?' }, buttons: [{ label: { en: 'Pay' }, next: 'pay' }] }],
      goto: [{ when: 'n > 8', next: 'group' }, { next: 'one' }],
    }),
    after: flow({
      say: [
        {
          text: { en: 'Pay?' },
          buttons: [
            { label: { en: 'Pay now' }, next: 'pay' },
            { label: { en: 'No' }, next: 'no' },
          ],
        },
      ],
      do: [{ clear: ['n'] }],
      goto: [{ when: 'n > 9', next: 'group' }, { next: 'one' }],
      contexts: { paying: 1 },
    }),
    lines: [
      '~ dialog f/start (buttons, actions, conditions, contexts changed)',
      '  ~ buttons (en) say.buttons.label: Pay → Pay now',
      '  + buttons say.buttons: { label: { en: No }, next: no }',
      '  + actions do: [{ clear: [n] }]',
      '  ~ conditions goto.when: n > 8 → n > 9',
      '  + contexts contexts: { paying: 1 }',
    ],
  },
  {
    name: 'a dialog that went to another flow under another name',
    before: {
      'bot.yaml': BOT,
      'a.flow.yaml': stringify({ flow: 'a', dialogs: { pay: { say: [{ text: { en: 'P' } }], end: true } } }),
      'b.flow.yaml': stringify({ flow: 'b', dialogs: {} }),
    },
    after: {
      'bot.yaml': BOT,
      'a.flow.yaml': stringify({ flow: 'a', dialogs: {} }),
      'b.flow.yaml': stringify({
        flow: 'b',
        dialogs: { cash: { say: [{ text: { en: 'P' } }], end: true } },
      }),
    },
    lines: ['→ dialog a/pay → b/cash'],
  },
  {
    name: 'settings: languages, default dialogs, variables, channels, rules, and what is NLP',
    before: settings({
      dialogs: { welcome: 'a/b' },
      variables: { n: { type: 'number' } },
      rules: { 'nlp/few-expressions': 'off' },
    }),
    after: settings({
      languages: ['en', 'nl'],
      dialogs: { welcome: 'a/c' },
      variables: { n: { type: 'string' }, m: { type: 'number' } },
      channels: { live: { web: {} } },
      rules: {},
      nlp: { threshold: { intent: 0.5, entity: 0.5 } },
    }),
    lines: [
      '+ settings nlp',
      '  + other settings nlp.threshold: { intent: 0.5, entity: 0.5 }',
      '+ settings channels',
      '  + channels channels.live: { web: { } }',
      '~ settings dialogs (default dialogs changed)',
      '  ~ default dialogs dialogs.welcome: a/b → a/c',
      '~ settings languages (languages changed)',
      '  + languages languages: nl',
      '~ settings rules (rules changed)',
      '  − rules rules.nlp/few-expressions: off',
      '~ settings variables (variables changed)',
      '  ~ variables variables.n.type: number → string',
      '  + variables variables.m: { type: number }',
    ],
  },
  {
    name: 'a number that became a text of the same digits',
    before: flow({ do: [{ http: { body: { n: 9 } } }] }),
    after: flow({ do: [{ http: { body: { n: '9' } } }] }),
    lines: ['~ dialog f/start (actions changed)', '  ~ actions do.http.body.n: 9 → "9"'],
  },
  {
    name: 'a file that cannot be understood, on both sides',
    before: { 'bot.yaml': BOT, 'a.flow.yaml': 'flow: [\n' },
    after: { 'bot.yaml': BOT, 'a.flow.yaml': 'flow: {\n' },
    lines: ['~ flow a.flow.yaml (content changed)', '  ~ content'],
  },
];

describe('The difference between two bots', () => {
  for (const { name, before, after, lines } of CASES) {
    it(`tells ${name}`, () => assert.deepEqual(told(before, after), lines));
  }

  it('becomes notes that name what was renamed and what moved', () => {
    const before = {
      'bot.yaml': BOT,
      'a.intent.yaml': intent('a', 'one', 'two', 'three', 'four'),
      'b.intent.yaml': intent('b', 'five', 'six', 'seven'),
    };
    const after = {
      'bot.yaml': BOT,
      'a.intent.yaml': intent('a', 'one', 'two', 'three'),
      'b.intent.yaml': intent('c', 'five', 'six', 'seven', 'four'),
    };
    assert.equal(
      notesOf(difference(before, after), false),
      'Intents changed: a (1 expression moved away)\nIntents renamed: b → c (1 expression moved here)\nExpressions moved: a → c (1)',
    );
  });
});

// ---------------------------------------------------------------- laws

const word = fc.constantFrom('a', 'b', 'c', 'd');
const line = fc.constantFrom(
  'one',
  'two',
  'three',
  'to [Ghent](city)',
  'to Ghent',
  'five',
  'six',
  '[Ghent](city:x)',
);
const text = fc.constantFrom('Hello', 'Bye', '9', 'null', 'two\nlines', '{x}');
const texts = fc.dictionary(fc.constantFrom('en', 'nl'), text);
const link = fc.constantFrom('a', 'b', 'a/b');
const dialog = fc.record(
  {
    trigger: fc.record({ intent: word, requires: fc.array(word, { maxLength: 2 }) }, { requiredKeys: [] }),
    say: fc.array(
      fc.record(
        { text: texts, buttons: fc.array(fc.record({ label: texts, next: link }), { maxLength: 2 }) },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    ),
    do: fc.array(
      fc.oneof(fc.record({ clear: fc.array(word) }), fc.record({ set: fc.dictionary(word, text) })),
      {
        maxLength: 3,
      },
    ),
    ask: fc.record({ text: texts, entity: word, next: link }, { requiredKeys: [] }),
    goto: fc.array(fc.record({ when: text, next: link }, { requiredKeys: ['next'] }), { maxLength: 3 }),
    next: link,
    contexts: fc.dictionary(word, fc.integer({ min: 0, max: 2 })),
    end: fc.boolean(),
    other: fc.jsonValue({ maxDepth: 2 }),
  },
  { requiredKeys: [] },
);
const botTexts: fc.Arbitrary<Texts> = fc
  .record({
    settings: fc.record(
      {
        languages: fc.array(fc.constantFrom('en', 'nl', 'de'), { maxLength: 3 }),
        nlp: fc.dictionary(word, fc.integer({ min: 0, max: 2 })),
        variables: fc.dictionary(word, fc.record({ type: word })),
        title: fc.option(text),
      },
      { requiredKeys: [] },
    ),
    intents: fc.dictionary(
      word,
      fc.dictionary(fc.constantFrom('en', 'nl'), fc.array(line, { maxLength: 5 })),
    ),
    entities: fc.dictionary(word, fc.dictionary(word, fc.array(text, { maxLength: 3 }))),
    flows: fc.dictionary(word, fc.dictionary(word, fc.option(dialog), { maxKeys: 3 }), { maxKeys: 3 }),
  })
  .map(({ settings: own, intents, entities, flows }) =>
    withoutEmpty({
      'bot.yaml': stringify({ bot: 'small', ...own }),
      'i.intent.yaml': documents(
        intents,
        (name, expressions) =>
          `intent: ${name}\nexpressions:${Object.keys(expressions).length === 0 ? ' {}' : ''}\n${Object.entries(
            expressions,
          )
            .map(([language, lines]) => `  ${language}: |\n${lines.map((one) => `    ${one}\n`).join('')}`)
            .join('')}`,
      ),
      'e.entity.yaml': documents(entities, (name, values) =>
        stringify({ entity: name, type: 'list', values }),
      ),
      'f.flow.yaml': documents(flows, (name, dialogs) => stringify({ flow: name, dialogs })),
    }),
  );

/** An empty file is a mistake, whose text counts. */
function withoutEmpty(files: Texts): Texts {
  return Object.fromEntries(Object.entries(files).filter(([, content]) => content !== ''));
}

function documents<T>(values: Record<string, T>, write: (name: string, value: T) => string): string {
  return Object.entries(values)
    .map(([name, value]) => write(name, value))
    .join('---\n');
}

/** The difference seen from the other side. */
function inverse({ before, after, from, name, change, edits, ...rest }: Change): Change {
  return {
    ...rest,
    change: change === 'added' ? 'removed' : change === 'removed' ? 'added' : change,
    name: from ?? name,
    ...(from === undefined ? {} : { from: name }),
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
    edits: edits.map(inverseEdit),
  };
}

function inverseEdit({ before, after, from, to, change, ...rest }: Edit): Edit {
  return {
    ...rest,
    change: change === 'added' ? 'removed' : change === 'removed' ? 'added' : change,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
    ...(to === undefined ? {} : { from: to }),
    ...(from === undefined ? {} : { to: from }),
  };
}

/** The same whatever the order in which changes and edits are told. */
function inOrder(changes: readonly Change[]): readonly string[] {
  return changes.map((one) => canonical({ ...one, edits: one.edits.map(canonical).sort() })).sort();
}

function canonical(value: object): string {
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('Laws of the difference', function () {
  this.timeout(120_000);

  it('there is none from a bot to itself, however its files are written', () => {
    fc.assert(
      fc.property(botTexts, (bot) => {
        const written = Object.fromEntries(
          Object.entries(bot).map(([path, content]) => [
            path,
            `# a remark\n${content}`.replaceAll('\n', '\r\n'),
          ]),
        );
        assert.deepEqual(difference(bot, written), []);
      }),
    );
  });

  it('from the other side it is the inverse', () => {
    fc.assert(
      fc.property(botTexts, botTexts, (a, b) => {
        assert.deepEqual(inOrder(difference(a, b).map(inverse)), inOrder(difference(b, a)));
      }),
      { numRuns: 200 },
    );
  });

  it('whatever differs in canonical content appears in its part, and nothing else does', () => {
    fc.assert(
      fc.property(botTexts, botTexts, (a, b) => {
        const changes = difference(a, b);
        const [before, after] = [partHashes(items(a)), partHashes(items(b))];
        for (const part of ['nlp', 'flow'] as const) {
          assert.equal(
            changes.some((one) => one.part === part),
            before[part] !== after[part],
            part,
          );
        }
        for (const { change, symbol, edits } of changes) {
          if (change === 'changed' || symbol === 'settings') assert.ok(edits.length > 0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('each single change of a bot appears', () => {
    const entries = fc.tuple(botTexts, botTexts, fc.constantFrom('bot', 'i.intent', 'e.entity', 'f.flow'));
    fc.assert(
      fc.property(entries, ([a, b, which]) => {
        const path = `${which}.yaml`;
        const mixed = withoutEmpty({ ...a, [path]: b[path] ?? '' });
        const [before, after] = [items(a), items(mixed)];
        const differs =
          before.size !== after.size ||
          [...before].some(([key, item]) => after.get(key)?.canonical !== item.canonical);
        assert.equal(differenceOf(before, after).length > 0, differs);
      }),
      { numRuns: 200 },
    );
  });

  it('it is plain JSON', () => {
    fc.assert(
      fc.property(botTexts, botTexts, (a, b) => {
        const changes = difference(a, b);
        assert.deepEqual(JSON.parse(JSON.stringify(changes)), changes);
      }),
    );
  });
});
