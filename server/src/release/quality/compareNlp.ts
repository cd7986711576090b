import type { IntentScore, TrainOptions } from '../../nlp/contract';
import type { ThreadOutcome } from '../../nlp/trainInWorker';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import type { Range } from '../../text/range';
import type { Uri } from '../../text/uri';
import type { Answerer } from './answers';
import { renamedIntents } from './renamedIntents';
import type { Sentence } from './sentences';

/** One of the two that are compared. */
export interface NlpSide {
  readonly bot: BotSnapshot;
  /** Artifacts by language. */
  readonly models: ReadonlyMap<string, Uint8Array>;
}

/** What a side makes of a message. */
export interface SidePrediction {
  /** The best intent, whatever its score; empty without a model of the language. */
  readonly intent: string;
  readonly score: number;
  readonly isUnderstood: boolean;
}

/**
 * `same`: both understand it alike, or neither does. `other-intent`: both understand it, differently. `now-below`: LIVE
 * understands it and the draft would not. `now-above`: the other way round.
 */
export type PredictionChange = 'same' | 'other-intent' | 'now-below' | 'now-above';

/** In the order in which a person would worry. */
const CHANGES: readonly PredictionChange[] = ['other-intent', 'now-below', 'now-above', 'same'];

/** Anything that users say; a sentence of the bot's files, or a message that was recorded. */
export type Said = Sentence | (Pick<Sentence, 'text' | 'language'> & { readonly source: 'message' });

export interface ComparedSentence {
  readonly said: Said;
  readonly draft: SidePrediction;
  readonly live: SidePrediction;
  readonly kind: PredictionChange;
}

/** A compared sentence as it is shown and kept: it holds on to no file. */
export interface ShownSentence extends Omit<ComparedSentence, 'said'> {
  readonly text: string;
  readonly language: string;
  readonly source: Said['source'];
  /** In the draft; absent for messages and for what only LIVE has. */
  readonly place?: { readonly uri: Uri; readonly range: Range };
  /** The intent that the expression or the test says it means. */
  readonly expected?: string;
}

/** @throws OutdatedSnapshotError when the file of the sentence was changed and has to be read again */
export function shownSentence({ said, draft, live, kind }: ComparedSentence): ShownSentence {
  const { text, language, source } = said;
  const shown = { text, language, source, draft, live, kind };
  if (said.source === 'message') return shown;
  const { file, span, intent } = said;
  return {
    ...shown,
    ...(file.uri.startsWith('file:') && { place: { uri: file.uri, range: file.lines.rangeOf(span) } }),
    ...(intent !== undefined && { expected: intent }),
  };
}

export interface CompareNlpOptions extends TrainOptions {
  readonly answerer: Answerer;
}

/** What draft and LIVE make of what users say: the changes that matter most first, each kind in the order given. */
export async function compareNlp(
  said: readonly Said[],
  draft: NlpSide,
  live: NlpSide,
  options: CompareNlpOptions,
): Promise<ThreadOutcome<readonly ComparedSentence[]>> {
  const ofDraft = await predictions(said, draft, options, 0);
  if (!ofDraft.ok) return ofDraft;
  const ofLive = await predictions(said, live, options, 0.5);
  if (!ofLive.ok) return ofLive;
  const renamed = renamedIntents(draft.bot, live.bot);
  const compared = said.flatMap((one, index): ComparedSentence[] => {
    const [now, before] = [ofDraft.value[index], ofLive.value[index]];
    if (!now || !before) return [];
    return [{ said: one, draft: now, live: before, kind: changeOf(now, before, renamed) }];
  });
  const rank = ({ kind }: ComparedSentence): number => CHANGES.indexOf(kind);
  return { ok: true, value: compared.sort((a, b) => rank(a) - rank(b)) };
}

/** @param renamed what an intent of the draft is called in LIVE; the same intent under a new name is no change */
function changeOf(
  draft: SidePrediction,
  live: SidePrediction,
  renamed: ReadonlyMap<string, string>,
): PredictionChange {
  if (draft.isUnderstood !== live.isUnderstood) return draft.isUnderstood ? 'now-above' : 'now-below';
  const name = foldName(draft.intent);
  return draft.isUnderstood && (renamed.get(name) ?? name) !== foldName(live.intent)
    ? 'other-intent'
    : 'same';
}

const NOTHING: IntentScore = { name: '', score: 0 };

/** What a side makes of each message, language by language. */
async function predictions(
  said: readonly Said[],
  { bot, models }: NlpSide,
  { answerer, signal, onProgress }: CompareNlpOptions,
  from: number,
): Promise<ThreadOutcome<readonly SidePrediction[]>> {
  const { intentThreshold = 0, maxMessageLength = 0 } = bot.settings?.item.nlp ?? {};
  const scores = said.map(() => NOTHING);
  for (const [language, model] of models) {
    const places = [...said.keys()].filter((place) => said[place]?.language === language);
    const texts = places.map((place) => said[place]?.text ?? '');
    if (texts.length === 0) continue;
    const answered = await answerer(model, texts, {
      ...(signal && { signal }),
      onProgress: (fraction) => onProgress?.(from + (fraction * places.length) / said.length / 2),
    });
    if (!answered.ok) return answered;
    for (const [index, place] of places.entries()) scores[place] = answered.value[index] ?? NOTHING;
  }
  return {
    ok: true,
    value: scores.map(({ name, score }, place) => ({
      intent: name,
      score,
      isUnderstood: score > intentThreshold && (said[place]?.text.length ?? 0) <= maxMessageLength,
    })),
  };
}
