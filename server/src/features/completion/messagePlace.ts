import { messageTokens } from '../../model/messageTokens';

/** What stands before the cursor within the braces of a message. */
export type MessagePlace =
  /** Behind the brace of a placeholder. */
  | { readonly kind: 'name' }
  /** Behind its name: how the value is shown, or what it chooses by. */
  | { readonly kind: 'format'; readonly name: string }
  /** Between the forms of a plural or select. */
  | {
      readonly kind: 'form';
      readonly name: string;
      readonly format: 'plural' | 'selectordinal' | 'select';
      readonly written: readonly string[];
    }
  /** How a number, date or time is written. */
  | { readonly kind: 'style'; readonly format: 'number' | 'date' | 'time' };

/** Undefined in text, where anything can be said. */
export function messagePlace(before: string): MessagePlace | undefined {
  const { open, quoted } = messageTokens(before);
  const last = open.at(-1);
  if (quoted || last?.kind !== 'argument') return undefined;
  const inside = before.slice(last.start);
  if (/^\s*\w*$/.test(inside)) return { kind: 'name' };
  const [, name = '', format = '', rest] = /^\s*(\w+)\s*,\s*(\w*)\s*(?:,([^]*))?$/.exec(inside) ?? [];
  if (name === '') return undefined;
  if (rest === undefined) return { kind: 'format', name };
  if (format === 'number' || format === 'date' || format === 'time') {
    return /^\s*\w*$/.test(rest) ? { kind: 'style', format } : undefined;
  }
  if (format !== 'plural' && format !== 'selectordinal' && format !== 'select') return undefined;
  const written = formsOf(rest);
  return written && { kind: 'form', name, format, written };
}

/** The forms that are written, when only the beginning of another one stands behind them. */
function formsOf(rest: string): readonly string[] | undefined {
  const heads: string[] = [];
  let depth = 0;
  let head = '';
  for (const unit of rest) {
    if (unit === '{' && depth++ === 0) {
      heads.push(head.trim());
      head = '';
    } else if (unit === '}') depth--;
    else if (depth === 0) head += unit;
  }
  return /^\s*=?[\p{L}\p{N}_]*$/u.test(head) ? heads : undefined;
}
