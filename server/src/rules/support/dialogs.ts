import type { Button, Dialog, DialogLink } from '../../model/definitions';
import { foldName } from '../../model/occurrence';

/** All buttons under a dialog's messages. */
export function buttonsOf(dialog: Dialog): readonly Button[] {
  return dialog.say.flatMap(({ buttons }) => buttons);
}

/** `flow/dialog` with case folded. */
export function keyOf(dialog: Dialog): string {
  return foldName(`${dialog.flow}/${dialog.name.value}`);
}

/** Where a link of a dialog leads, as `flow/dialog` with case folded. */
function targetOf(from: Dialog, link: DialogLink): string {
  return foldName(`${link.flow?.value ?? from.flow}/${link.dialog.value}`);
}

/** Where a dialog goes on to by itself; empty when it waits or ends. */
export function onwardFrom(dialog: Dialog): readonly string[] {
  const [way, second] = dialog.waysOn;
  if (second || buttonsOf(dialog).length > 0) return [];
  if (way?.value === 'next' && dialog.next) return [targetOf(dialog, dialog.next)];
  if (way?.value !== 'goto') return [];
  // Where no condition holds, a goto without a last branch goes nowhere.
  if (!dialog.goto?.some(({ when }) => !when)) return [];
  const targets = dialog.goto.map(({ next }) => (next ? targetOf(dialog, next) : undefined));
  return targets.some((target) => target === undefined) ? [] : targets.flatMap((target) => target ?? []);
}
