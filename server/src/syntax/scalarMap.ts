import type { Span } from '../text/range';
import { blockIndent, blockPieces } from './blockPieces';
import { flowPieces } from './flowPieces';
import type { ScalarNode } from './tree';

/**
 * A stretch of a scalar's text and where it comes from. When both are as long as each other they are the same
 * characters; otherwise it is one unit: an escape, a folded line break.
 */
export interface Piece {
  readonly text: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
}

// A file's tree is immutable, and a scalar of 50,000 expressions is asked about 50,000 times.
const known = new WeakMap<ScalarNode, readonly Piece[] | null>();

/**
 * Where in the file the character at `offsetInText` of `node.text` is written; for the text's length, where it ends.
 * Undefined when that cannot be told. `fileText` must be the text that `node` was parsed from.
 */
export function sourceOffset(node: ScalarNode, fileText: string, offsetInText: number): number | undefined {
  if (isVerbatimScalar(node, fileText)) {
    return offsetInText >= 0 && offsetInText <= node.text.length
      ? node.content.start + offsetInText
      : undefined;
  }
  const pieces = piecesOf(node, fileText);
  if (!pieces || offsetInText < 0 || offsetInText > node.text.length) return undefined;
  const piece = pieceAt(pieces, offsetInText);
  if (!piece) return node.content.start;
  const within = offsetInText - piece.text;
  if (within >= piece.length) return piece.source + piece.sourceLength;
  return isVerbatim(piece) ? piece.source + within : piece.source;
}

/** The place of `node.text.slice(start, end)` in the file; the whole scalar when that cannot be told. */
export function spanInScalar(node: ScalarNode, fileText: string, start: number, end: number): Span {
  const from = sourceOffset(node, fileText, start);
  if (from === undefined) return node.span;
  if (end <= start) return { start: from, end: from };
  const to = sourceEnd(node, fileText, end - 1);
  return to === undefined ? node.span : { start: from, end: to };
}

/** True for a scalar that stands in the file as it is, as most do that fit on a line. */
function isVerbatimScalar({ text, style, content }: ScalarNode, fileText: string): boolean {
  return (
    style !== 'literal' &&
    style !== 'folded' &&
    content.end - content.start === text.length &&
    fileText.startsWith(text, content.start)
  );
}

/** Where the source of one character ends. */
function sourceEnd(node: ScalarNode, fileText: string, offsetInText: number): number | undefined {
  if (isVerbatimScalar(node, fileText)) {
    return offsetInText < node.text.length ? node.content.start + offsetInText + 1 : undefined;
  }
  const piece = pieceAt(piecesOf(node, fileText) ?? [], offsetInText);
  if (!piece || offsetInText >= piece.text + piece.length) return undefined;
  return isVerbatim(piece) ? piece.source + offsetInText - piece.text + 1 : piece.source + piece.sourceLength;
}

function isVerbatim(piece: Piece): boolean {
  return piece.length === piece.sourceLength;
}

/** The last piece that starts at or before `offset`. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.text ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}

function piecesOf(node: ScalarNode, fileText: string): readonly Piece[] | null {
  let pieces = known.get(node);
  if (pieces === undefined) {
    pieces = computePieces(node, fileText);
    known.set(node, pieces);
  }
  return pieces;
}

/**
 * Where in the file each line of a literal block's text starts, for who goes through all of them: finding one after the other
 * would take a table of every piece. Undefined when that cannot be told, and for other scalars.
 */
export function literalLines(node: ScalarNode, fileText: string): readonly number[] | undefined {
  if (node.style !== 'literal') return undefined;
  const indent = blockIndent(node, fileText);
  const starts: number[] = [];
  let source = node.content.start;
  for (let from = 0; from < node.text.length; ) {
    const newline = node.text.indexOf('\n', from);
    const end = newline === -1 ? node.text.length : newline;
    if (end > from) {
      if (!fileText.startsWith(node.text.slice(from, end), source + indent)) return undefined;
      starts.push(source + indent);
    } else starts.push(source);
    const behind = fileText.indexOf('\n', source);
    source = behind === -1 ? fileText.length : behind + 1;
    from = end + 1;
  }
  return starts;
}

function computePieces(node: ScalarNode, fileText: string): readonly Piece[] | null {
  const pieces =
    node.style === 'literal' || node.style === 'folded'
      ? blockPieces(node, fileText)
      : flowPieces(node, fileText);
  return pieces && rebuild(pieces, node, fileText) ? pieces : null;
}

/** Checks the pieces against the text: verbatim pieces must be equal, and together they must cover it. */
function rebuild(pieces: readonly Piece[], node: ScalarNode, fileText: string): boolean {
  let at = 0;
  for (const piece of pieces) {
    if (piece.text !== at) return false;
    if (isVerbatim(piece) && !fileText.startsWith(node.text.slice(at, at + piece.length), piece.source)) {
      // One character for one other is a folded line break.
      if (piece.length !== 1 || !/\s/.test(fileText.charAt(piece.source))) return false;
    }
    at += piece.length;
  }
  return at === node.text.length;
}
