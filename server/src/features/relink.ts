import type { BotSnapshot, PlacedOccurrence } from '../project/snapshot';
import { editFile } from '../rules/edits/documents';
import { entryAround } from '../rules/edits/syntaxPath';
import { removeEntry } from '../rules/edits/yamlEdits';
import type { FileChange } from '../rules/rule';
import type { TextEdit } from '../text/edit';

/** The triggers of dialogs that are linked to an intent, in the order of the files. */
export function linkedDialogs(bot: BotSnapshot, intent: string): readonly PlacedOccurrence[] {
  return bot
    .occurrences('intent', intent)
    .filter(({ role, position }) => role === 'reference' && position === 'trigger');
}

/**
 * Links every dialog of these intents to another intent, or takes its trigger out.
 * @param to the other intent; undefined to take the triggers out
 */
export function relink(
  bot: BotSnapshot,
  intents: readonly string[],
  to: string | undefined,
): readonly FileChange[] {
  const edits = new Map<PlacedOccurrence['file'], TextEdit[]>();
  for (const { file, span } of intents.flatMap((intent) => linkedDialogs(bot, intent))) {
    const trigger = entryAround(file.syntax, span.start, 'trigger');
    if (!trigger) continue;
    const edit =
      to === undefined ? removeEntry(file.syntax.text, trigger.map, trigger.entry) : { span, newText: to };
    edits.set(file, [...(edits.get(file) ?? []), edit]);
  }
  return [...edits].map(([file, own]) => editFile(file, ...own));
}
