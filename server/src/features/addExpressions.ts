import { t } from '@vscode/l10n';
import { foldName } from '../model/occurrence';
import type { BotSnapshot, ProjectFile } from '../project/snapshot';
import { editFile } from '../rules/edits/documents';
import { expressionLines } from '../rules/edits/expressionLines';
import type { FileChange } from '../rules/rule';
import { asExpression } from '../rules/support/asExpression';
import { normalForm, normalFormsOf } from '../rules/support/expressions';
import type { TextEdit } from '../text/edit';
import type { Refusal } from './rename';

/** Something that a user said, and the intent that it becomes an expression of. */
export interface NewExpression {
  readonly text: string;
  /** Of the bot. */
  readonly language: string;
  readonly intent: string;
}

/**
 * Adds what users said to intents, as the last expressions of their language: text, to the letter, nothing of it is read as
 * an annotation. What an intent has already is not added again. All of it or nothing.
 */
export function addExpressions(
  bot: BotSnapshot,
  added: readonly NewExpression[],
): readonly FileChange[] | Refusal {
  const edits = new Map<ProjectFile, TextEdit[]>();
  for (const { intent, language, lines } of grouped(added)) {
    const placed = bot.intent(intent)[0];
    if (!placed) return { refused: t('There is no intent "{0}" in this bot.', intent) };
    const block = placed.item.expressions.get(language);
    const present = new Set(block ? normalFormsOf(block) : []);
    const fresh = lines.filter((line) => !present.has(normalForm(line)));
    if (fresh.length === 0) continue;
    const own = expressionLines(placed, language, fresh.map(asExpression));
    if (!own) return noLines(intent);
    edits.set(placed.file, [...(edits.get(placed.file) ?? []), ...own]);
  }
  return [...edits].map(([file, own]) => editFile(file, ...own));
}

/** Whether an intent of the bot has the text as an expression, written this way or nearly so. */
export function isExpression(bot: BotSnapshot, language: string, text: string): boolean {
  const form = normalForm(text);
  return bot.intents.some(({ item }) => {
    const block = item.expressions.get(language);
    return block !== undefined && normalFormsOf(block).includes(form);
  });
}

/** What to say when there are none. */
export function noLines(intent: string): Refusal {
  return {
    refused: t('The expressions of "{0}" are not written one per line, so none can be added.', intent),
  };
}

function grouped(
  added: readonly NewExpression[],
): Iterable<{ readonly intent: string; readonly language: string; readonly lines: readonly string[] }> {
  const groups = new Map<string, { intent: string; language: string; lines: string[] }>();
  for (const { intent, language, text } of added) {
    const key = JSON.stringify([foldName(intent), language]);
    const group = groups.get(key) ?? { intent, language, lines: [] };
    if (!group.lines.some((line) => normalForm(line) === normalForm(text))) group.lines.push(text);
    groups.set(key, group);
  }
  return groups.values();
}
