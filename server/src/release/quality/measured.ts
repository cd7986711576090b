import { existsSync } from 'node:fs';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import { expressionKey, type MeasuredLanguage } from '../../rules/measured';
import type { ModelBytes, Releases } from '../contract';
import type { Answerer } from './answers';
import { type LanguageEvaluation, rememberedEvaluation } from './evaluateBot';
import { measuredFolder } from './folder';
import { HeldOutStore } from './heldOutStore';
import { type OwnAnswers, ownAnswers, OwnAnswersStore } from './ownAnswers';

/** What was measured of the NLP of a bot, as the rules take it: by language. */
export type MeasuredNlp = ReadonlyMap<string, MeasuredLanguage>;

/**
 * What is remembered of the NLP of a bot. Languages that are trained as they are now and were not asked yet are asked,
 * where somebody can ask.
 */
export async function measuredNlp(
  releases: Releases,
  bot: BotSnapshot,
  answerer?: Answerer,
): Promise<MeasuredNlp> {
  const settings = bot.settings?.item;
  const measured = new Map<string, MeasuredLanguage>();
  if (!settings) return measured;
  const folder = await measuredFolder(releases, bot);
  if (!answerer && !existsSync(folder)) return measured;
  const evaluated = await rememberedEvaluation(bot, { store: new HeldOutStore(folder) });
  const store = new OwnAnswersStore(folder);
  for (const { value: language } of settings.languages) {
    const evaluation = evaluated?.find((one) => one.evaluation.language === language);
    const found = await releases.draftModel(bot, language);
    const own = found.ok && found.value && (await ownOf(bot, language, found.value, store, answerer));
    measured.set(language, { ...tablesOf(own || undefined), overlaps: overlapsOf(evaluation) });
  }
  return measured;
}

/** The same, but whenever somebody trained, whatever for, `measure` is called: old figures say nothing of new models. */
export function measuringReleases(
  releases: Releases,
  measure: (bot: BotSnapshot) => Promise<unknown> | void,
): Releases {
  return {
    ...releases,
    async train(bot, trainer, options) {
      const result = await releases.train(bot, trainer, options);
      // Also when nothing was to be trained: tests may have been written since.
      if (result.ok) await measure(bot);
      return result;
    },
  };
}

async function ownOf(
  bot: BotSnapshot,
  language: string,
  { model, stale }: { readonly model: ModelBytes; readonly stale: boolean },
  store: OwnAnswersStore,
  answerer: Answerer | undefined,
): Promise<OwnAnswers | undefined> {
  const known = await store.find(model);
  // A model of an earlier draft was not trained with what stands there now.
  if (stale || !answerer) return known;
  // Tests are written after training, too: the model is the same, and there is more to ask it.
  const answered = await ownAnswers(bot, language, model.bytes, answerer, known);
  if (!answered.ok) return known;
  if (answered.value !== known) await store.save(model, answered.value);
  return answered.value;
}

function tablesOf(own: OwnAnswers | undefined): Pick<MeasuredLanguage, 'expressions' | 'sentences'> {
  const { expressions = [], sentences = [] } = own ?? {};
  return {
    expressions: new Map(
      expressions.map(({ intent, text, name, score }) => [
        expressionKey(foldName(intent), text),
        { intent: name, score },
      ]),
    ),
    sentences: new Map(sentences.map(({ text, name, score }) => [text, { intent: name, score }])),
  };
}

function overlapsOf(evaluated: LanguageEvaluation | undefined): MeasuredLanguage['overlaps'] {
  if (!evaluated) return [];
  const { confusions, intents } = evaluated.evaluation;
  const counts = new Map(intents.map(({ name, count }) => [name, count]));
  return confusions.map(({ expected, answered, texts }) => ({
    intent: expected,
    other: answered,
    texts,
    of: counts.get(expected) ?? texts.length,
  }));
}
