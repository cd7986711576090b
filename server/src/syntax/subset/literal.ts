import type { ScalarNode } from '../tree';
import { CR, DASH, LF, SPACE } from './characters';
import { refuse } from './refusal';

/**
 * The literal block whose `|` stands at `start`, below a map or list in column `parent`.
 *
 * @returns the scalar, and where the first line behind it and the blank lines that follow it starts.
 */
export function literalScalar(
  text: string,
  start: number,
  end: number,
  parent: number,
): { readonly node: ScalarNode; readonly next: number } {
  const stripped = text.charCodeAt(start + 1) === DASH;
  const header = start + (stripped ? 2 : 1);
  const first = behindBreak(text, header) ?? refuse();
  const lines: string[] = [];
  let indent = 0; // not known yet
  let blankIndent = 0;
  let next = first;
  let count = 0;
  let contentEnd = first;
  while (next < end) {
    const at = behindSpaces(text, next, indent === 0 ? text.length : next + indent);
    if (at >= end) refuse(); // blanks, and no line break behind them
    const behind = behindBreak(text, at);
    if (behind !== undefined) {
      if (indent === 0) blankIndent = Math.max(blankIndent, at - next);
      lines.push('');
      next = behind;
      continue;
    }
    if (indent === 0) {
      indent = at - next;
      if (indent <= parent || blankIndent > indent) refuse();
    } else if (at - next < indent) break;
    const newline = text.indexOf('\n', at);
    const lineEnd = newline === -1 || newline >= end ? end : newline;
    contentEnd = text.charCodeAt(lineEnd - 1) === CR ? lineEnd - 1 : lineEnd;
    const line = text.slice(at, contentEnd);
    // Blanks beyond the indentation count in some places and not in others.
    if (line.charCodeAt(0) === SPACE && line.trim() === '') refuse();
    lines.push(line);
    count = lines.length;
    next = lineEnd === end ? end : lineEnd + 1;
  }
  if (count === 0) refuse();
  lines.length = count;
  const value = stripped ? lines.join('\n') : `${lines.join('\n')}\n`;
  const span = { start, end: contentEnd };
  const content = { start: first, end: contentEnd };
  return { node: { kind: 'scalar', text: value, value, style: 'literal', span, content }, next };
}

/** Where the line behind the break at `at` starts; undefined when there is none. */
function behindBreak(text: string, at: number): number | undefined {
  const unit = text.charCodeAt(at);
  if (unit === LF) return at + 1;
  return unit === CR ? at + 2 : undefined;
}

function behindSpaces(text: string, from: number, atMost: number): number {
  let at = from;
  while (at < atMost && text.charCodeAt(at) === SPACE) at++;
  return at;
}
