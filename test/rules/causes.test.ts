import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkWorkspace } from '../../server/src/rules/run';
import { projectOf, pathIn } from '../support/workspace';

/** A bot without a finding, so that whatever is found comes from the one thing that was broken. */
const EXAMPLE = join(__dirname, '../../../examples/choo-choo');

const FILES: ReadonlyMap<string, string> = new Map(
  readdirSync(EXAMPLE, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => [path, readFileSync(join(EXAMPLE, path), 'utf8')]),
);

/** What is broken; in which file; what stands there, and what after; the one finding, in that file. */
type Break = readonly [what: string, path: string, from: string | RegExp, to: string, code: string];

const BREAKS: readonly Break[] = [
  ['languages misnamed', 'bot.yaml', 'languages:', 'langauges:', 'schema/unknown-key'],
  ['languages text', 'bot.yaml', 'languages: [en, nl]', 'languages: en, nl', 'schema/wrong-type'],
  [
    'languages bad one',
    'bot.yaml',
    'languages: [en, nl]',
    'languages: [en, dutch_x]',
    'schema/invalid-value',
  ],
  ['languages empty', 'bot.yaml', 'languages: [en, nl]', 'languages: []', 'schema/invalid-value'],
  ['languages null', 'bot.yaml', 'languages: [en, nl]', 'languages:', 'schema/wrong-type'],
  [
    'languages missing',
    'bot.yaml',
    'languages: [en, nl] # the first one is the default\n',
    '',
    'schema/required-key',
  ],
  ['type misnamed', 'bot.yaml', 'price:\n    type: number', 'price:\n    tpye: number', 'schema/unknown-key'],
  [
    'type misspelt',
    'bot.yaml',
    'passengers:\n    type: number',
    'passengers:\n    type: nubmer',
    'schema/invalid-value',
  ],
  [
    'type missing',
    'bot.yaml',
    'passengers:\n    type: number\n    initial: 1',
    'passengers:\n    initial: 1',
    'schema/required-key',
  ],
  [
    'type empty map',
    'bot.yaml',
    'booking_open: # a booking has begun and is neither paid nor given up\n    type: boolean\n    initial: false',
    'booking_open:',
    'schema/wrong-type',
  ],
  [
    'enum values misnamed',
    'bot.yaml',
    'values: [first, second]',
    'vlaues: [first, second]',
    'schema/unknown-key',
  ],
  ['enum values scalar', 'bot.yaml', 'values: [first, second]', 'values: first', 'schema/wrong-type'],
  ['enum values gone', 'bot.yaml', '    values: [first, second]\n', '', 'schema/required-key'],
  ['variables misnamed', 'bot.yaml', 'variables:', 'varialbes:', 'schema/unknown-key'],
  [
    'variables as list',
    'bot.yaml',
    /variables:\n[^]*?channels:/,
    'variables: [destination, origin]\nchannels:',
    'schema/wrong-type',
  ],
  ['dialogs misnamed', 'bot.yaml', 'dialogs:', 'dialgos:', 'schema/unknown-key'],
  ['welcome misnamed', 'bot.yaml', 'welcome:', 'welcom:', 'schema/unknown-key'],
  ['nlp misnamed', 'bot.yaml', 'nlp:', 'npl:', 'schema/unknown-key'],
  ['threshold text', 'bot.yaml', 'intent: 0.8 #', 'intent: high #', 'schema/wrong-type'],
  ['rules misnamed', 'bot.yaml', 'release:', 'rules:\n  flows/nope: off\nrelease:', 'rules/unknown-rule'],
  ['bot id bad', 'bot.yaml', 'bot: choo-choo', 'bot: Choo Choo', 'schema/invalid-value'],
  ['bot key misnamed', 'bot.yaml', 'bot: choo-choo', 'bott: choo-choo', 'schema/unknown-key'],
  [
    'intent key misnamed',
    'intents/book-train.intent.yaml',
    'intent: book_train',
    'intnet: book_train',
    'schema/unknown-key',
  ],
  [
    'intent name number',
    'intents/book-train.intent.yaml',
    'intent: book_train',
    'intent: 12',
    'schema/wrong-type',
  ],
  [
    'intent name bad',
    'intents/book-train.intent.yaml',
    'intent: book_train',
    'intent: book train',
    'schema/invalid-value',
  ],
  [
    'expressions misnamed',
    'intents/book-train.intent.yaml',
    'expressions:',
    'expresions:',
    'schema/unknown-key',
  ],
  [
    'expressions language misnamed',
    'intents/book-train.intent.yaml',
    '  nl: |',
    '  ln: |',
    'references/undeclared-language',
  ],
  ['expressions tab', 'intents/book-train.intent.yaml', '  nl: |', '\tnl: |', 'syntax/yaml'],
  [
    'annotation broken',
    'intents/book-train.intent.yaml',
    '[Brussels](station:destination) please',
    '[Brussels](station:destination please',
    'nlp/annotation-syntax',
  ],
  [
    'entity key misnamed',
    'entities/places.entity.yaml',
    'entity: station',
    'enttiy: station',
    'schema/unknown-key',
  ],
  ['entity type misspelt', 'entities/places.entity.yaml', 'type: list', 'type: lsit', 'schema/invalid-value'],
  ['entity type missing', 'entities/places.entity.yaml', 'type: list\n', '', 'schema/required-key'],
  ['entity values misnamed', 'entities/places.entity.yaml', 'values:', 'valeus:', 'schema/unknown-key'],
  [
    'entity values list',
    'entities/places.entity.yaml',
    /values:\n[^]*/,
    'values: [Brussels, Ghent]\n',
    'schema/wrong-type',
  ],
  [
    'entity value scalar',
    'entities/places.entity.yaml',
    'Bruges: [Brugge]',
    'Bruges: Brugge',
    'schema/wrong-type',
  ],
  [
    'entity contextual misspelt',
    'entities/travel.entity.yaml',
    'type: contextual',
    'type: contxtual',
    'schema/invalid-value',
  ],
  [
    'system misspelt',
    'entities/system.entity.yaml',
    'system: number',
    'system: nubmer',
    'schema/invalid-value',
  ],
  ['system missing', 'entities/system.entity.yaml', 'system: number\n', '', 'schema/required-key'],
  [
    'patterns scalar',
    'entities/ticket-number.entity.yaml',
    /patterns:\n.*\n/,
    "patterns: '[A-Z]{2}'\n",
    'schema/wrong-type',
  ],
  ['flow key misnamed', 'flows/booking.flow.yaml', 'flow: booking', 'folw: booking', 'schema/unknown-key'],
  ['flow dialogs misnamed', 'flows/booking.flow.yaml', 'dialogs:', 'dialog:', 'schema/unknown-key'],
  ['trigger misnamed', 'flows/booking.flow.yaml', 'trigger:', 'triger:', 'schema/unknown-key'],
  [
    'trigger intent misnamed',
    'flows/booking.flow.yaml',
    'intent: book_train',
    'intnet: book_train',
    'schema/unknown-key',
  ],
  ['ask misnamed', 'flows/booking.flow.yaml', 'ask:', 'aks:', 'schema/unknown-key'],
  [
    'ask entity misnamed',
    'flows/booking.flow.yaml',
    'entity: station',
    'enttiy: station',
    'schema/unknown-key',
  ],
  [
    'ask save misnamed',
    'flows/booking.flow.yaml',
    'save: destination',
    'svae: destination',
    'schema/unknown-key',
  ],
  ['ask text misnamed', 'flows/booking.flow.yaml', '      text:', '      txet:', 'schema/unknown-key'],
  [
    'ask next misnamed',
    'flows/booking.flow.yaml',
    '      next: origin',
    '      nxet: origin',
    'schema/unknown-key',
  ],
  ['goto misnamed', 'flows/booking.flow.yaml', 'goto:', 'gotos:', 'schema/unknown-key'],
  ['when misnamed', 'flows/booking.flow.yaml', '- when: origin', '- wehn: origin', 'schema/unknown-key'],
  [
    'branch next misnamed',
    'flows/booking.flow.yaml',
    '        next: same_station',
    '        nxet: same_station',
    'schema/unknown-key',
  ],
  [
    'say as text',
    'flows/booking.flow.yaml',
    /say:\n      - text:\n          en: You are.*\n          nl:.*\n/,
    'say: You are already there\n',
    'schema/wrong-type',
  ],
  [
    'say text plain',
    'flows/booking.flow.yaml',
    /text:\n          en: You are.*\n          nl:.*\n/,
    'text: You are already there\n',
    'schema/wrong-type',
  ],
  [
    'next of dialog misnamed',
    'flows/booking.flow.yaml',
    '    next: destination\n',
    '    nxt: destination\n',
    'schema/unknown-key',
  ],
  ['end false', 'flows/general.flow.yaml', 'end: true', 'end: false', 'schema/invalid-value'],
  ['retry misnamed', 'flows/booking.flow.yaml', 'retry:', 'rtery:', 'schema/unknown-key'],
  ['set misnamed', 'flows/booking.flow.yaml', 'set:', 'ste:', 'schema/unknown-key'],
  [
    'clear scalar',
    'flows/booking.flow.yaml',
    'clear: [origin, destination]',
    'clear: origin',
    'schema/wrong-type',
  ],
  ['contexts misnamed', 'flows/booking.flow.yaml', 'contexts:', 'context:', 'schema/unknown-key'],
  ['requires scalar', 'flows/booking.flow.yaml', /requires: \[(\w+)\]/, 'requires: $1', 'schema/wrong-type'],
  ['buttons misnamed', 'flows/booking.flow.yaml', 'buttons:', 'buttns:', 'schema/unknown-key'],
  ['http save misnamed', 'flows/booking.flow.yaml', 'http:', 'htpp:', 'schema/unknown-key'],
  [
    'lost expressions misnamed',
    'intents/lost-item.intent.yaml',
    'expressions:',
    'expresions:',
    'schema/unknown-key',
  ],
  [
    'lost expressions no block',
    'intents/lost-item.intent.yaml',
    /  en: \|\n/,
    '  en:\n',
    'nlp/few-expressions',
  ],
  [
    'message language misnamed',
    'flows/booking.flow.yaml',
    '        nl: Waar wil',
    '        ln: Waar wil',
    'references/undeclared-language',
  ],
  [
    'message language missing colon',
    'flows/booking.flow.yaml',
    '        nl: Waar wil',
    '        nl Waar wil',
    'syntax/yaml',
  ],
  [
    'message value number map',
    'flows/booking.flow.yaml',
    '        nl: Waar wil je naartoe?',
    '        nl: {Waar}',
    'schema/wrong-type',
  ],
  ['test key misnamed', 'tests/booking.bottest.yaml', 'test:', 'tset:', 'schema/unknown-key'],
  ['test steps misnamed', 'tests/booking.bottest.yaml', 'steps:', 'stesp:', 'schema/unknown-key'],
  ['test expect misnamed', 'tests/booking.bottest.yaml', 'expect:', 'epxect:', 'schema/unknown-key'],
  [
    'test language bad',
    'tests/booking.bottest.yaml',
    /language: \w+/,
    'language: english',
    'references/undeclared-language',
  ],
  [
    'condition wrong quote',
    'flows/booking.flow.yaml',
    'when: origin == destination',
    "when: origin == 'destination",
    'conditions/syntax',
  ],
  [
    'condition unknown',
    'flows/booking.flow.yaml',
    'when: origin == destination',
    'when: orign == destination',
    'references/unknown-variable',
  ],
  ['message broken', 'flows/booking.flow.yaml', '{destination}!', '{destination!', 'messages/syntax'],
  [
    'message unknown var',
    'flows/booking.flow.yaml',
    '{destination}!',
    '{destnation}!',
    'references/unknown-variable',
  ],
  ['duplicate key', 'bot.yaml', 'title: Choo Choo', 'title: Choo Choo\ntitle: again', 'syntax/duplicate-key'],
  ['tab in bot', 'bot.yaml', '  welcome:', '\twelcome:', 'syntax/yaml'],
  ['unclosed quote bot', 'bot.yaml', '"1001"', '"1001', 'syntax/yaml'],
  [
    'unclosed quote flow',
    'flows/booking.flow.yaml',
    'booking_open: "true"',
    'booking_open: "true',
    'syntax/yaml',
  ],
  [
    'unclosed bracket entity',
    'entities/places.entity.yaml',
    'Bruges: [Brugge]',
    'Bruges: [Brugge',
    'syntax/yaml',
  ],
  [
    'bad indent flow',
    'flows/booking.flow.yaml',
    '  destination:\n    ask:',
    ' destination:\n    ask:',
    'syntax/yaml',
  ],
  ['intent folded', 'intents/book-train.intent.yaml', '  en: |', '  en: >', 'nlp/few-expressions'],
  [
    'context name bad',
    'flows/booking.flow.yaml',
    /contexts:\n      (\w+): 1/,
    'contexts:\n      9$1: 1',
    'schema/invalid-value',
  ],
  [
    'context lifespan text',
    'flows/booking.flow.yaml',
    /contexts:\n      (\w+): 1/,
    'contexts:\n      $1: one',
    'schema/wrong-type',
  ],
  ['threshold 8', 'bot.yaml', 'intent: 0.8 #', 'intent: 8 #', 'schema/invalid-value'],
  ['channel misnamed', 'bot.yaml', 'facebook:', 'facebok:', 'schema/unknown-key'],
  ['pattern bad', 'entities/ticket-number.entity.yaml', "'[A-Z]{2}", "'[A-Z{2}", 'nlp/invalid-pattern'],
  ['variable name bad', 'bot.yaml', '  departure_date:', '  departure-date:', 'schema/invalid-value'],
  ['dialog name bad', 'flows/booking.flow.yaml', '  origin:\n', '  my origin:\n', 'schema/invalid-value'],
  ['flow name bad', 'flows/booking.flow.yaml', 'flow: booking', 'flow: 1booking', 'schema/invalid-value'],
  ['entity name number', 'entities/places.entity.yaml', 'entity: station', 'entity: 5', 'schema/wrong-type'],
];

describe('what is misnamed, untyped or unreadable', () => {
  for (const [what, path, from, to, code] of BREAKS) {
    it(`is told once, where it stands: ${what}`, () => {
      const text = FILES.get(path) ?? '';
      const broken = text.replace(from, to);
      assert.notEqual(broken, text, 'the example still holds what the test breaks');
      const crashed = (rule: string, error: unknown): void => assert.fail(`${rule} ${String(error)}`);
      const project = projectOf(new Map([...FILES, [path, broken]]));
      const findings = checkWorkspace(project, () => ({ kind: 'none' }), { onCrash: crashed });
      assert.deepEqual(
        findings.map((finding) => `${pathIn(finding.uri)} ${finding.code}`),
        [`${path} ${code}`],
        findings.map(({ message }) => message).join('\n'),
      );
    });
  }
});
