import assert from 'node:assert/strict';
import { MAX_PROBLEMS } from '../../server/src/schema/schemaProblem';
import type { FileKind } from '../../server/src/syntax/tree';
import { FORMAT_EXAMPLES, fileOf } from '../model/formatExamples';

/** What is wrong with a file: `code «underlined» sentence`, in the order of the text. */
function problems(kind: FileKind, text: string): string[] {
  const { syntax, schemaProblems } = fileOf(kind, text);
  assert.deepEqual(syntax.problems, []);
  return schemaProblems.map(
    ({ code, message, span }) =>
      `${code.replace('schema/', '')} «${text.slice(span.start, span.end)}» ${message}`,
  );
}

const flow = (...lines: string[]): string => ['flow: booking', 'dialogs:', ...lines].join('\n');
const dialog = (...lines: string[]): string => flow('  start:', ...lines.map((line) => `    ${line}`));

describe('Schema validation', () => {
  for (const [kind, text] of Object.entries(FORMAT_EXAMPLES)) {
    it(`finds nothing wrong with the format's example of a ${kind}`, () =>
      assert.deepEqual(problems(kind as FileKind, text), []));
  }

  const cases: readonly (readonly [string, FileKind, string, readonly string[]])[] = [
    [
      'names a missing key and says what it is for, at the name of the document',
      'intent',
      'intent: greet',
      [
        "required-key «intent» 'expressions' is missing. What users say when they want this: a literal block per language, one expression per line.",
      ],
    ],
    [
      'asks for a mistyped key once, not for the missing one as well',
      'intent',
      'intent: greet\nexpresions:\n  en: hi',
      [
        "unknown-key «expresions» There is no key 'expresions' here. Did you mean 'expressions'? What users say when they want this: a literal block per language, one expression per line.",
      ],
    ],
    [
      'lists the keys that can be there when none is near',
      'bot',
      'bot: a\nlanguages: [en]\nnlp: { bananas: 1 }',
      [
        "unknown-key «bananas» There is no key 'bananas' here. There can be: 'threshold', 'maxMessageLength'.",
      ],
    ],
    [
      'underlines a key, not its block, when a map stands where a list should',
      'flow',
      dialog('say:', '  text: { en: Hi }', 'end: true'),
      [
        "wrong-type «say» 'say' must be a list (items that start with '-'), not a map. Messages that the bot sends, in this order.",
      ],
    ],
    [
      'says that YAML reads a name as a number',
      'intent',
      'intent: 5\nexpressions: { en: hi }',
      ["wrong-type «5» 'intent' must be a text, but YAML reads 5 as something else: put it in quotes."],
    ],
    [
      'takes text as it is written, whatever YAML makes of it',
      'flow',
      dialog(
        'say:',
        '  - text:',
        '      en: 9',
        '      nl: null',
        '      fr: 1.10',
        '      de: yes',
        'end: true',
      ),
      [],
    ],
    [
      'reports an empty text, and one that has no value',
      'flow',
      dialog('say:', '  - text:', '      en: ""', '      nl:', 'end: true'),
      [
        'invalid-value «""» \'en\' is empty.',
        "wrong-type «nl» 'nl' has no value: it must be a text. The text in this language.",
      ],
    ],
    [
      'knows an item of a list from the list',
      'flow',
      dialog('say:', '  - hello', '  -', 'end: true'),
      [
        "wrong-type «say» An item of 'say' is empty: it must be a map (lines of 'key: value'). One message, with buttons when the user should choose.",
        "wrong-type «hello» An item of 'say' must be a map (lines of 'key: value'), not a text. One message, with buttons when the user should choose.",
      ],
    ],
    [
      'reports a missing choice once',
      'flow',
      dialog('say:', '  - text: { en: Hi }', '    buttons:', '      - label: { en: Go }', 'end: true'),
      ["required-key «label» One of these is missing: 'next', 'url'."],
    ],
    [
      'reports both choices at the second',
      'flow',
      dialog(
        'say:',
        '  - text: { en: Hi }',
        '    buttons:',
        '      - label: { en: Go }',
        '        url: https://example.org',
        '        next: start',
        'end: true',
      ),
      ["invalid-value «next» Only one of these can stand here: 'next', 'url'."],
    ],
    [
      'takes three buttons and underlines the fourth',
      'flow',
      dialog(
        'say:',
        '  - text: { en: Hi }',
        '    buttons:',
        ...['a', 'b', 'c', 'd'].map((name) => `      - { label: { en: ${name} }, next: start }`),
        'end: true',
      ),
      ["invalid-value «label» 'buttons' has 4 items, and 3 are the most."],
    ],
    [
      'wants a dash before each action',
      'flow',
      dialog('do:', '  - language: nl', '    handover: Help', 'end: true'),
      ["invalid-value «handover» 'handover' needs a '-' of its own: one item holds one thing."],
    ],
    [
      'says what an unknown action may have been, and not that it is empty',
      'flow',
      dialog('do:', '  - clera: [a]', 'end: true'),
      [
        "unknown-key «clera» There is no key 'clera' here. Did you mean 'clear'? Forgets the values of these variables.",
      ],
    ],
    [
      'says that end can only be true',
      'flow',
      dialog('end: false'),
      ["invalid-value «false» 'end' can only be true."],
    ],
    [
      'wants whole lifespans of one or more',
      'flow',
      dialog('contexts: { a: 0, b: 1.5 }', 'end: true'),
      [
        "invalid-value «0» 'a' must be 1 or more.",
        "wrong-type «1.5» 'b' must be a whole number. Lifespan: for how many messages of the user the context stays active.",
      ],
    ],
    [
      'leaves ways on, empty flows and last branches to the rules',
      'flow',
      flow(
        '  one:',
        '  two:',
        '    say:',
        '      - text: { en: Hi }',
        '  three:',
        '    goto:',
        '  four: { next: a, end: true }',
      ),
      [],
    ],
    ['leaves an empty flow to the rules', 'flow', 'flow: booking', []],
    [
      'leaves names that lead nowhere to the rules',
      'bot',
      'bot: a\nlanguages: [en]\ndialogs: { welcome: nowhere }',
      [],
    ],
    [
      'underlines a name with a wrong form, as value and as key',
      'flow',
      'flow: book it\ndialogs:\n  the start: { end: true }',
      [
        "invalid-value «book it» 'book it' does not fit 'flow'. Write letters, digits, '_', '.' and '-', at most 128, starting with a letter.",
        "invalid-value «the start» 'the start' cannot be a key of 'dialogs'. Write letters, digits, '_', '.' and '-', at most 128, starting with a letter.",
      ],
    ],
    [
      'offers the value that was meant',
      'entity',
      'entity: people\ntype: system\nsystem: nummer',
      ["invalid-value «nummer» 'nummer' is no value of 'system'. Did you mean 'number'?"],
    ],
    [
      'asks for the type of an entity once',
      'entity',
      'entity: people\nvalues: { a: [] }',
      [
        "required-key «entity» 'type' is missing. How the entity is found: by a list of values, by patterns, by the platform, or learned from expressions.",
      ],
    ],
    [
      'reports an unknown type of entity once, whatever else stands there',
      'entity',
      'entity: people\ntype: lst\nvalues: { a: [] }',
      ["invalid-value «lst» 'lst' is no value of 'type'. Did you mean 'list'?"],
    ],
    [
      'says which keys do not go with a type',
      'entity',
      'entity: people\ntype: contextual\npatterns: [a]',
      ["unknown-key «patterns» 'patterns' does not go with 'type: contextual'."],
    ],
    [
      'names the second of two equal items',
      'bot',
      'bot: a\nlanguages: [en, nl, en]',
      ["invalid-value «en» 'en' stands in 'languages' twice."],
    ],
    [
      'keeps thresholds between 0 and 1',
      'bot',
      'bot: a\nlanguages: [en]\nnlp: { threshold: { intent: 80, entity: -1 } }',
      ["invalid-value «80» 'intent' must be 1 or less.", "invalid-value «-1» 'entity' must be 0 or more."],
    ],
    [
      'reports `expect` beside what the bot says',
      'test',
      'test: a\nsteps:\n  - bot: Hi\n    expect: { dialog: a/b }',
      ["required-key «expect» 'expect' needs one of these keys beside it: 'user', 'press'."],
    ],
    [
      'reports a step that is none once',
      'test',
      'test: a\nsteps:\n  - expect: { dialog: a/b }',
      ["required-key «expect» One of these is missing: 'user', 'press', 'bot', 'http'."],
    ],
    [
      'wants a target for the last retry',
      'flow',
      dialog('ask:', '  text: { en: Where? }', '  retry: { text: { en: Again }, max: 2 }', '  next: start'),
      ["required-key «max» 'max' needs 'next' beside it."],
    ],
    [
      'says one thing about a document of another kind',
      'intent',
      'flow: booking\ndialogs: { a: { end: true } }',
      [
        "required-key «flow» 'intent' is missing: this document is a 'flow', which belongs in a file whose name ends with .flow.yaml.",
      ],
    ],
    [
      'wants the key of the kind first',
      'intent',
      'title: Greeting\nintent: greet\nexpressions: { en: hi }',
      ["invalid-value «intent» 'intent' must be the first key of the document."],
    ],
    [
      'says how a document begins when it is a list or a text',
      'intent',
      '- greet\n- leave',
      [
        "wrong-type «-» A document of this file starts with 'intent:' and a name, and goes on with other keys.",
      ],
    ],
    [
      'does not repeat what may be the value of a secret',
      'flow',
      dialog('do:', '  - http: { method: GET, url: https://example.org, secret: s3cr3t }', 'end: true'),
      [
        "invalid-value «s3cr3t» The value of 'secret' does not fit. Write the name of a secret in capitals, digits and '_', never its value.",
      ],
    ],
  ];
  for (const [what, kind, text, expected] of cases) {
    it(what, () => assert.deepEqual(problems(kind, text), expected));
  }

  it('checks every document of a file for itself', () => {
    const found = problems('intent', 'intent: a\nexpressions: { en: hi }\n---\nintent: b\n---\nintent: c\n');
    assert.equal(found.length, 2);
  });

  it('hands the nearest keys over, for a quick fix', () => {
    const [problem] = fileOf('intent', 'intent: a\nexpresions: { en: hi }').schemaProblems;
    assert.deepEqual(problem?.suggestions, ['expressions']);
  });

  it('says nothing about a file that does not parse', () => {
    const { syntax, schemaProblems } = fileOf('intent', 'intent: [a\nfoo: b');
    assert.notDeepEqual(syntax.problems, []);
    assert.deepEqual(schemaProblems, []);
  });

  it('stops telling mistakes one by one where nobody reads them any more', () => {
    const items = Array.from({ length: 5_000 }, (_, index) => `  k${index}: { foo: 1 }`);
    const { schemaProblems } = fileOf('flow', ['flow: a', 'dialogs:', ...items].join('\n'));
    assert.equal(schemaProblems.length, MAX_PROBLEMS + 1);
    assert.match(schemaProblems.at(-1)?.message ?? '', /more mistakes/);
  });
});
