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
export function targetOf(from: Dialog, link: DialogLink): string {
  return foldName(`${link.flow?.value ?? from.flow}/${link.dialog.value}`);
}
