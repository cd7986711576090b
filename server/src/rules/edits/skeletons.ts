import type { BotSnapshot } from '../../project/snapshot';
import type { NewValue } from './yamlEdits';

/** Languages of the bot, the default first; English when bot.yaml does not say. */
export function languagesOf(bot: BotSnapshot): readonly string[] {
  const languages = bot.settings?.item.languages.map(({ value }) => value) ?? [];
  return languages.length === 0 ? ['en'] : languages;
}

/** The text of a new intent file: a block per language, still without expressions. */
export function intentSkeleton(bot: BotSnapshot, name: string): string {
  const blocks = languagesOf(bot).map((language) => `  ${language}: |\n`);
  return `intent: ${name}\nexpressions:\n${blocks.join('')}`;
}

/** The text of a new entity file: a list of `values`, or an entity learned from expressions when there are none. */
export function entitySkeleton(name: string, values: readonly string[]): string {
  if (values.length === 0) return `entity: ${name}\ntype: contextual\n`;
  const lines = values.map((value) => `  ${asKey(value)}: []\n`);
  return `entity: ${name}\ntype: list\nvalues:\n${lines.join('')}`;
}

/** A new dialog that says its own name, so that nobody publishes it by oversight and users get no silence. */
export function dialogSkeleton(bot: BotSnapshot, name: string): NewValue {
  const words = inWords(name);
  const texts = languagesOf(bot).map((language) => `      ${language}: ${words}`);
  const inline = languagesOf(bot).map((language) => `${language}: ${words}`);
  return {
    lines: ['say:', '  - text:', ...texts, 'end: true'],
    inline: `{ say: [{ text: { ${inline.join(', ')} } }], end: true }`,
  };
}

/** The text of a new flow file with one dialog. */
export function flowSkeleton(bot: BotSnapshot, flow: string, dialog: string): string {
  const lines = dialogSkeleton(bot, dialog).lines.map((line) => `    ${line}\n`);
  return `flow: ${flow}\ndialogs:\n  ${dialog}:\n${lines.join('')}`;
}

/** The text of a new conversation test, in which one message is said that means an intent, and may end in a dialog. */
export function testSkeleton(name: string, message: string, intent: string, dialog?: string): string {
  const expected = [`intent: ${intent}`, ...(dialog === undefined ? [] : [`dialog: ${dialog}`])];
  const lines = expected.map((line) => `      ${line}\n`);
  return `test: ${name}\nsteps:\n  - user: ${JSON.stringify(message)}\n    expect:\n${lines.join('')}`;
}

/** `how_many` as `How many`: names hold nothing that YAML would take for something else. */
function inWords(name: string): string {
  const words = name.replace(/[_.-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function asKey(value: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _.-]*$/u.test(value) ? value.trimEnd() : JSON.stringify(value);
}
