import { t } from '@vscode/l10n';
import type { Dialog } from '../../model/definitions';
import type { Rule } from '../rule';
import { buttonsOf } from '../support/dialogs';
import { meta } from './deadEnd.meta';

/** Rule 13: places from which a user gets no further, though the dialog has its way on. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkPart({ dialog: item }) {
    if (!item) return;
    const message = waitsForNothing(item) ?? answersNothing(item) ?? leadsToItself(item);
    if (message !== undefined) yield { span: item.name.span, message };
  },
};

/** Only buttons that leave the conversation, and nothing that says that it ends here. */
function waitsForNothing(dialog: Dialog): string | undefined {
  const buttons = buttonsOf(dialog);
  if (buttons.length === 0 || dialog.waysOn.length > 0) return undefined;
  if (buttons.some(({ url }) => !url)) return undefined;
  return t(
    "Dialog '{0}' is a dead end: every button opens a web page, and nothing leads back. Add a button with 'next', or 'end: true' when the conversation ends here.",
    dialog.name.value,
  );
}

/** A user says something, and the bot neither answers nor does anything. */
function answersNothing(dialog: Dialog): string | undefined {
  if (!dialog.trigger || !dialog.end || dialog.waysOn.length !== 1) return undefined;
  if (dialog.say.length > 0 || dialog.do.length > 0) return undefined;
  return t(
    "Dialog '{0}' is a dead end: it is linked to an intent, and then ends without an answer. Let it say something.",
    dialog.name.value,
  );
}

/** A question whose answer leads to the same question for ever. */
function leadsToItself(dialog: Dialog): string | undefined {
  const { ask } = dialog;
  if (!ask?.next || dialog.waysOn.length !== 1 || buttonsOf(dialog).length > 0) return undefined;
  const target = ask.next.dialog.value;
  const flow = ask.next.flow?.value ?? dialog.flow;
  const self = target.toLowerCase() === dialog.name.value.toLowerCase();
  if (!self || flow.toLowerCase() !== dialog.flow.toLowerCase()) return undefined;
  return t(
    "Dialog '{0}' is a dead end: every answer leads to the same question again. Link another dialog with 'next'.",
    dialog.name.value,
  );
}
