import { foldName } from '../../model/occurrence';
import { evaluationOf } from '../../nlp/evaluation/crossValidate';
import { trainingDataOf } from '../../nlp/trainingData';
import type { BotSnapshot } from '../../project/snapshot';
import { sha256 } from '../content/hashes';
import type {
  ChangedUnderstanding,
  LanguageQuality,
  Measure,
  Measurements,
  MeasureWork,
  ModelNeed,
} from '../contract';
import type { Answerer } from './answers';
import { type ComparedSentence, compareNlp, type NlpSide, type SidePrediction } from './compareNlp';
import { type Evaluator, FOLDS, heldOut } from './evaluateBot';
import { HeldOutStore } from './heldOutStore';
import { type Sentence, sentencesOf } from './sentences';

/** More sentences than these of a language are asked in part: whoever publishes is waiting. */
const MOST_ASKED = 5000;
/** What a person reads before publishing; all of it is for the comparison of draft and LIVE. */
const MOST_SHOWN = 20;
/** What is possible is asked again and again, mostly of the same. */
const MOST_REMEMBERED = 8;

export interface NlpMeasureOptions {
  readonly answerer: Answerer;
  readonly evaluator: Evaluator;
}

/** Measures the NLP of what would be live beside that of LIVE. The same work is done once. */
export function nlpMeasure(options: NlpMeasureOptions): Measure {
  const known = new Map<string, Measurements>();
  return async (work) => {
    const sides = sidesOf(work);
    if (!sides) return {};
    const said = sentencesOfBoth(work.composed, sides.live.bot);
    const key = keyOf(work, said);
    const before = known.get(key);
    if (before) return before;
    const compared = await compareNlp(said, sides.draft, sides.live, {
      answerer: options.answerer,
      ...(work.signal && { signal: work.signal }),
    });
    if (!compared.ok) return {};
    const languages = await qualityOf(work, sides, compared.value, options);
    const measured: Measurements = {
      ...(languages && { nlpQuality: { languages } }),
      understanding: changedIn(compared.value),
    };
    const [oldest] = known.keys();
    if (known.size >= MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
    known.set(key, measured);
    return measured;
  };
}

interface Sides {
  readonly draft: NlpSide;
  readonly live: NlpSide;
}

/** Undefined where there is nothing to compare, or a model is missing. */
function sidesOf({ composed, models, liveBot, liveModels }: MeasureWork): Sides | undefined {
  if (!liveBot || models.length === 0 || models.some(({ model }) => !model)) return undefined;
  return {
    draft: { bot: composed, models: bytesOf(models) },
    live: { bot: liveBot, models: bytesOf(liveModels) },
  };
}

function bytesOf(needs: readonly ModelNeed[]): ReadonlyMap<string, Uint8Array> {
  return new Map(needs.flatMap(({ language, model }) => (model ? [[language, model.bytes] as const] : [])));
}

/** What users say, as either side knows it: each sentence once, in the file of what would be live if it is there. */
function sentencesOfBoth(composed: BotSnapshot, live: BotSnapshot): readonly Sentence[] {
  const byLanguage = new Map<string, Map<string, Sentence>>();
  for (const sentence of [...sentencesOf(composed), ...sentencesOf(live)]) {
    const own = byLanguage.get(sentence.language) ?? new Map<string, Sentence>();
    byLanguage.set(sentence.language, own);
    const before = own.get(sentence.text);
    // What a test expects is what is measured, also where the same words are an expression.
    if (!before || (expectsIntent(sentence) && !expectsIntent(before))) own.set(sentence.text, sentence);
  }
  return [...byLanguage.values()].flatMap((own) => {
    const every = Math.ceil(own.size / MOST_ASKED);
    return [...own.values()].filter(({ source }, index) => source === 'test' || index % every === 0);
  });
}

function expectsIntent({ source, intent }: Sentence): boolean {
  return source === 'test' && intent !== undefined;
}

function keyOf({ composed, models, liveBot, liveModels }: MeasureWork, said: readonly Sentence[]): string {
  const settings = [composed, liveBot].map((bot) => [
    bot?.settings?.item.nlp,
    bot?.settings?.item.nlpQuality,
  ]);
  const artifacts = [...models, ...liveModels].map(({ language, model }) => [language, model?.artifact]);
  const places = said.map(({ text, language, file, span, intent }) => [
    text,
    language,
    file.uri,
    span.start,
    intent,
  ]);
  return sha256(JSON.stringify([settings, artifacts, places]));
}

function changedIn(compared: readonly ComparedSentence[]): ChangedUnderstanding {
  const changed = compared.filter(({ kind }) => kind !== 'same');
  return { asked: compared.length, changed: changed.length, first: changed.slice(0, MOST_SHOWN) };
}

/** Undefined when bot.yaml does not ask for it, or it was cancelled. */
async function qualityOf(
  work: MeasureWork,
  { draft, live }: Sides,
  compared: readonly ComparedSentence[],
  options: NlpMeasureOptions,
): Promise<readonly LanguageQuality[] | undefined> {
  const { policy, measuredBy } = work.composed.settings?.item.nlpQuality ?? {};
  if (policy === undefined || policy === 'off') return undefined;
  if (measuredBy === 'tests') return byTests(compared, draft, live);
  const languages: LanguageQuality[] = [];
  for (const language of bothLanguages(draft, live)) {
    const accuracy = await crossValidated(draft.bot, language, work, options);
    const ofLive = await crossValidated(live.bot, language, work, options);
    if (accuracy === undefined || ofLive === undefined) continue;
    languages.push({ language, measuredBy: 'cross-validation', accuracy, live: ofLive });
  }
  return languages;
}

function bothLanguages(draft: NlpSide, live: NlpSide): readonly string[] {
  return [...draft.models.keys()].filter((language) => live.models.has(language));
}

function byTests(
  compared: readonly ComparedSentence[],
  draft: NlpSide,
  live: NlpSide,
): readonly LanguageQuality[] {
  return bothLanguages(draft, live).flatMap((language): LanguageQuality[] => {
    const asked = compared.filter(
      ({ said }) => said.source === 'test' && said.language === language && said.intent !== undefined,
    );
    if (asked.length === 0) return [];
    const share = (side: 'draft' | 'live'): number =>
      asked.filter((one) => isMeant(one, one[side])).length / asked.length;
    return [{ language, measuredBy: 'tests', accuracy: share('draft'), live: share('live') }];
  });
}

function isMeant({ said }: ComparedSentence, { intent, isUnderstood }: SidePrediction): boolean {
  return isUnderstood && said.source !== 'message' && foldName(intent) === foldName(said.intent ?? '');
}

/** Share of the expressions that are understood as they should be by a model that was trained without them. */
async function crossValidated(
  bot: BotSnapshot,
  language: string,
  { folder, signal }: MeasureWork,
  { evaluator }: NlpMeasureOptions,
): Promise<number | undefined> {
  const store = new HeldOutStore(folder);
  const held = await heldOut(trainingDataOf(bot, language), { evaluator, store, ...(signal && { signal }) });
  if (!held.ok) return undefined;
  const threshold = bot.settings?.item.nlp.intentThreshold ?? 0;
  const { accuracy, coverage } = evaluationOf(language, FOLDS, threshold, held.answers).atThreshold;
  return accuracy * coverage;
}
