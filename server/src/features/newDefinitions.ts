import { t } from '@vscode/l10n';
import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import { newDefinitionUri } from '../rules/edits/documents';
import { flowSkeleton, intentSkeleton } from '../rules/edits/skeletons';
import { joinUri, type Uri } from '../text/uri';
import { nameProblem } from './names';
import { isBotName, newBot as filesOfNewBot, NEW_BOT_LANGUAGES, suggestBotName } from './newBot/newBot';
import type { Refusal } from './rename';

/** Files that are still to be written. */
export interface NewFiles {
  readonly files: readonly { readonly uri: Uri; readonly text: string }[];
  /** The one to open, and the line (from zero) at whose end the work goes on. */
  readonly open: Uri;
  readonly line: number;
}

/**
 * A bot that works and checks clean, in a folder of its name below `folder`.
 * @param language one of `NEW_BOT_LANGUAGES`; another counts as the first of them
 */
export function newBot(
  project: ProjectSnapshot,
  folder: Uri,
  name: string,
  language: string,
): NewFiles | Refusal {
  if (!isBotName(name)) return { refused: noBotName(name) };
  if (project.bots.some(({ id }) => id === name)) {
    return { refused: t('There is a bot "{0}" in this workspace already. Choose another name.', name) };
  }
  const root = joinUri(folder, name);
  const spoken = NEW_BOT_LANGUAGES.includes(language) ? language : (NEW_BOT_LANGUAGES[0] ?? language);
  const files = [...filesOfNewBot(name, spoken)].map(([path, text]) => ({ uri: joinUri(root, path), text }));
  return { files, open: joinUri(root, 'bot.yaml'), line: 0 };
}

/** An intent with a block per language, where most intents of the bot are kept. */
export function newIntent(bot: BotSnapshot, name: string): NewFiles | Refusal {
  const refused = nameProblem('intent', name) ?? taken(bot.intent(name).length, name);
  if (refused !== undefined) return { refused };
  const uri = newDefinitionUri(bot, bot.intents, name, '.intent.yaml', 'intents');
  return { files: [{ uri, text: intentSkeleton(bot, name) }], open: uri, line: 2 };
}

/** A flow with one dialog, where most flows of the bot are kept. */
export function newFlow(bot: BotSnapshot, name: string): NewFiles | Refusal {
  const refused = nameProblem('flow', name) ?? taken(bot.flow(name).length, name);
  if (refused !== undefined) return { refused };
  const uri = newDefinitionUri(bot, bot.flows, name, '.flow.yaml', 'flows');
  return { files: [{ uri, text: flowSkeleton(bot, name, 'start') }], open: uri, line: 2 };
}

function taken(definitions: number, name: string): string | undefined {
  return definitions === 0 ? undefined : t('"{0}" is taken. Choose another name.', name);
}

function noBotName(name: string): string {
  const rule = t(
    "'{0}' is no name for a bot: it has lower-case letters, digits and hyphens only, and at most 63.",
    name,
  );
  const suggestion = suggestBotName(name);
  return suggestion === undefined ? rule : t("{0} How about '{1}'?", rule, suggestion);
}
