import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { type EmbeddedName, nesting } from './embedded';

/** Longer or deeper messages are not read: no channel takes them, and the parser's cost is bounded by it. */
export const MESSAGE_LIMITS = { length: 20_000, depth: 24 };

/** The parser is loaded when the first message with a brace is read, so that start-up does not pay for it. */
let icu: typeof import('@formatjs/icu-messageformat-parser') | undefined;

/** The parts of a message in ICU MessageFormat; undefined when it does not parse, or is too long or too deep to. */
function parseMessage(text: string): readonly MessageFormatElement[] | undefined {
  if (text.length > MESSAGE_LIMITS.length || nesting(text, '{', '}') > MESSAGE_LIMITS.depth) return undefined;
  icu ??=
    require('@formatjs/icu-messageformat-parser') as typeof import('@formatjs/icu-messageformat-parser');
  try {
    return icu.parse(text, { captureLocation: true, ignoreTag: true });
  } catch {
    return undefined;
  }
}

/** The variables that a message shows or chooses by, in the order of the text; undefined when it does not parse. */
export function messageVariables(text: string): readonly EmbeddedName[] | undefined {
  if (!text.includes('{')) return [];
  const elements = parseMessage(text);
  if (!elements) return undefined;
  const found: EmbeddedName[] = [];
  collect(elements, text, found);
  return found.sort((a, b) => a.start - b.start);
}

/** `TYPE.literal`, `TYPE.pound` and `TYPE.tag` of the parser, which is not loaded at this point. */
const WITHOUT_NAME: ReadonlySet<number> = new Set([0, 7, 8]);

function collect(elements: readonly MessageFormatElement[], text: string, found: EmbeddedName[]): void {
  for (const element of elements) {
    if (WITHOUT_NAME.has(element.type) || !('value' in element) || !element.location) continue;
    // The element's place begins at its brace; blanks may stand before the name.
    const start = text.indexOf(element.value, element.location.start.offset + 1);
    found.push({ name: element.value, start, end: start + element.value.length });
    if ('options' in element) {
      for (const option of Object.values(element.options)) collect(option.value, text, found);
    }
  }
}
