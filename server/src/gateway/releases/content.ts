import { compileBot } from '../../dialogue/compileBot';
import type { Models } from '../../dialogue/hear';
import type { RunnableBot } from '../../dialogue/runnable';
import type { Model } from '../../nlp/contract';
import type { BotSnapshot } from '../../project/snapshot';
import { channelsOf } from '../../rules/support/channels';
import { normalForm } from '../../rules/support/expressions';
import type { MapEntry } from '../../syntax/tree';
import type { BotInForce, Environment, ServedChannels } from './contract';

/** What a bot says and understands, loaded: a version, or the draft. It never changes. */
export interface Content {
  /** Null for the draft. */
  readonly version: number | null;
  readonly title: string;
  readonly active: RunnableBot;
  /** The same bot, switched off. */
  readonly inactive: RunnableBot;
  readonly models: Models;
  readonly isExpression: BotInForce['isExpression'];
  readonly channels: ServedChannels;
}

/** Compiles a bot, whose files may be forgotten then. */
export function contentOf(
  bot: BotSnapshot,
  environment: Environment,
  version: number | null,
  models: ReadonlyMap<string, Model>,
): Content {
  const active = compileBot(bot);
  return {
    version,
    title: bot.settings?.item.title?.value ?? bot.id,
    active,
    inactive: { ...active, active: false },
    models: (language) => models.get(language),
    isExpression: expressionsOf(bot),
    channels: channelsIn(bot, environment),
  };
}

function expressionsOf(bot: BotSnapshot): BotInForce['isExpression'] {
  const known = new Set<string>();
  for (const { item } of bot.intents) {
    for (const [language, { expressions }] of item.expressions) {
      for (const { plain } of expressions) known.add(`${language} ${normalForm(plain)}`);
    }
  }
  return (language, text) => known.has(`${language} ${normalForm(text)}`);
}

/** A bot that says nothing about the channels of an environment is on those that need no settings. */
function channelsIn({ settings }: BotSnapshot, environment: Environment): ServedChannels {
  const channels = settings ? channelsOf(settings.item) : [];
  const own = channels.filter((channel) => channel.environment === environment);
  if (own.length === 0) return { web: { origins: [] }, rest: {} };
  const web = own.find(({ name }) => name === 'web');
  const rest = own.find(({ name }) => name === 'rest');
  return { ...(web && { web: { origins: originsIn(web.settings) } }), ...(rest && { rest: {} }) };
}

function originsIn(settings: readonly MapEntry[]): readonly string[] {
  const list = settings.find(({ key }) => key.text === 'origins')?.value;
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => (item?.kind === 'scalar' ? [item.text] : []));
}
