import { longestForm, readMessage, type ReadMessage } from '../../model/message';
import type { LocalizedText } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';
import type { ScalarNode } from '../../syntax/tree';
import { oncePerTree } from '../engine/table';
import { dialogsIn } from '../facts/flows';
import { embeddedScalars } from './embedded';

/** A message as it stands in a file. */
export interface WrittenMessage {
  readonly node: ScalarNode;
  /** Undefined for a template, which has no language of its own. */
  readonly language: string | undefined;
  readonly read: ReadMessage;
}

/** Every message and template of a file in which something stands between braces; read once. */
export const messagesIn = oncePerTree(read);

function read(file: ProjectFile): readonly WrittenMessage[] {
  return embeddedScalars(file).flatMap(({ node, embedded, key, keyPosition }) => {
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

/** Everything that the dialogs of a file say, in its order. */
export function* saidTexts(file: ProjectFile): Iterable<SaidText> {
  for (const { say, ask } of dialogsIn(file)) {
    for (const { text, buttons } of say) {
      yield { text, kind: 'message', withButtons: buttons.length > 0 };
      for (const { label } of buttons) yield { text: label, kind: 'label', withButtons: false };
    }
    if (!ask) continue;
    yield { text: ask.text, kind: 'question', withButtons: false };
    if (ask.retry) yield { text: ask.retry.text, kind: 'question', withButtons: false };
  }
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
