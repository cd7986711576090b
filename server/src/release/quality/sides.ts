import { t } from '@vscode/l10n';
import type { TrainOptions } from '../../nlp/contract';
import type { BotSnapshot } from '../../project/snapshot';
import type { Releases, Trainer } from '../contract';
import type { NlpSide } from './compareNlp';

export type Sides =
  | { readonly outcome: 'found'; readonly draft: NlpSide; readonly live: NlpSide; readonly version: number }
  | { readonly outcome: 'cancelled' }
  /** Translated: what is missing, and the next step. */
  | { readonly outcome: 'refused'; readonly reason: string };

/**
 * Draft and LIVE with their models, to be compared. What is not trained yet of the draft is trained.
 *
 * @param trainer undefined: nothing is trained, and a draft that is not trained is refused
 */
export async function sidesOf(
  releases: Releases,
  bot: BotSnapshot,
  trainer: Trainer | undefined,
  options: TrainOptions,
): Promise<Sides> {
  const reading = await releases.live(bot);
  if (reading.kind === 'unknown') return { outcome: 'refused', reason: reading.problem.message };
  const live = await releases.liveBot(bot);
  if (reading.kind === 'none' || !live) {
    return {
      outcome: 'refused',
      reason: t('There is no LIVE of {0} to compare with. Publish it first.', bot.id),
    };
  }
  if (trainer) {
    const trained = await releases.train(bot, trainer, options);
    if (!trained.ok) return { outcome: 'refused', reason: trained.error.message };
    if (trained.value.outcome === 'cancelled') return { outcome: 'cancelled' };
    if (trained.value.outcome === 'refused') {
      return { outcome: 'refused', reason: trained.value.reasons.join(' ') };
    }
  }
  const ofDraft = new Map<string, Uint8Array>();
  const ofLive = new Map<string, Uint8Array>();
  for (const { value: language } of bot.settings?.item.languages ?? []) {
    const now = await releases.draftModel(bot, language);
    if (!now.ok) return { outcome: 'refused', reason: now.error.message };
    if (now.value && !now.value.stale) ofDraft.set(language, now.value.model.bytes);
    else if (!trainer)
      return { outcome: 'refused', reason: t('{0} is not trained. Train its NLP first.', bot.id) };
    const before = await releases.liveModel(bot, language);
    if (!before.ok) return { outcome: 'refused', reason: before.error.message };
    if (before.value) ofLive.set(language, before.value.bytes);
  }
  const { version } = reading.release;
  return {
    outcome: 'found',
    draft: { bot, models: ofDraft },
    live: { bot: live, models: ofLive },
    version,
  };
}
