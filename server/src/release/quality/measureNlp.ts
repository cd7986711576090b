import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { evaluationOf, type HeldOut } from '../../nlp/evaluation/crossValidate';
import type { BotSnapshot } from '../../project/snapshot';
import { sha256 } from '../content/hashes';
import type {
  ChangedUnderstanding,
  LanguageQuality,
  Measure,
  Measurements,
  MeasureWork,
  ModelNeed,
  NlpQuality,
  Unmeasured,
} from '../contract';
import type { Answerer } from './answers';
import {
  type ComparedSentence,
  compareNlp,
  type NlpSide,
  type Said,
  shownSentence,
  type SidePrediction,
} from './compareNlp';
import { type Evaluator, FOLDS, heldOut } from './evaluateBot';
import { HeldOutStore } from './heldOutStore';
import { renamedIntents } from './renamedIntents';
import { type Sentence, sentencesOfBoth } from './sentences';
import { SharedWork } from './shared';

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

/** Measures the NLP of what would be live beside that of LIVE. The same work is done once, also for those who ask meanwhile. */
export function nlpMeasure(options: NlpMeasureOptions): Measure {
  const known = new SharedWork<Measurements>(
    MOST_REMEMBERED,
    ({ nlpQuality }) => nlpQuality?.unmeasured === undefined,
  );
  return async (work) => {
    const sides = sidesOf(work);
    if (!sides) return {};
    if ('reason' in sides) return unmeasured(work, sides);
    const said = sentencesOfBoth(work.composed, sides.live.bot);
    const measured = await known.get(keyOf(work, said), work.signal, (signal) =>
      measure({ ...work, signal }, sides, said, options),
    );
    return measured ?? {};
  };
}

async function measure(
  work: MeasureWork,
  sides: Sides,
  said: readonly Sentence[],
  options: NlpMeasureOptions,
): Promise<Measurements> {
  const compared = await compareNlp(partOf(said), sides.draft, sides.live, {
    answerer: options.answerer,
    ...(work.signal && { signal: work.signal }),
  });
  if (!compared.ok) {
    return compared.reason === 'failed'
      ? unmeasured(work, { reason: 'failed', message: compared.message })
      : {};
  }
  const nlpQuality = await qualityOf(work, sides, compared.value, options);
  return { ...(nlpQuality && { nlpQuality }), understanding: changedIn(compared.value, said.length) };
}

/** Where bot.yaml does not ask for the quality nobody has to know why it is not known. */
function unmeasured(work: MeasureWork, why: Unmeasured): Measurements {
  return isWanted(work) ? { nlpQuality: { languages: [], unmeasured: why } } : {};
}

function isWanted({ composed }: MeasureWork): boolean {
  const { policy = 'off' } = composed.settings?.item.nlpQuality ?? {};
  return policy !== 'off';
}

interface Sides {
  readonly draft: NlpSide;
  readonly live: NlpSide;
}

/** Why there are no two sides; undefined where there is no LIVE, and nothing that is compared with it. */
function sidesOf({ composed, models, liveBot, liveModels }: MeasureWork): Sides | Unmeasured | undefined {
  if (!liveBot) return undefined;
  if (models.length === 0 || models.some(({ model }) => !model)) return { reason: 'not-trained' };
  const damaged = liveModels.filter(({ model }) => !model).map(({ language }) => language);
  if (damaged.length > 0) {
    return {
      reason: 'failed',
      message: t(
        'The NLP model of LIVE cannot be read ({0}). "Doctor" says what is wrong with it.',
        damaged.join(', '),
      ),
    };
  }
  return {
    draft: { bot: composed, models: bytesOf(models) },
    live: { bot: liveBot, models: bytesOf(liveModels) },
  };
}

function bytesOf(needs: readonly ModelNeed[]): ReadonlyMap<string, Uint8Array> {
  return new Map(needs.flatMap(({ language, model }) => (model ? [[language, model.bytes] as const] : [])));
}

/** Of very many sentences of a language every second, third and so on; all those of tests. */
function partOf(said: readonly Sentence[]): readonly Sentence[] {
  const languages = new Map<string, Sentence[]>();
  for (const sentence of said) {
    const own = languages.get(sentence.language);
    if (own) own.push(sentence);
    else languages.set(sentence.language, [sentence]);
  }
  return [...languages.values()].flatMap((own) => {
    const every = Math.ceil(own.length / MOST_ASKED);
    return own.filter(({ source }, index) => source === 'test' || index % every === 0);
  });
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

function changedIn(compared: readonly ComparedSentence[], of: number): ChangedUnderstanding {
  const changed = compared.filter(({ kind }) => kind !== 'same');
  const first = changed.slice(0, MOST_SHOWN).map(shownSentence);
  return { of, asked: compared.length, changed: changed.length, first };
}

/** Undefined when bot.yaml does not ask for it, or it was cancelled. */
async function qualityOf(
  work: MeasureWork,
  { draft, live }: Sides,
  compared: readonly ComparedSentence[],
  options: NlpMeasureOptions,
): Promise<NlpQuality | undefined> {
  if (!isWanted(work)) return undefined;
  if (work.composed.settings?.item.nlpQuality.measuredBy === 'tests') {
    return { languages: byTests(compared, draft, live) };
  }
  const languages: LanguageQuality[] = [];
  for (const language of bothLanguages(draft, live)) {
    const accuracies: number[] = [];
    for (const { bot } of [draft, live]) {
      const held = await crossValidated(bot, language, work, options);
      if (held.ok) accuracies.push(held.accuracy);
      else if (held.reason === 'cancelled') return undefined;
      else if (held.reason === 'failed') {
        return { languages, unmeasured: { reason: 'failed', message: held.message } };
      }
    }
    const [accuracy, ofLive] = accuracies;
    // What cannot be trained is a matter of other gates.
    if (accuracy === undefined || ofLive === undefined) continue;
    languages.push({ language, measuredBy: 'cross-validation', accuracy, live: ofLive });
  }
  return { languages };
}

function bothLanguages(draft: NlpSide, live: NlpSide): readonly string[] {
  return [...draft.models.keys()].filter((language) => live.models.has(language));
}

function byTests(
  compared: readonly ComparedSentence[],
  draft: NlpSide,
  live: NlpSide,
): readonly LanguageQuality[] {
  const renamed = renamedIntents(draft.bot, live.bot);
  return bothLanguages(draft, live).flatMap((language): LanguageQuality[] => {
    const asked = compared.filter(
      ({ said }) => said.source === 'test' && said.language === language && said.intent !== undefined,
    );
    if (asked.length === 0) return [];
    const share = (isRight: (one: ComparedSentence) => boolean): number =>
      asked.filter(isRight).length / asked.length;
    return [
      {
        language,
        measuredBy: 'tests',
        accuracy: share(({ said, draft: now }) => isMeant(now, expectedOf(said))),
        live: share(({ said, live: before }) => {
          const expected = expectedOf(said);
          return isMeant(before, renamed.get(expected) ?? expected);
        }),
      },
    ];
  });
}

/** The intent that is expected, folded. */
function expectedOf(said: Said): string {
  return said.source === 'message' ? '' : foldName(said.intent ?? '');
}

function isMeant({ intent, isUnderstood }: SidePrediction, expected: string): boolean {
  return isUnderstood && foldName(intent) === expected;
}

/** Share of the expressions that are understood as they should be by a model that was trained without them. */
async function crossValidated(
  bot: BotSnapshot,
  language: string,
  { folder, signal }: MeasureWork,
  { evaluator }: NlpMeasureOptions,
): Promise<{ readonly ok: true; readonly accuracy: number } | Exclude<HeldOut, { readonly ok: true }>> {
  const store = new HeldOutStore(folder);
  const held = await heldOut(bot, language, { evaluator, store, ...(signal && { signal }) });
  if (!held.ok) return held;
  const threshold = bot.settings?.item.nlp.intentThreshold ?? 0;
  const { accuracy, coverage } = evaluationOf(language, FOLDS, threshold, held.answers).atThreshold;
  return { ok: true, accuracy: accuracy * coverage };
}
