import fc from 'fast-check';

/*
 * Definition files put together from few names and few sentences, so that much refers to what is there and much to what
 * is not, and much is said twice.
 */

const INTENTS = ['book', 'Book', 'cancel', 'help', 'hepl', 'change'];
const ENTITIES = ['city', 'day', 'dya', 'size'];
const FLOWS = ['main', 'desk', 'deks'];
const DIALOGS = ['welcome', 'start', 'close', 'ask', 'not_understood'];
const VARIABLES = ['name', 'count', 'cuont', 'place'];
const CONTEXTS = ['buying', 'selling', 'bying'];
const LANGUAGES = ['en', 'nl'];
const VALUES = ['Ghent', 'Bruges', 'big', 'yes', 'no'];
const LINES = [
  'book a train to [Ghent](city:place)',
  'book a train to [Bruges](city)',
  'train a book to [Ghent](day:place)',
  'I want my tickets now',
  'I want my ticket now',
  'now I want my tickets',
  'yes',
  'Yes!',
  'a [big](size) one',
  'a [small](size one',
  'a big one',
  'help me please with this',
];
const CODES = [
  'references/unused-entity',
  'references/unknown-dialog',
  'references/unused-intent',
  'nlp/few-expressions',
  'nlp/duplicate-expression',
  'flows/unreachable-dialog',
  'flows/no-such-rule',
];

const one = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const some = <T>(values: readonly T[], minLength = 0, maxLength = 4): fc.Arbitrary<readonly T[]> =>
  fc.array(one(values), { minLength, maxLength });
const several = <T>(values: readonly T[], minLength = 0): fc.Arbitrary<readonly T[]> =>
  fc.uniqueArray(one(values), { minLength, maxLength: 3 });
const maybe = (text: fc.Arbitrary<string>): fc.Arbitrary<string> => fc.option(text, { nil: '' });
const ignoring = fc.option(
  one(CODES).map((code) => ` # botlane-ignore ${code}: for now`),
  { nil: '', freq: 4 },
);

const intent = fc
  .tuple(
    one(INTENTS),
    ignoring,
    several(LANGUAGES, 1),
    fc.array(some(LINES, 1), { minLength: 2, maxLength: 2 }),
  )
  .map(([name, comment, languages, all]) => {
    const blocks = languages.map((language, index) => {
      const lines = all[index] ?? [];
      return `  ${language}: |\n${lines.map((line) => `    ${line}\n`).join('')}`;
    });
    return `intent: ${name}${comment}\nexpressions:\n${blocks.join('')}`;
  });

const entity = fc.oneof(
  fc.tuple(one(ENTITIES), ignoring, several(VALUES, 1)).map(([name, comment, values]) => {
    const written = values.map((value) => `  "${value}": [${value}ish]\n`).join('');
    return `entity: ${name}${comment}\ntype: list\nvalues:\n${written}`;
  }),
  one(ENTITIES).map((name) => `entity: ${name}\ntype: contextual\n`),
);

const link = fc.oneof(
  one(DIALOGS),
  fc.tuple(one(FLOWS), one(DIALOGS)).map((parts) => parts.join('/')),
);
const condition = fc
  .tuple(one(VARIABLES), one(['> 3', "== 'x'", '==', '!= null', '> 3 || true']))
  .map((parts) => parts.join(' '));
const trigger = fc
  .tuple(one(INTENTS), several(CONTEXTS))
  .map(
    ([name, contexts]) => `    trigger:\n      intent: ${name}\n      requires: [${contexts.join(', ')}]\n`,
  );
const say = fc
  .tuple(
    several(LANGUAGES, 1),
    one(VARIABLES),
    maybe(
      link.map(
        (next) =>
          `        buttons:\n          - label:\n              en: "Yes"\n            next: ${next}\n`,
      ),
    ),
  )
  .map(([languages, name, buttons]) => {
    const texts = languages.map(
      (language) => `          ${language}: Hello {${language === 'en' ? 'name' : name}}\n`,
    );
    return `    say:\n      - text:\n${texts.join('')}${buttons}`;
  });
/** What rules look for in texts, and in the lines of a dialog. */
const oddity = one([
  '    say:\n      - text:\n          en: Hello # not said\n',
  '    say:\n      - text:\n          en: " "\n          nl: "{name}"\n',
  '    say:\n      - text:\n          en: "{count, plural, few {a} other {b}} {cuont"\n',
  '    do:\n      - http:\n          url: https://example.org/?token=0123456789abcdef\n',
  '    do:\n      - set:\n          count: count + 1\n          place: "sys.hour == 1"\n',
  '    ask:\n      text:\n        en: What is your password?\n      retry:\n        text:\n          nl: Wat?\n      next: start\n',
]);
const wayOn = fc.oneof(
  fc.tuple(link, ignoring).map(([target, comment]) => `    next: ${target}${comment}\n`),
  fc.constant('    end: true\n'),
  fc.constant(''),
  fc
    .tuple(condition, link, condition, link)
    .map(
      ([when, a, other, b]) =>
        `    goto:\n      - when: ${when}\n        next: ${a}\n      - when: ${other}\n        next: ${b}\n      - next: ${b}\n`,
    ),
  fc
    .tuple(one(ENTITIES), one(VARIABLES), link)
    .map(
      ([name, variable, next]) =>
        `    ask:\n      text:\n        en: What?\n      entity: ${name}\n      save: ${variable}\n      next: ${next}\n`,
    ),
);
const contexts = one(CONTEXTS).map((name) => `    contexts:\n      ${name}: 2\n`);

const dialog = fc
  .tuple(maybe(trigger), fc.oneof(maybe(say), oddity), wayOn, maybe(contexts))
  .map((parts) => parts.join(''));
const flow = fc
  .tuple(one(FLOWS), several(DIALOGS), fc.array(dialog, { minLength: 3, maxLength: 3 }))
  .map(([name, dialogs, all]) => {
    const bodies = dialogs.map((own, index) => `  ${own}:\n${all[index] ?? ''}`);
    return `flow: ${name}\ndialogs:\n${bodies.join('')}`;
  });

const conversation = fc
  .tuple(one(INTENTS), one(FLOWS), one(DIALOGS), one(['Yes', 'No']))
  .map(
    ([name, flowName, dialogName, label]) =>
      `test: talk\nsteps:\n  - user: Hello\n    expect:\n      intent: ${name}\n      dialog: ${flowName}/${dialogName}\n  - press: ${label}\n`,
  );

/** The text of a bot.yaml. */
export const settingsText = fc
  .record({
    name: one(['alpha', 'beta', 'gamma']),
    languages: several(LANGUAGES, 1),
    variables: several(VARIABLES),
    rules: fc.uniqueArray(fc.tuple(one(CODES), one(['off', 'error', 'information'])), {
      maxLength: 2,
      selector: ([code]) => code,
    }),
    defaults: fc.tuple(link, link),
    type: one(['string', 'number', 'nonsense']),
    most: one([10, 1000]),
    channel: one(['web', 'facebook', 'whatsapp']),
  })
  .map(({ name, languages, variables, rules, defaults, type, most, channel }) =>
    [
      `bot: ${name}`,
      `languages: [${languages.join(', ')}]`,
      `nlp: { maxMessageLength: ${most} }`,
      'dialogs:',
      `  welcome: main/${defaults[0]}`,
      `  notUnderstood: ${defaults[1]}`,
      ...(variables.length > 0 ? ['variables:'] : []),
      ...variables.map((variable) => `  ${variable}: { type: ${type} }`),
      `channels: { draft: { ${channel}: {} } }`,
      ...(rules.length > 0 ? ['rules:'] : []),
      ...rules.map(([code, severity]) => `  ${code}: ${severity}`),
      '',
    ].join('\n'),
  );

/** Texts that define nothing. */
const odd = one(['', 'flow: [\n', 'nothing: here\n', '# only a comment\n', 'intent: 5\n', 'a: 1\n  b: 2\n']);

const KINDS = { intent, entity, flow, bottest: conversation } as const;

/** A definition file by its path: a few names in a few folders, so that files come, go and come again. */
export const definitionFile = fc
  .tuple(
    one(['', 'inner/', 'outer/', 'inner/deep/']),
    one(['a', 'b']),
    one(Object.keys(KINDS) as (keyof typeof KINDS)[]),
  )
  .chain(([folder, name, kind]) => {
    const documents = fc.array(KINDS[kind], { minLength: 1, maxLength: 3 }).map((all) => all.join('---\n'));
    const text = fc.oneof({ arbitrary: documents, weight: 8 }, { arbitrary: odd, weight: 1 });
    return text.map((content) => ({ path: `${folder}${name}.${kind}.yaml`, content }));
  });
