import { foldName } from '../../model/occurrence';
import type { Change } from './change';

/** The flows that a change is in: two where one was renamed, or a dialog went from one to another. */
export function flowsOf({ symbol, name, from }: Change): readonly string[] {
  const names = from === undefined ? [name] : [from, name];
  if (symbol === 'flow') return names;
  return symbol === 'dialog' ? names.map((dialog) => dialog.slice(0, dialog.indexOf('/'))) : [];
}

/** Whether a change is in one of these flows. */
export function isOfFlow(change: Change, flows: readonly string[]): boolean {
  const names = new Set(flows.map(foldName));
  return flowsOf(change).some((name) => names.has(foldName(name)));
}
