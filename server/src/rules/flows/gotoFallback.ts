import { t } from '@vscode/l10n';
import type { TextEdit } from '../../text/edit';
import type { ListNode } from '../../syntax/tree';
import type { Span } from '../../text/range';
import { editFile } from '../edits/documents';
import { entryAround, entryWithKeyAt } from '../edits/syntaxPath';
import { appendItem, removeItem } from '../edits/yamlEdits';
import type { Fix, Rule } from '../rule';
import { fileOf } from '../support/fixes';
import { hasSchemaProblem } from '../support/mistaken';
import { meta } from './gotoFallback.meta';

/** Rule 12, for `goto`. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart({ file, dialog: item }) {
    if (!item) return;
    const key = item.waysOn.find(({ value }) => value === 'goto');
    // What is no list has a finding of the schema.
    if (!item.goto || !key || entryWithKeyAt(file.syntax, key.span.start)?.entry.value?.kind !== 'list')
      return;
    const index = item.goto.findIndex(({ isUnconditional }) => isUnconditional);
    const branch = item.goto[index];
    // A branch with a mistake may have a condition that cannot be read.
    if (branch && hasSchemaProblem(file, branch.span)) return;
    if (!branch) {
      const message = t(
        "The goto of dialog '{0}' needs a last branch without 'when': else the conversation breaks off when no condition holds.",
        item.name.value,
      );
      yield { span: key.span, message, data: { missing: 'true' } };
    } else if (index < item.goto.length - 1) {
      const message = t(
        "This branch has no 'when' and is not the last one: the branches behind it are never taken. Move it to the end, or give it a condition.",
      );
      const span = branch.next?.text.span ?? branch.span;
      // Behind another one without a condition it would be the same again.
      const isOnly = !item.goto.slice(index + 1).some(({ isUnconditional }) => isUnconditional);
      yield { span, message, data: isOnly ? { movable: 'true' } : {} };
    }
  },

  fixes(finding, context) {
    const file = fileOf(finding, context);
    const list = file && entryAround(file.syntax, finding.span.start, 'goto')?.entry.value;
    if (!file || list?.kind !== 'list') return [];
    const { text } = file.syntax;
    const { movable, missing } = finding.data;
    if (movable !== undefined) {
      const edits = moveToEnd(text, list, indexOf(list, finding.span));
      const title = t('Move the branch to the end');
      return [{ title, kind: 'choice', preferred: true, changes: [editFile(file, ...edits)] }];
    }
    const target = context.bot.settings?.item.dialogs.get('notUnderstood')?.value;
    if (missing === undefined || target === undefined || list.items.length === 0) return [];
    const branch = { lines: [`next: ${target}`], inline: `{ next: ${target} }` };
    const fix: Fix = {
      title: t("Add a last branch to '{0}'", target),
      kind: 'choice',
      changes: [editFile(file, appendItem(text, list, branch))],
    };
    return [fix];
  },
};

/** Which item a place is in. Items that are no branches count, too. */
function indexOf(list: ListNode, place: Span): number {
  return list.items.findIndex(
    (item) => item !== null && item.span.start <= place.start && place.end <= item.span.end,
  );
}

/** Takes the item out and writes its own lines behind the last one. */
function moveToEnd(text: string, list: ListNode, index: number): TextEdit[] {
  const item = list.items[index];
  if (!item) return [];
  const source = text.slice(item.span.start, item.span.end);
  const [first = '', ...others] = source.split(/\r?\n/);
  const outer = Math.min(...others.map((line) => line.length - line.trimStart().length), Infinity);
  const lines = [first, ...others.map((line) => line.slice(outer))];
  return [removeItem(text, list, index), appendItem(text, list, { lines, inline: source })];
}
