import type { Piece } from './scalarMap';
import type { ScalarNode } from './tree';

/** One line of a block scalar's source without its indentation and line break. */
interface BlockLine {
  readonly start: number;
  readonly end: number;
  /** Where its line break stands; the end of the file when there is none. */
  readonly newline: number;
}

/**
 * The pieces of a literal or folded block scalar (YAML 1.2, 8.1). The value tells how the source was read, so that
 * chomping and folding need not be worked out again. Null when they do not fit together.
 */
export function blockPieces(node: ScalarNode, fileText: string): Piece[] | null {
  const indent = blockIndent(node, fileText);
  const pieces: Piece[] = [];
  let at = 0;
  let start = node.content.start;
  /** Line breaks that were passed since the last content and no character of the value stands for yet. */
  let breaks: number[] = [];
  while (at < node.text.length && start <= fileText.length) {
    const line = lineAt(fileText, start, indent);
    if (line.end > line.start || node.style === 'literal') {
      at = pushBreaks(pieces, node.text, at, breaks, fileText.length);
      breaks = [];
      if (at === node.text.length) return pieces; // this line is behind the scalar
      const length = line.end - line.start;
      if (length > 0) pieces.push({ text: at, length, source: line.start, sourceLength: length });
      at += length;
    }
    breaks.push(line.newline);
    if (line.newline >= fileText.length) break;
    start = line.newline + 1;
  }
  // At the end nothing is folded: the first breaks count, and chomping drops those behind them.
  at = pushBreaks(pieces, node.text, at, breaks.slice(0, node.text.length - at), fileText.length);
  return at === node.text.length ? pieces : null;
}

/**
 * Gives the line breaks (or the space of a fold) at `at` of the value their places, the last of `breaks`. The value of a
 * block ends in a line break also where the file ends without one: that break has a place, and no length.
 */
function pushBreaks(
  pieces: Piece[],
  text: string,
  at: number,
  breaks: readonly number[],
  fileEnd: number,
): number {
  let count = 0;
  while (text[at + count] === '\n' && count < breaks.length) count++;
  // A fold: one line break of the source is a space of the value.
  if (count === 0 && breaks.length === 1 && text[at] === ' ') count = 1;
  for (const [index, source] of breaks.slice(breaks.length - count).entries()) {
    pieces.push({ text: at + index, length: 1, source, sourceLength: source < fileEnd ? 1 : 0 });
  }
  return at + count;
}

function lineAt(fileText: string, start: number, indent: number): BlockLine {
  const found = fileText.indexOf('\n', start);
  const newline = found === -1 ? fileText.length : found;
  const end = newline > start && found !== -1 && fileText[newline - 1] === '\r' ? newline - 1 : newline;
  let from = start;
  while (from < end && from - start < indent && fileText[from] === ' ') from++;
  return { start: from, end, newline };
}

/** How much indentation is not part of the value: what its first line that is not blank has in the file and not in it. */
export function blockIndent(node: ScalarNode, fileText: string): number {
  if (/^\n*$/.test(node.text)) return Number.POSITIVE_INFINITY; // blank lines only: all they hold is indentation
  const inText = leadingSpaces(node.text, 0, node.text.length);
  const inFile = leadingSpaces(fileText, node.content.start, node.content.end);
  return Math.max(0, inFile - inText);
}

/** Spaces before the first character that is neither space nor line break, on its line. */
function leadingSpaces(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const unit = text[at];
    if (unit === ' ') count++;
    else if (unit === '\n') count = 0;
    else if (unit !== '\r') break;
  }
  return count;
}
