import { isAbsolute, relative, sep } from 'node:path';

/** Where a command prints. Injected, so that tests and the process see the same text. */
export interface Terminal {
  readonly cwd: string;
  /** Results. */
  out(text: string): void;
  /** Progress and errors. */
  err(text: string): void;
  /** Colour and redrawn progress lines are for terminals only. */
  readonly interactive: boolean;
  readonly color: boolean;
}

/** Control characters, and the marks that reorder text on screen: files and messages can hold them, a terminal obeys them. */
const UNSAFE = new RegExp(
  '[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]',
  'g',
);

/** Makes text from files and users safe to print: what a terminal would obey becomes visible, such as `\u001b`. */
export function printable(text: string): string {
  return text.replaceAll(
    UNSAFE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const STYLES = { red: 31, yellow: 33, blue: 34, green: 32, dim: 2, bold: 1 } as const;

/** Wraps text in a colour when the terminal shows colours. */
export function paint(terminal: Terminal, style: keyof typeof STYLES, text: string): string {
  return terminal.color ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text;
}

/** One JSON value as the whole output. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(jsonText(value));
}

/** The same as text. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** A path as a person wants to read it: from the current folder when it is in there, else whole. */
export function shortPath(cwd: string, path: string): string {
  const short = relative(cwd, path);
  return short === '..' || short.startsWith(`..${sep}`) || isAbsolute(short) ? path : short;
}
