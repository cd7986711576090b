import { t } from '@vscode/l10n';
import { foldName, type SymbolKind } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { rules, workspaceRules } from '../../rules/registry.generated';
import type { SchemaView } from '../../schema/schemaView';
import { shorten } from '../markdown';
import type { CompletionItem } from './item';
import type { CompletionScope } from './scope';

/** A name that could stand at the cursor. */
export interface Candidate {
  readonly name: string;
  readonly kind: CompletionItem['kind'];
  readonly detail: string;
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
  return names.map((name) => ({ name, kind, detail: detailOf(bot, kind, name) }));
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
  for (const { item } of bot.dialogs) {
    const { value: name } = item.name;
    const intent = item.trigger?.intent?.value;
    const detail = intent === undefined ? '' : t('intent {0}', intent);
    if (!full && item.flow === flow) own.push({ name, kind: 'dialog', detail });
    else others.push({ name: `${item.flow}/${name}`, kind: 'dialog', detail });
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

function detailOf(bot: BotSnapshot, kind: SymbolKind, name: string): string {
  if (kind === 'variable') {
    return bot.settings?.item.variables.find((variable) => variable.name.value === name)?.type ?? '';
  }
  if (kind === 'entity') return bot.entity(name)[0]?.item.type?.value ?? '';
  if (kind !== 'intent') return '';
  const intent = bot.intent(name)[0]?.item;
  return shorten(intent?.description?.value ?? intent?.title?.value ?? '', 80);
}

function ruleCodes(): readonly Candidate[] {
  return [...rules, ...workspaceRules]
    .map(({ meta }) => ({ name: meta.code, kind: 'value' as const, detail: meta.summary }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
