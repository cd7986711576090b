import type { Span } from '../../text/range';
import type { BotSnapshot, ProjectFile } from '../../project/snapshot';

/** Something that users say, as the files of a bot have it. */
export interface Sentence {
  readonly text: string;
  readonly language: string;
  readonly source: 'expression' | 'test';
  readonly file: ProjectFile;
  readonly span: Span;
  /** The intent that it means; absent where a test does not say. */
  readonly intent?: string;
}

/** Every expression and every sentence of a conversation test of a bot, in the order of its files. */
export function* sentencesOf(bot: BotSnapshot): Iterable<Sentence> {
  yield* expressionsOf(bot);
  yield* testSentencesOf(bot);
}

/**
 * What users say by which a bot is compared with LIVE: its expressions and tests, and the expressions that only LIVE has.
 * Each sentence of a language is there once, in the file of the bot if it has it. Tests of LIVE do not count: what they
 * expect may be gone on purpose.
 */
export function sentencesOfBoth(bot: BotSnapshot, live: BotSnapshot): readonly Sentence[] {
  const byText = new Map<string, Sentence>();
  for (const sentence of [...sentencesOf(bot), ...expressionsOf(live)]) {
    const key = JSON.stringify([sentence.language, sentence.text]);
    const before = byText.get(key);
    // What a test expects is what is measured, also where the same words are an expression.
    if (!before || (expectsIntent(sentence) && !expectsIntent(before))) byText.set(key, sentence);
  }
  return [...byText.values()];
}

function expectsIntent({ source, intent }: Sentence): boolean {
  return source === 'test' && intent !== undefined;
}

function* expressionsOf(bot: BotSnapshot): Iterable<Sentence> {
  for (const { file, item } of bot.intents) {
    for (const [language, { expressions }] of item.expressions) {
      for (const { plain, span } of expressions) {
        if (plain.trim() === '') continue;
        yield { text: plain, language, source: 'expression', file, span, intent: item.name.value };
      }
    }
  }
}

/** What users say in the conversation tests of a bot. */
function* testSentencesOf(bot: BotSnapshot): Iterable<Sentence> {
  const usual = bot.settings?.item.languages[0]?.value ?? '';
  for (const { file, item } of bot.tests) {
    for (const step of item.steps) {
      if (step.kind !== 'user') continue;
      const { value: text, span } = step.text;
      const intent = step.expect?.intent?.value;
      const language = item.language?.value ?? usual;
      yield { text, language, source: 'test', file, span, ...(intent !== undefined && { intent }) };
    }
  }
}
