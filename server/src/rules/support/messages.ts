import { longestForm, readMessage, type ReadMessage } from '../../model/message';
import type { LocalizedText } from '../../model/definitions';
import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import type { ScalarNode } from '../../syntax/tree';
import { embeddedScalars } from './embedded';

/** A message as it stands in a file. */
export interface WrittenMessage {
  readonly file: ProjectFile;
  readonly node: ScalarNode;
  /** Undefined for a template, which has no language of its own. */
  readonly language: string | undefined;
  readonly read: ReadMessage;
}

const known = new WeakMap<ProjectFile, readonly WrittenMessage[]>();

/** Every message and template of the bot in which something stands between braces; read once per file. */
export function* messagesOf(bot: BotSnapshot): Iterable<WrittenMessage> {
  for (const file of bot.files.values()) {
    const found = known.get(file) ?? read(file);
    known.set(file, found);
    yield* found;
  }
}

function read(file: ProjectFile): readonly WrittenMessage[] {
  return embeddedScalars(file).flatMap(({ node, embedded, key, keyPosition }) => {
    if ((embedded !== 'message' && embedded !== 'template') || !/[{}]/.test(node.text)) return [];
    const language = keyPosition === 'language' ? key?.text : undefined;
    return [{ file, node, language, read: readMessage(node.text) }];
  });
}

/** A text that the bot says in each of its languages. */
export interface SaidText {
  readonly file: ProjectFile;
  readonly text: LocalizedText;
  readonly kind: 'message' | 'question' | 'label';
  /** Buttons stand under it. */
  readonly withButtons: boolean;
}

/** Everything that the bot says, in the order of its dialogs. */
export function* saidTexts(bot: BotSnapshot): Iterable<SaidText> {
  for (const { file, item } of bot.dialogs) {
    for (const { text, buttons } of item.say) {
      yield { file, text, kind: 'message', withButtons: buttons.length > 0 };
      for (const { label } of buttons) yield { file, text: label, kind: 'label', withButtons: false };
    }
    const { ask } = item;
    if (!ask) continue;
    yield { file, text: ask.text, kind: 'question', withButtons: false };
    if (ask.retry) yield { file, text: ask.retry.text, kind: 'question', withButtons: false };
  }
}

/** How many characters a message shows at least, in its longest form; 0 for one that does not parse. */
export function lengthOf(text: string): number {
  if (!text.includes('{')) return Array.from(text).length;
  const found = readMessage(text);
  return 'elements' in found ? longestForm(found.elements) : 0;
}
