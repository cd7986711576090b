import type { ScalarNode } from '../tree';
import { BACKSLASH, DOUBLE_QUOTE, LF } from './characters';
import { coreValue } from './coreValue';
import { refuse } from './refusal';

/** The plain text in `text[start, end)`. */
export function plainScalar(text: string, start: number, end: number): ScalarNode {
  const written = text.slice(start, end);
  const span = { start, end };
  return { kind: 'scalar', text: written, value: coreValue(written), style: 'plain', span, content: span };
}

/** The quoted text that starts at `start` and closes on its line. */
export function quotedScalar(text: string, start: number): ScalarNode {
  return text.charCodeAt(start) === DOUBLE_QUOTE ? doubleQuoted(text, start) : singleQuoted(text, start);
}

function singleQuoted(text: string, start: number): ScalarNode {
  let at = start + 1;
  let doubled = false;
  for (;;) {
    at = closing(text, "'", at);
    if (text[at + 1] !== "'") break;
    doubled = true;
    at += 2;
  }
  const inside = text.slice(start + 1, at);
  return quotedNode('single-quoted', doubled ? inside.replaceAll("''", "'") : inside, start, at);
}

function doubleQuoted(text: string, start: number): ScalarNode {
  let at = closing(text, '"', start + 1);
  // Within a run of backslashes every second one is escaped itself; `unescaped` reads the pairs from the left.
  while (isEscaped(text, at, start)) at = closing(text, '"', at + 1);
  const inside = text.slice(start + 1, at);
  return quotedNode('double-quoted', inside.includes('\\') ? unescaped(inside) : inside, start, at);
}

function isEscaped(text: string, quote: number, start: number): boolean {
  let at = quote;
  while (at - 1 > start && text.charCodeAt(at - 1) === BACKSLASH) at--;
  return (quote - at) % 2 === 1;
}

/** The next quote on the line. */
function closing(text: string, quote: string, from: number): number {
  const unit = quote.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const one = text.charCodeAt(at);
    if (one === unit) return at;
    if (one === LF) break;
  }
  return refuse();
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['"', '"'],
  ['/', '/'],
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
]);

function unescaped(inside: string): string {
  return inside.replaceAll(/\\(.?)/gsu, (_, escape: string) => ESCAPES.get(escape) ?? refuse());
}

function quotedNode(
  style: 'single-quoted' | 'double-quoted',
  value: string,
  start: number,
  close: number,
): ScalarNode {
  const span = { start, end: close + 1 };
  return { kind: 'scalar', text: value, value, style, span, content: { start: start + 1, end: close } };
}
