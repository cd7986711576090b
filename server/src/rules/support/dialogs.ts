import type { Button, Dialog } from '../../model/definitions';

/** All buttons under a dialog's messages. */
export function buttonsOf(dialog: Dialog): readonly Button[] {
  return dialog.say.flatMap(({ buttons }) => buttons);
}
