import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntentScore, TrainOptions } from '../../nlp/contract';
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

/** Asks a model of a bot about the bot's own expressions and tests. */
export async function ownAnswers(
  bot: BotSnapshot,
  language: string,
  model: Uint8Array,
  answerer: Answerer,
  options: TrainOptions = {},
): Promise<ThreadOutcome<OwnAnswers>> {
  const own = [...sentencesOf(bot)].filter((sentence) => sentence.language === language);
  const expressions = own.filter(({ source }) => source === 'expression');
  const known = new Set(expressions.map(({ text }) => normalForm(text)));
  const isNew = ({ text, source }: Sentence): boolean => source === 'test' && !known.has(normalForm(text));
  const sentences = [...new Set(own.filter(isNew).map(({ text }) => text))];
  const answered = await answerer(model, [...expressions.map(({ text }) => text), ...sentences], options);
  if (!answered.ok) return answered;
  return {
    ok: true,
    value: {
      expressions: expressions.flatMap(({ text, intent = '' }, index) => {
        const answer = answered.value[index];
        if (!answer) return [];
        const isRight = foldName(answer.name) === foldName(intent);
        return isRight && answer.score > SURE ? [] : [{ ...answer, intent, text }];
      }),
      sentences: sentences.flatMap((text, index) => {
        const answer = answered.value[expressions.length + index];
        return answer ? [{ ...answer, text }] : [];
      }),
    },
  };
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
      const read = JSON.parse(await readFile(this.#file(artifact), 'utf8')) as Partial<OwnAnswers>;
      const { expressions, sentences } = read;
      return Array.isArray(expressions) && Array.isArray(sentences) ? { expressions, sentences } : undefined;
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
