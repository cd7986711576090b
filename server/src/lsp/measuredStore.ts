import { isDeepStrictEqual } from 'node:util';
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
  /** How often the NLP of a bot began to be measured. */
  readonly #turns = new Map<Uri, number>();

  /** Whether the NLP of this bot was measured, or is being measured. */
  has({ root }: BotSnapshot): boolean {
    return this.#turns.has(root);
  }

  /** Takes note that the NLP of a bot is measured from now on. @returns what `setNlp` is to be told with the outcome */
  begin({ root }: BotSnapshot): number {
    const turn = (this.#turns.get(root) ?? 0) + 1;
    this.#turns.set(root, turn);
    return turn;
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

  /** @returns true when it is another one than before; what began to be measured before something newer does not count */
  setNlp({ root }: BotSnapshot, nlp: Measured['nlp'], turn: number): boolean {
    const before = this.#bots.get(root);
    if (turn !== this.#turns.get(root) || (before && isDeepStrictEqual(before.nlp, nlp))) return false;
    this.#bots.set(root, { ...before, nlp });
    return true;
  }

  /** What a run of all tests of the bot, as it is, came through. */
  setCoverage(bot: BotSnapshot, of: MeasuredCoverage): void {
    const { nlp } = this.#bots.get(bot.root) ?? NOT_MEASURED;
    this.#bots.set(bot.root, { nlp, coverage: { of, revision: revisionOf(bot) } });
  }
}
