import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntentScore } from '../../nlp/contract';
import type { ThreadOutcome } from '../../nlp/trainInWorker';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { normalForm } from '../../rules/support/expressions';
import type { ModelBytes, Result } from '../contract';
import { writeWhole } from '../models/modelStore';
import type { Answerer } from './answers';
import { type Sentence, sentencesOf } from './sentences';

/** Answers that are surer than this leave no doubt whatever the threshold. */
const SURE = 0.99;

/** What a model says about what it was trained with, and about the tests of its bot. */
export interface OwnAnswers {
  /** Expressions that it gives to another intent, or is not sure of. */
  readonly expressions: readonly (IntentScore & { readonly intent: string; readonly text: string })[];
  /** Sentences of conversation tests that are no expression, each once. */
  readonly sentences: readonly (IntentScore & { readonly text: string })[];
}

/**
 * Asks a model of a bot about the bot's own expressions and tests.
 * @param known what the model answered before: then it is asked only about sentences of tests that are new, and this comes
 * back when there are none
 */
export async function ownAnswers(
  bot: BotSnapshot,
  language: string,
  model: Uint8Array,
  answerer: Answerer,
  known?: OwnAnswers,
): Promise<ThreadOutcome<OwnAnswers>> {
  const own = [...sentencesOf(bot)].filter((sentence) => sentence.language === language);
  const all = own.filter(({ source }) => source === 'expression');
  const expressions = known ? [] : all;
  const sentences = newSentences(own, all, known);
  if (known && sentences.length === 0) return { ok: true, value: known };
  const answered = await answerer(model, [...expressions.map(({ text }) => text), ...sentences], {});
  if (!answered.ok) return answered;
  return {
    ok: true,
    value: {
      expressions: [
        ...(known?.expressions ?? []),
        ...expressions.flatMap(({ text, intent = '' }, index) => {
          const answer = answered.value[index];
          if (!answer) return [];
          const isRight = foldName(answer.name) === foldName(intent);
          return isRight && answer.score > SURE ? [] : [{ ...answer, intent, text }];
        }),
      ],
      sentences: [
        ...(known?.sentences ?? []),
        ...sentences.flatMap((text, index) => {
          const answer = answered.value[expressions.length + index];
          return answer ? [{ ...answer, text }] : [];
        }),
      ],
    },
  };
}

/** The sentences of tests, each once, that are no expression and that were not asked for yet. */
function newSentences(
  own: readonly Sentence[],
  expressions: readonly Sentence[],
  known: OwnAnswers | undefined,
): readonly string[] {
  const forms = new Set(expressions.map(({ text }) => normalForm(text)));
  const asked = new Set(known?.sentences.map(({ text }) => text));
  const isNew = ({ text, source }: Sentence): boolean =>
    source === 'test' && !asked.has(text) && !forms.has(normalForm(text));
  return [...new Set(own.filter(isNew).map(({ text }) => text))];
}

/** Own answers on disk, by the model that gave them. A file that cannot be read counts as absent. */
export class OwnAnswersStore {
  readonly #folder: string;

  /** @param folder see `measuredFolder` */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async find({ artifact }: Pick<ModelBytes, 'artifact'>): Promise<OwnAnswers | undefined> {
    try {
      const content: unknown = JSON.parse(await readFile(this.#file(artifact), 'utf8'));
      return isOwnAnswers(content) ? content : undefined;
    } catch {
      return undefined;
    }
  }

  save({ artifact }: Pick<ModelBytes, 'artifact'>, answers: OwnAnswers): Promise<Result<undefined>> {
    return writeWhole(this.#folder, this.#file(artifact), Buffer.from(JSON.stringify(answers)));
  }

  #file(artifact: string): string {
    return join(this.#folder, `${artifact}.own.json`);
  }
}

function isOwnAnswers(content: unknown): content is OwnAnswers {
  const { expressions, sentences } = (content ?? {}) as Partial<Record<keyof OwnAnswers, unknown>>;
  return (
    Array.isArray(expressions) &&
    Array.isArray(sentences) &&
    expressions.every((one) => isAnswer(one) && 'intent' in one && typeof one.intent === 'string') &&
    sentences.every(isAnswer)
  );
}

function isAnswer(one: unknown): one is OwnAnswers['sentences'][number] {
  const { text, name, score } = (one ?? {}) as Partial<Record<'text' | 'name' | 'score', unknown>>;
  return typeof text === 'string' && typeof name === 'string' && typeof score === 'number';
}
