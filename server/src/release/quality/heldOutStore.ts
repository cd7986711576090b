import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HeldOutAnswer } from '../../nlp/evaluation/crossValidate';
import { sha256 } from '../content/hashes';
import type { Result } from '../contract';
import { writeWhole } from '../models/modelStore';

/** More inputs than these are of no use to anybody who asks what changed. */
const MOST_INPUTS = 20;

/** As JSON: intents by their place in a list, because each name would stand there for every expression. */
interface Written {
  readonly intents: readonly string[];
  readonly answers: readonly (readonly [expected: number, best: number, score: number, text: string])[];
}

/**
 * Held-out answers on disk, by the hash of the training input and the number of folds, and in which order inputs of a bot
 * were evaluated. A file that cannot be read counts as absent: everything can be evaluated again.
 */
export class HeldOutStore {
  readonly #folder: string;

  /** @param folder see `measuredFolder` */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async find(input: string, folds: number): Promise<readonly HeldOutAnswer[] | undefined> {
    return read(this.#answersFile(input, folds), (content) => answersOf(content as Written));
  }

  async save(input: string, folds: number, answers: readonly HeldOutAnswer[]): Promise<Result<undefined>> {
    const intents = [...new Set(answers.flatMap(({ expected, best }) => [expected, best]))];
    const place = new Map(intents.map((name, index) => [name, index]));
    const written: Written = {
      intents,
      answers: answers.map(({ expected, best, score, text }) => [
        place.get(expected) ?? 0,
        place.get(best) ?? 0,
        score,
        text,
      ]),
    };
    return this.#write(this.#answersFile(input, folds), written);
  }

  /**
   * The training inputs of a bot (by the address of its folder) that were evaluated in a language with so many folds, the
   * newest last.
   */
  async inputs(root: string, language: string, folds: number): Promise<readonly string[]> {
    const inputs = await read(this.#inputsFile(root, language, folds), (content) =>
      (content as readonly unknown[]).filter((one) => typeof one === 'string'),
    );
    return inputs ?? [];
  }

  /** Takes note that an input is the one that was evaluated last with so many folds. */
  async noteInput(root: string, language: string, folds: number, input: string): Promise<Result<undefined>> {
    const before = (await this.inputs(root, language, folds)).filter((one) => one !== input);
    return this.#write(this.#inputsFile(root, language, folds), [...before, input].slice(-MOST_INPUTS));
  }

  #write(file: string, content: unknown): Promise<Result<undefined>> {
    return writeWhole(this.#folder, file, Buffer.from(JSON.stringify(content)));
  }

  #answersFile(input: string, folds: number): string {
    return join(this.#folder, `${sha256(`${input} ${folds}`)}.held-out.json`);
  }

  #inputsFile(root: string, language: string, folds: number): string {
    return join(this.#folder, `${sha256(`${root}\n${language}\n${folds}`)}.inputs.json`);
  }
}

/** Undefined for what is not there, or is not what was written. */
async function read<T>(file: string, take: (content: unknown) => T): Promise<T | undefined> {
  try {
    return take(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** @throws Error for what was not written by `save` */
function answersOf({ intents, answers }: Written): readonly HeldOutAnswer[] {
  return answers.map(([expected, best, score, text]) => {
    if (typeof score !== 'number' || typeof text !== 'string') throw new TypeError('no answer');
    return { expected: named(intents, expected), best: named(intents, best), score, text };
  });
}

function named(intents: readonly unknown[], place: number): string {
  const name = intents[place];
  if (typeof name !== 'string') throw new RangeError(`no intent ${place}`);
  return name;
}
