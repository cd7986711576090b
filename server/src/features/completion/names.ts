import { t } from '@vscode/l10n';
import { foldName, type SymbolKind } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { rules, workspaceRules } from '../../rules/registry.generated';
import type { SchemaView } from '../../schema/schemaView';
import { shorten } from '../markdown';
import type { CompletionItem, Named } from './item';
import type { CompletionScope } from './scope';

/** A name that could stand at the cursor. */
export interface Candidate {
  readonly name: string;
  readonly kind: CompletionItem['kind'];
  readonly detail?: string;
  readonly about?: Named;
}

/** The names that fit a place of which the schema says what it refers to, nearest first. */
export function candidates(scope: CompletionScope, view: SchemaView): readonly Candidate[] {
  const { refers } = view;
  if (refers === 'dialog') return dialogs(scope, view.position === 'default-dialog');
  if (refers !== undefined) return named(scope.bot, refers);
  // A context comes into being by being output: those that dialogs require are likely.
  if (view.defines === 'context') return named(scope.bot, 'context');
  if (view.defines === 'dialog') return missingDialogs(scope);
  if (view.form !== undefined && scope.cursor.keys[0] === 'rules') return ruleCodes();
  return [];
}

/** Every name of a kind that the bot defines; contexts also as far as they are only required. */
export function named(bot: BotSnapshot, kind: SymbolKind): readonly Candidate[] {
  const names = kind === 'context' ? contexts(bot) : bot.names(kind);
  return names.map((name) => ({ name, kind, about: { symbol: kind, name } }));
}

function contexts(bot: BotSnapshot): readonly string[] {
  return [...new Set(bot.occurrencesOf('context').map(({ name }) => name))];
}

/**
 * Dialogs of the same flow by their name, those of others as `flow/dialog`.
 * @param full those of the same flow as `flow/dialog`, too
 */
export function dialogs(
  { bot, flow }: Pick<CompletionScope, 'bot' | 'flow'>,
  full: boolean,
): readonly Candidate[] {
  const own: Candidate[] = [];
  const others: Candidate[] = [];
  for (const name of bot.names('dialog')) {
    const about = { symbol: 'dialog', name } as const;
    const slash = name.indexOf('/');
    if (full || name.slice(0, slash) !== flow) others.push({ name, kind: 'dialog', about });
    else own.push({ name: name.slice(slash + 1), kind: 'dialog', about });
  }
  return [...own, ...others];
}

/** Dialogs of this flow that others lead to, and that are still to be written. */
function missingDialogs({ bot, flow }: CompletionScope): readonly Candidate[] {
  if (flow === undefined) return [];
  const prefix = foldName(`${flow}/`);
  const missing = new Map<string, Candidate>();
  for (const { name, role, tentative } of bot.occurrencesOf('dialog')) {
    const folded = foldName(name);
    if (role === 'definition' || tentative || !folded.startsWith(prefix) || missing.has(folded)) continue;
    if (bot.isDefined('dialog', name)) continue;
    missing.set(folded, { name: name.slice(prefix.length), kind: 'dialog', detail: t('still missing') });
  }
  return [...missing.values()];
}

/**
 * One line about a name, empty when there is nothing to say. It may take reading the file that defines it, which for every
 * name of a large bot would take seconds.
 */
export function detailOf(bot: BotSnapshot, { symbol, name }: Named): string {
  switch (symbol) {
    case 'variable':
      return bot.settings?.item.variables.find((variable) => variable.name.value === name)?.type ?? '';
    case 'entity':
      return bot.entity(name)[0]?.item.type?.value ?? '';
    case 'dialog': {
      const intent = bot.dialog(name)[0]?.item.trigger?.intent?.value;
      return intent === undefined ? '' : t('intent {0}', intent);
    }
    case 'intent': {
      const intent = bot.intent(name)[0]?.item;
      return shorten(intent?.description?.value ?? intent?.title?.value ?? '', 80);
    }
    default:
      return '';
  }
}

function ruleCodes(): readonly Candidate[] {
  return [...rules, ...workspaceRules]
    .map(({ meta }) => ({ name: meta.code, kind: 'value' as const, detail: meta.summary }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
