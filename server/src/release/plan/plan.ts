import { itemsOf } from '../content/items';
import type { ItemTable } from '../content/items';
import { sha256 } from '../content/hashes';
import { liveRoot } from '../content/snapshot';
import type {
  Bases,
  BotFiles,
  GateOverride,
  Measurements,
  ModelNeed,
  Oid,
  PlanFacts,
  ReleasePlan,
} from '../contract';
import { differenceOf } from '../difference/difference';
import { notesOf } from '../difference/notes';
import { runGates } from '../gates/gates';
import type { ComposeInput, Composition } from './compose';
import { driftOf } from './drift';

export interface PlanInput extends ComposeInput {
  readonly composition: Composition;
  readonly models: readonly ModelNeed[];
  readonly bases: Bases;
  readonly baseItems: { readonly nlp: ItemTable | undefined; readonly flow: ItemTable | undefined };
  readonly source: Oid | null;
  readonly nextVersion: number;
  readonly overwriteLive: string | undefined;
  readonly override: GateOverride | undefined;
  readonly measured: Measurements;
}

/** A plan with what its gates say. Pure: everything that was looked up is in the input. */
export function planRelease(input: PlanInput): ReleasePlan {
  const { bot, kind, flows, draft, live, composition, models, bases, source } = input;
  const { overwriteLive, override, measured } = input;
  const { files, composed, items, hashes, findings, composeProblem } = composition;
  // Of what is not known nothing can be said to change.
  const difference = live.reading.kind === 'unknown' ? [] : differenceOf(live.items, items);
  const draftItems = composed === draft ? items : itemsOf(draft, [draft.root, liveRoot(bot)]);
  const facts: PlanFacts = {
    bot,
    kind,
    flows,
    live: live.reading,
    ...(live.bot ? { liveBot: live.bot } : {}),
    files,
    composed,
    draft,
    hashes,
    findings,
    models,
    difference,
    bases,
    drift: driftOf({
      live: live.reading,
      bases,
      liveItems: live.items,
      draftItems,
      baseItems: input.baseItems,
    }),
    overwriteLive,
    override,
    measured,
    ...(composeProblem === undefined ? {} : { composeProblem }),
    source,
  };
  const gates = runGates(facts);
  return Object.freeze({
    ...facts,
    gates,
    possible: gates.every(({ outcome }) => outcome !== 'block'),
    liveCommit: live.reading.kind === 'known' ? live.reading.release.commit : null,
    contentHash: contentHash(kind, files, hashes.definition, models),
    nextVersion: input.nextVersion,
    notes: notesOf(difference, live.reading.kind === 'none'),
  });
}

/** What two people mean when they say "the same plan". */
function contentHash(
  kind: string,
  files: BotFiles,
  definition: string,
  models: readonly ModelNeed[],
): string {
  const artifacts = models.map(({ language, input, model }) => [language, input, model?.artifact ?? null]);
  return sha256(JSON.stringify([kind, files.size, definition, artifacts]));
}
