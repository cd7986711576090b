import { longestForm, readMessage, type ReadMessage } from '../../model/message';
import type { LocalizedText } from '../../model/definitions';
import type { ScalarNode } from '../../syntax/tree';
import type { PartContext } from '../engine/lookups';
import type { FilePart } from '../part';
import { embeddedScalars } from './embedded';

/** A message as it stands in a file. */
export interface WrittenMessage {
  readonly node: ScalarNode;
  /** Undefined for a template, which has no language of its own. */
  readonly language: string | undefined;
  readonly read: ReadMessage;
}

/** Every message and template of a part in which something stands between braces. Ask for it by `once`. */
export function messagesIn(_part: FilePart, context: PartContext): readonly WrittenMessage[] {
  return context.once(embeddedScalars).flatMap(({ node, embedded, key, keyPosition }) => {
    if ((embedded !== 'message' && embedded !== 'template') || !/[{}]/.test(node.text)) return [];
    const language = keyPosition === 'language' ? key?.text : undefined;
    return [{ node, language, read: readMessage(node.text) }];
  });
}

/** A text that the bot says in each of its languages. */
export interface SaidText {
  readonly text: LocalizedText;
  readonly kind: 'message' | 'question' | 'label';
  /** Buttons stand under it. */
  readonly withButtons: boolean;
}

/** Everything that a dialog says, in its order. */
export function* saidTexts({ dialog }: FilePart): Iterable<SaidText> {
  if (!dialog) return;
  const { say, ask } = dialog;
  for (const { text, buttons } of say) {
    yield { text, kind: 'message', withButtons: buttons.length > 0 };
    for (const { label } of buttons) yield { text: label, kind: 'label', withButtons: false };
  }
  if (!ask) return;
  yield { text: ask.text, kind: 'question', withButtons: false };
  if (ask.retry) yield { text: ask.retry.text, kind: 'question', withButtons: false };
}

/** How many characters a message shows at least, in its longest form; 0 for one that does not parse. */
export function lengthOf(text: string): number {
  return measured(text, (part) => Array.from(part).length);
}

/** The same in bytes of UTF-8. */
export function bytesOf(text: string): number {
  return measured(text, (part) => new TextEncoder().encode(part).length);
}

function measured(text: string, measure: (part: string) => number): number {
  if (!text.includes('{')) return measure(text);
  const found = readMessage(text);
  return 'elements' in found ? longestForm(found.elements, measure) : 0;
}
