import { foldName } from '../../model/occurrence';
import type { ConditionVariable } from '../../model/conditionTypes';
import type { BotDefinition, DefaultDialog, VariableType } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';
import type { Lookups } from '../engine/lookups';
import { type Fact, factTable } from '../engine/table';
import { baseNameOf, parentOf } from '../../text/uri';
import { rootEntry } from '../edits/syntaxPath';
import { channelsOf } from '../support/channels';
import { hasSchemaProblem } from '../support/mistaken';

/** What `bot.yaml` says and other files depend on, by the functions below. */
export const settings = factTable(['bot'], (file) => {
  const found = new Map<string, Fact>();
  const bot = botIn(file);
  if (!bot) return found;
  found.set(
    'languages',
    bot.languages.map(({ value }) => value),
  );
  const list = rootEntry(bot.document, 'languages');
  found.set('clear languages', list !== undefined && !hasSchemaProblem(file, list.span));
  found.set('maxMessageLength', bot.nlp.maxMessageLength);
  found.set('intentThreshold', bot.nlp.intentThreshold);
  for (const { code, severity } of bot.rules.values()) {
    if (severity === 'off') found.set(`off ${code.value}`, true);
  }
  for (const { name, type, values, isTyped } of bot.variables) {
    if (!isTyped) continue;
    found.set(`variable ${foldName(name.value)}`, [name.value, type, ...values.map(({ value }) => value)]);
  }
  for (const [kind, link] of bot.dialogs) found.set(`default ${kind}`, link.value);
  found.set('channels', [...new Set(channelsOf(bot).map(({ name }) => name))]);
  return found;
});

/** The bot that a bot.yaml defines: its first document of that kind. */
export function botIn(file: ProjectFile): BotDefinition | undefined {
  return file.definitions.find((definition) => definition.kind === 'bot');
}

/** The name of the bot of a bot.yaml; its folder's when it does not say one. */
export function nameOfBot(file: ProjectFile): string {
  return botIn(file)?.name.value ?? baseNameOf(parentOf(file.uri));
}

/** The languages of the bot as they are written, the default first; undefined without a bot. */
export function languagesOf(lookups: Lookups): readonly string[] | undefined {
  const [found] = lookups.look(settings, 'languages');
  return found ? (found.value as readonly string[]) : undefined;
}

/** True when the languages are written without a mistake. */
export function areLanguagesClear(lookups: Lookups): boolean {
  return lookups.look(settings, 'clear languages')[0]?.value === true;
}

/** How long a message may be that is understood, in characters; 0 where nothing is known. */
export function maxMessageLength(lookups: Lookups): number {
  return Number(lookups.look(settings, 'maxMessageLength')[0]?.value ?? 0);
}

/** Intents that score no more are not understood; undefined without a bot. */
export function intentThreshold(lookups: Lookups): number | undefined {
  const [found] = lookups.look(settings, 'intentThreshold');
  return found && Number(found.value);
}

/** Whether `bot.yaml` switches a rule off. */
export function isOff(lookups: Lookups, code: string): boolean {
  return lookups.look(settings, `off ${code}`).length > 0;
}

/** A declared variable by its name, case folded. One without a readable type may hold anything, and is not found. */
export function variableNamed(lookups: Lookups, name: string): ConditionVariable | undefined {
  const [found] = lookups.look(settings, `variable ${foldName(name)}`);
  if (!found) return undefined;
  const [written = '', type, ...values] = found.value as readonly string[];
  return { name: written, type: type as VariableType, values };
}

/** A default dialog as `bot.yaml` names it. */
export function defaultDialog(lookups: Lookups, kind: DefaultDialog): string | undefined {
  const [found] = lookups.look(settings, `default ${kind}`);
  return found && String(found.value);
}

/** Names of the channels of the bot, those of the draft first. */
export function channelNames(lookups: Lookups): readonly string[] {
  return (lookups.look(settings, 'channels')[0]?.value ?? []) as readonly string[];
}
