import type { ExpressionBlock, Intent } from '../../model/definitions';
import type { BotSnapshot, Placed } from '../../project/snapshot';

/**
 * What is left of a text when case, accents and punctuation do not count: two expressions of one normal form are the
 * same to a person. Texts of signs alone (`?`, an emoji) keep them.
 */
export function normalForm(text: string): string {
  // Most expressions are words of plain letters, and there are many.
  const { isPlain, isAscii } = lettersOf(text);
  if (isPlain) return text;
  if (isAscii) {
    const low = text.toLowerCase();
    const words = low.replace(APOSTROPHES, '').replace(NO_WORDS, ' ').trim();
    return words === '' ? low.trim() : words;
  }
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const words = plain
    .replace(/['’ʼ`´]/g, '')
    .replace(/[\p{P}\p{S}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return (words === '' ? plain.trim() : words).normalize('NFC');
}

const APOSTROPHES = /['`]/g;
/** The signs of ASCII and its white space. */
const NO_WORDS = /[\s!-/:-@[-`{-~]+/g;

/** Whether a text is its own normal form already, and whether it has letters of ASCII only. */
function lettersOf(text: string): { readonly isPlain: boolean; readonly isAscii: boolean } {
  let isPlain = text.length > 0;
  let isSpace = true;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit > 127) return { isPlain: false, isAscii: false };
    const isLetter = (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
    if (!isLetter && (unit !== 32 || isSpace)) isPlain = false;
    isSpace = unit === 32;
  }
  return { isPlain: isPlain && !isSpace, isAscii: true };
}

const normalForms = new WeakMap<ExpressionBlock, readonly string[]>();

/** Normal forms of a block's expressions, in their order; kept as long as the block. */
export function normalFormsOf(block: ExpressionBlock): readonly string[] {
  let forms = normalForms.get(block);
  if (!forms) {
    forms = block.expressions.map(({ plain }) => normalForm(plain));
    normalForms.set(block, forms);
  }
  return forms;
}

/** The first definition of each intent: a second one of the same name has a finding of its own. */
export function firstIntents(bot: BotSnapshot): readonly Placed<Intent>[] {
  return bot.intents.filter(({ item }) => bot.intent(item.name.value)[0]?.item === item);
}
