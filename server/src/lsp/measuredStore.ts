import type { BotSnapshot } from '../project/snapshot';
import { type Measured, type MeasuredCoverage, NOT_MEASURED } from '../rules/measured';
import type { Uri } from '../text/uri';
import { revisionOf } from './revision';

interface Kept {
  readonly nlp: Measured['nlp'];
  /** What tests came through, and at which revision of the bot. */
  readonly coverage?: { readonly of: MeasuredCoverage; readonly revision: number };
}

/** What was measured of every bot of the workspace, for the rules. What did not change stays the same object. */
export class MeasuredStore {
  readonly #bots = new Map<Uri, Kept>();
  readonly #said = new Map<Uri, Measured>();

  /** Whether anything was read of this bot, be it that there is nothing. */
  has({ root }: BotSnapshot): boolean {
    return this.#bots.has(root);
  }

  of(bot: BotSnapshot): Measured {
    const kept = this.#bots.get(bot.root);
    if (!kept) return NOT_MEASURED;
    const coverage = kept.coverage?.revision === revisionOf(bot) ? kept.coverage.of : undefined;
    const before = this.#said.get(bot.root);
    if (before?.nlp === kept.nlp && before.coverage === coverage) return before;
    const measured: Measured = { nlp: kept.nlp, ...(coverage && { coverage }) };
    this.#said.set(bot.root, measured);
    return measured;
  }

  setNlp({ root }: BotSnapshot, nlp: Measured['nlp']): void {
    this.#bots.set(root, { ...this.#bots.get(root), nlp });
  }

  /** What a run of all tests of the bot, as it is, came through. */
  setCoverage(bot: BotSnapshot, of: MeasuredCoverage): void {
    const { nlp } = this.#bots.get(bot.root) ?? NOT_MEASURED;
    this.#bots.set(bot.root, { nlp, coverage: { of, revision: revisionOf(bot) } });
  }
}
