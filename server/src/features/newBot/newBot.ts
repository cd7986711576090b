import { dutch } from './dutch';
import { english } from './english';
import { french } from './french';
import { german } from './german';
import { spanish } from './spanish';
import type { BotTemplate } from './template';

const TEMPLATES: ReadonlyMap<string, BotTemplate> = new Map([
  ['en', english],
  ['nl', dutch],
  ['de', german],
  ['fr', french],
  ['es', spanish],
]);

/** The languages in which a bot can be begun, the default first. Others can be added to it. */
export const NEW_BOT_LANGUAGES: readonly string[] = [...TEMPLATES.keys()];

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** True for what `bot.yaml` takes as the id of a bot. */
export function isBotName(name: string): boolean {
  return NAME.test(name);
}

/** The nearest name that a bot can have: `Mein Zug!` becomes `mein-zug`. Undefined when nothing is left. */
export function suggestBotName(name: string): string | undefined {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replaceAll(/^-+|-+$/g, '');
  return isBotName(plain) ? plain : undefined;
}

/**
 * The files of a new bot by their path in its folder: it greets, says goodbye, and checks without any finding.
 * @throws RangeError for a language without a template, or what is no name for a bot
 */
export function newBot(name: string, language: string): ReadonlyMap<string, string> {
  const template = TEMPLATES.get(language);
  if (!template || !isBotName(name)) throw new RangeError(`There is no template for ${name} in ${language}.`);
  return new Map([
    ['bot.yaml', settings(name, language)],
    ['intents/greet.intent.yaml', intent('greet', language, template.greetings)],
    ['intents/goodbye.intent.yaml', intent('goodbye', language, template.farewells)],
    ['flows/general.flow.yaml', flow(language, template)],
    ['tests/greeting.bottest.yaml', test(language, template)],
  ]);
}

function settings(name: string, language: string): string {
  return `bot: ${name}
languages: [${language}] # the first one is the default
dialogs:
  welcome: general/welcome
  notUnderstood: general/not_understood
  error: general/error
  disabled: general/disabled
`;
}

function intent(name: string, language: string, expressions: readonly string[]): string {
  return `intent: ${name}\nexpressions:\n  ${language}: |\n${expressions.map((text) => `    ${text}\n`).join('')}`;
}

function flow(language: string, template: BotTemplate): string {
  const say = (text: string): string =>
    `    say:\n      - text:\n          ${language}: ${JSON.stringify(text)}\n    end: true\n`;
  return [
    'flow: general\ndialogs:\n',
    `  welcome:\n    trigger:\n      intent: greet\n${say(template.welcome)}`,
    `\n  goodbye:\n    trigger:\n      intent: goodbye\n${say(template.goodbye)}`,
    `\n  # ---- where the bot goes by itself, see bot.yaml\n  not_understood:\n${say(template.notUnderstood)}`,
    `\n  error:\n${say(template.error)}`,
    `\n  disabled:\n${say(template.disabled)}`,
  ].join('');
}

function test(language: string, { greetings, farewells, welcome, goodbye }: BotTemplate): string {
  const step = (said: readonly string[], intentName: string, dialog: string, answer: string): string =>
    `  - user: ${JSON.stringify(said[0])}\n    expect:\n      intent: ${intentName}\n      dialog: general/${dialog}\n  - bot: ${JSON.stringify(answer)}\n`;
  return [
    `test: greets and says goodbye\nlanguage: ${language}\nsteps:\n`,
    step(greetings, 'greet', 'welcome', welcome),
    step(farewells, 'goodbye', 'goodbye', goodbye),
  ].join('');
}
