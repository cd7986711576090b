import type { EmbeddedName } from './embedded';
import { MESSAGE_LIMITS } from './message';

/** What a brace that is still open stands for: an argument (`{name, plural, `), or the text of a form (`one {`). */
export interface OpenBrace {
  readonly kind: 'argument' | 'form';
  /** Offset behind the brace. */
  readonly start: number;
}

/** A message taken apart from left to right, as far as its braces tell. */
export interface MessageTokens {
  readonly names: readonly EmbeddedName[];
  /** The braces that are open at the end, outermost first. */
  readonly open: readonly OpenBrace[];
  /** An apostrophe hides everything up to the end. */
  readonly quoted: boolean;
  /** False when the braces contradict each other: then nobody can tell names from text. */
  readonly sound: boolean;
}

/** Behind the brace of an argument: its name, and what closes it or goes on. */
const HEAD = /\s*([A-Za-z_]\w*)\s*(?=[,}]|$)/y;

/**
 * Reads the braces of a message in ICU MessageFormat, whether or not it parses: a brace opens an argument in text and a
 * text in an argument, and an apostrophe before a brace quotes.
 */
export function messageTokens(text: string): MessageTokens {
  const names: EmbeddedName[] = [];
  const open: OpenBrace[] = [];
  let sound = text.length <= MESSAGE_LIMITS.length;
  for (let at = 0; sound && at < text.length; at++) {
    const unit = text[at];
    const inArgument = open.at(-1)?.kind === 'argument';
    if (unit === "'" && !inArgument && text[at + 1] === "'") at++;
    else if (unit === "'" && !inArgument && /[{}]/.test(text[at + 1] ?? '')) {
      const close = text.indexOf("'", at + 2);
      if (close < 0) return { names, open, quoted: true, sound };
      at = close;
    } else if (unit === '}') sound = open.pop() !== undefined;
    else if (unit === '{' && inArgument) open.push({ kind: 'form', start: at + 1 });
    else if (unit === '{') {
      open.push({ kind: 'argument', start: at + 1 });
      HEAD.lastIndex = at + 1;
      const [whole, name] = HEAD.exec(text) ?? [];
      if (whole !== undefined && name !== undefined) {
        const start = text.indexOf(name, at + 1);
        names.push({ name, start, end: start + name.length });
        at += whole.length;
      } else sound = /^\s*(?:\}|$)/.test(text.slice(at + 1));
    }
  }
  return { names, open, quoted: false, sound };
}

/**
 * The names of a message that does not parse, in the order of the text; undefined when its braces do not tell which words
 * are names. One placeholder that is still being written at the end is no doubt.
 */
export function lexedPlaceholders(text: string): readonly EmbeddedName[] | undefined {
  const { names, open, quoted, sound } = messageTokens(text);
  const [unclosed] = open;
  const clear = !unclosed || (open.length === 1 && !text.includes('{', unclosed.start));
  return sound && !quoted && clear ? names : undefined;
}
