import type { Match } from '../matcher';

/** The signs with which a language writes numbers. */
export interface Separators {
  readonly decimal: string;
  /** Signs that may group digits by three. */
  readonly groups: ReadonlySet<string>;
}

const NARROW_BLANKS = ['\u00a0', '\u202f', '\u2009'];
/** Blanks between groups of the longest number that can be held exactly. */
const MOST_BLANKS = 6;

/** The separators of a language (BCP 47); those of English when it is not known. */
export function separatorsOf(language: string): Separators {
  const parts = formatOf(language).formatToParts(1234567.5);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  const group = parts.find(({ type }) => type === 'group')?.value ?? ',';
  const groups = new Set([group, ...NARROW_BLANKS, "'", '’']);
  // Keyboards have one blank only, and where the decimal sign is a comma, many group by dots.
  if (NARROW_BLANKS.includes(group)) groups.add(' ');
  if (decimal === ',') groups.add('.');
  return { decimal, groups };
}

function formatOf(language: string): Intl.NumberFormat {
  try {
    return new Intl.NumberFormat(language, { useGrouping: true, maximumFractionDigits: 1 });
  } catch {
    return new Intl.NumberFormat('en', { useGrouping: true, maximumFractionDigits: 1 });
  }
}

/** Digits with any signs between them. */
const CANDIDATE = /\d+(?:[.,'’\u0020\u00a0\u202f\u2009]\d+)*/gu;
/** A digit next to one of these is part of a date, a time, a version or a code. */
const JOINT = /^[\p{L}\p{N}_:/.-]$/u;

/**
 * Numbers in digits. What is next to a letter, or looks like a date, a time or a version, is no number. A sign of
 * grouping that does not group by three is read as the decimal sign, because people write it so.
 */
export function digitNumbers(text: string, separators: Separators): Match[] {
  const matches: Match[] = [];
  for (const candidate of text.matchAll(CANDIDATE)) {
    for (const { start, end, value } of split(candidate[0], separators)) {
      const from = candidate.index + start;
      const to = candidate.index + end;
      if (joined(text, from, to)) continue;
      const negative = isNegative(text, from);
      matches.push({
        value: negative ? -value : value,
        start: negative ? from - 1 : from,
        end: to,
        score: 1,
      });
    }
  }
  return matches;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** Reads a run of digits and signs as few numbers as possible: what is between blanks may be a number of its own. */
function split(run: string, separators: Separators): Piece[] {
  const parts = Array.from(run.matchAll(/[^\s]+/gu), ({ index, 0: part }) => ({
    start: index,
    end: index + part.length,
  }));
  const pieces: Piece[] = [];
  for (let i = 0; i < parts.length; ) {
    const { piece, count } = longest(run, parts.slice(i, i + MOST_BLANKS + 1), separators);
    if (piece) pieces.push(piece);
    i += count;
  }
  return pieces;
}

/** The number of the most parts from the first on, and how many it takes. */
function longest(
  run: string,
  parts: readonly { readonly start: number; readonly end: number }[],
  separators: Separators,
): { readonly piece?: Piece; readonly count: number } {
  const start = parts[0]?.start ?? 0;
  for (let count = parts.length; count > 0; count--) {
    const end = parts[count - 1]?.end ?? start;
    const value = parseNumber(run.slice(start, end), separators);
    if (value !== undefined) return { piece: { start, end, value }, count };
  }
  return { count: 1 };
}

function parseNumber(run: string, { decimal, groups }: Separators): number | undefined {
  const signs = [...run.matchAll(/\D/gu)];
  const last = signs.at(-1);
  if (!last) return toNumber(run);
  const first = signs[0]?.[0] ?? '';
  const inner = signs.slice(0, -1);
  const fraction = run.slice(last.index + 1);
  if (last[0] === decimal && inner.every(([sign]) => sign === first && sign !== decimal)) {
    return inner.length === 0 || isGrouped(run.slice(0, last.index), first, groups)
      ? toNumber(`${digits(run.slice(0, last.index))}.${fraction}`)
      : undefined;
  }
  if (signs.every(([sign]) => sign === first) && isGrouped(run, first, groups)) return toNumber(digits(run));
  // "1.5" in a language that writes "1,5"
  const mistaken = signs.length === 1 && (last[0] === '.' || last[0] === ',') && fraction.length !== 3;
  return mistaken ? toNumber(`${run.slice(0, last.index)}.${fraction}`) : undefined;
}

function isGrouped(run: string, sign: string, groups: ReadonlySet<string>): boolean {
  if (!groups.has(sign)) return false;
  const [head = '', ...rest] = run.split(sign);
  return head.length <= 3 && rest.every((part) => part.length === 3);
}

function digits(run: string): string {
  return run.replace(/\D/gu, '');
}

/** Undefined beyond what a number can hold exactly: that is a code. */
function toNumber(text: string): number | undefined {
  const value = Number(text);
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? value : undefined;
}

function joined(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (before !== '' && JOINT.test(before) && !isNegative(text, start)) return true;
  if (after === '' || !JOINT.test(after)) return false;
  return /^[\p{L}\p{N}_]$/u.test(after) || /^\d$/.test(text.charAt(end + 1));
}

/** A minus directly before the digits, behind a blank or at the start. */
function isNegative(text: string, start: number): boolean {
  return /^[-−]$/.test(text.charAt(start - 1)) && /^\s?$/.test(text.charAt(start - 2));
}
