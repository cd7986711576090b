import type { Expression, ExpressionBlock, Intent } from '../../model/definitions';
import type { BotSnapshot, Placed } from '../../project/snapshot';

/** One expression with everything that rules need to point at it. */
export interface PlacedExpression {
  readonly intent: Placed<Intent>;
  readonly expression: Expression;
  readonly normal: string;
}

/** The expressions of one intent in one language. */
export interface PlacedBlock {
  readonly intent: Placed<Intent>;
  readonly block: ExpressionBlock;
}

/**
 * What is left of a text when case, accents and punctuation do not count: two expressions of one normal form are the
 * same to a person. Texts of signs alone (`?`, an emoji) keep them.
 */
export function normalForm(text: string): string {
  // Most expressions are words of plain letters, and there are many.
  if (/^[a-z0-9]+(?: [a-z0-9]+)*$/.test(text)) return text;
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

/** All blocks of a language, in the order of the files. */
export function blocksIn(bot: BotSnapshot, language: string): readonly PlacedBlock[] {
  return firstIntents(bot).flatMap((intent) => {
    const block = intent.item.expressions.get(language);
    return block ? [{ intent, block }] : [];
  });
}

/** The expression at `index` of a block. */
export function expressionAt({ intent, block }: PlacedBlock, index: number): PlacedExpression | undefined {
  const expression = block.expressions[index];
  return expression && { intent, expression, normal: normalFormsOf(block)[index] ?? '' };
}

/** Every language in which some intent has expressions, in the order of the files. */
export function languagesInUse(bot: BotSnapshot): readonly string[] {
  return [...new Set(bot.intents.flatMap(({ item }) => [...item.expressions.keys()]))];
}
