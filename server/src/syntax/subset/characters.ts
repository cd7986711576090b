/** UTF-16 code units that mean something to YAML. */
export const TAB = 9;
export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const DOUBLE_QUOTE = 34;
export const HASH = 35;
export const SINGLE_QUOTE = 39;
export const COMMA = 44;
export const DASH = 45;
export const COLON = 58;
export const OPEN_BRACKET = 91;
export const BACKSLASH = 92;
export const CLOSE_BRACKET = 93;
export const OPEN_BRACE = 123;
export const PIPE = 124;
export const CLOSE_BRACE = 125;

/** What cannot start a plain text, or means something else at its start. Byte order marks too. */
const INDICATORS: ReadonlySet<number> = new Set(
  Array.from('-?:,[]{}#&*!|>\'"%@` \t\n\r\ufeff', (one) => one.charCodeAt(0)),
);

/** True when a plain text certainly starts with this unit, alone or before a digit for a minus sign. */
export function startsPlain(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit !== DASH) return !INDICATORS.has(unit) && unit === unit;
  const next = text.charCodeAt(at + 1);
  return next >= 48 && next <= 57;
}

/** True for a blank, a line break, and behind the end of the text. */
export function isBlank(unit: number): boolean {
  return unit === SPACE || unit === LF || unit === CR || unit === TAB || Number.isNaN(unit);
}
