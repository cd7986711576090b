import type { Dialog } from '../../model/definitions';

/** What a dialog does in the first place: what a reader of the graph looks for. */
export type Step = 'question' | 'choice' | 'handover' | 'action' | 'message' | 'empty';

/** A question and a choice decide where a conversation goes; then what reaches beyond it counts, then what is said. */
export function stepOf(dialog: Dialog): Step {
  if (dialog.ask) return 'question';
  if (dialog.goto) return 'choice';
  if (dialog.do.some(({ kind }) => kind === 'handover')) return 'handover';
  if (dialog.do.some(({ kind }) => kind === 'http')) return 'action';
  if (dialog.say.length > 0) return 'message';
  return dialog.do.length > 0 ? 'action' : 'empty';
}
