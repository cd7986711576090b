import { FUNCTIONS, type FunctionShape, MACROS, METHODS, signatureOf } from '../model/conditionFunctions';
import type { BotSnapshot, ProjectFile } from '../project/snapshot';
import { pathAtCursor } from '../syntax/cursorPath';
import { scopeAt } from './completion/scope';
import { writtenBefore } from './completion/writtenBefore';
import { escapeMarkdown, type Markdown } from './markdown';

export interface Signature {
  readonly label: string;
  readonly meaning: Markdown;
  /** As they stand in the label. */
  readonly parameters: readonly string[];
  /** The one at the cursor. */
  readonly active: number;
}

/** How the function of a condition is called between whose brackets the cursor stands; works while it is being written. */
export function signatureHelp(bot: BotSnapshot, file: ProjectFile, offset: number): Signature | undefined {
  const cursor = pathAtCursor(file.syntax, offset);
  const scope = cursor?.in === 'value' ? scopeAt(bot, file, offset, cursor) : undefined;
  if (scope?.view.embedded !== 'condition') return undefined;
  const call = openCall(writtenBefore(scope));
  if (!call) return undefined;
  const { name, shape, commas } = call;
  const parameters = shape.names.map((own, index) => (index < shape.least ? own : `${own}?`));
  return {
    label: signatureOf(name, shape),
    meaning: escapeMarkdown(shape.meaning()),
    parameters,
    active: Math.min(commas, Math.max(0, parameters.length - 1)),
  };
}

interface OpenCall {
  readonly name: string;
  readonly shape: FunctionShape;
  readonly commas: number;
}

/** The innermost call that is not closed before the end of this piece of a condition. */
function openCall(before: string): OpenCall | undefined {
  const open: { readonly call: Omit<OpenCall, 'commas'> | undefined; commas: number }[] = [];
  for (const { 0: piece, index } of before.matchAll(/"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|[()[\]{},]/g)) {
    if (piece === ',') {
      const last = open.at(-1);
      if (last) last.commas++;
    } else if (/^[)\]}]$/.test(piece)) open.pop();
    else if (/^[([{]$/.test(piece)) {
      open.push({ call: piece === '(' ? calledBy(before.slice(0, index)) : undefined, commas: 0 });
    }
  }
  const last = open.at(-1);
  return last?.call && { ...last.call, commas: last.commas };
}

function calledBy(before: string): Omit<OpenCall, 'commas'> | undefined {
  const [, dot, name = ''] = /(\.\s*)?([A-Za-z_]\w*)\s*$/.exec(before.slice(-200)) ?? [];
  const shape = dot === undefined ? FUNCTIONS.get(name) : (METHODS.get(name) ?? MACROS.get(name));
  return shape && { name, shape };
}
