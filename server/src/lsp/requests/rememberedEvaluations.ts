import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import type { Uri } from '../../protocol';
import { findTrainingInput } from '../../release/content/trainingInputs';
import { FOLDS, type LanguageEvaluation, rememberedEvaluation } from '../../release/quality/evaluateBot';
import type { HeldOutStore } from '../../release/quality/heldOutStore';

interface Memory {
  readonly store: HeldOutStore;
  readonly live: BotSnapshot | undefined;
}

interface Known {
  readonly bot: BotSnapshot;
  readonly live: BotSnapshot | undefined;
  readonly languages: readonly LanguageEvaluation[];
  /** Training inputs of the bot, by language; absent where nobody had to know. */
  readonly inputs: ReadonlyMap<string, string>;
}

/**
 * What is remembered of the evaluations of bots, for a panel that asks at each change: as long as nothing is evaluated anew,
 * figures are not computed again, and what is hashed at most is the training input.
 */
export class RememberedEvaluations {
  readonly #known = new Map<Uri, Known>();

  /** Undefined when no language was evaluated. */
  async of(bot: BotSnapshot, memory: Memory): Promise<readonly LanguageEvaluation[] | undefined> {
    const known = this.#known.get(bot.root);
    const now = (known && (await changed(known, bot, memory))) ?? (await readAnew(bot, memory));
    if (now) this.#known.set(bot.root, now);
    else this.#known.delete(bot.root);
    return now?.languages;
  }

  /** Something was evaluated: what is known is to be read anew. */
  forget(bot: BotSnapshot): void {
    this.#known.delete(bot.root);
  }
}

async function readAnew(bot: BotSnapshot, memory: Memory): Promise<Known | undefined> {
  const languages = await rememberedEvaluation(bot, memory);
  if (!languages) return undefined;
  const current = languages.filter(({ isStale }) => !isStale);
  const inputs = new Map(current.map(({ evaluation, input }) => [evaluation.language, input]));
  return { bot, live: memory.live, languages, inputs };
}

/** The same figures for the bot as it is now; undefined when others may count. */
async function changed(
  { bot: before, live, languages, inputs: known }: Known,
  bot: BotSnapshot,
  memory: Memory,
): Promise<Known | undefined> {
  if (live !== memory.live || settingsOf(before) !== settingsOf(bot)) return undefined;
  const inputs = new Map(isTrainedAlike(before, bot) ? known : []);
  const now: LanguageEvaluation[] = [];
  for (const one of languages) {
    const { language } = one.evaluation;
    const present = inputs.get(language) ?? (await findTrainingInput(bot, language));
    inputs.set(language, present);
    const isStale = present !== one.input;
    // An input of earlier that came back has figures of its own.
    if (isStale && (await memory.store.find(present, FOLDS))) return undefined;
    now.push({ ...one, isStale });
  }
  return { bot, live, languages: now, inputs };
}

/** What of bot.yaml figures depend on. */
function settingsOf({ settings }: BotSnapshot): string {
  return JSON.stringify([settings?.item.nlp, settings?.item.languages.map(({ value }) => value)]);
}

/** No file changed of which anything is learned. */
function isTrainedAlike(before: BotSnapshot, now: BotSnapshot): boolean {
  const edited = now.changedSince(before);
  const isLearned = (uri: Uri): boolean =>
    [before, now].some(({ files }) => LEARNED.has(files.get(uri)?.kind));
  return edited !== undefined && ![...edited].some(isLearned);
}

const LEARNED: ReadonlySet<ProjectFile['kind'] | undefined> = new Set(['intent', 'entity']);
