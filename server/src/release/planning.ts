import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import { finished } from '../text/turns';
import type { Access } from './access';
import type { ContentMemory } from './content/memory';
import type { BotFiles, Measure, PlanOptions, ReleaseKind, ReleasePlan, Result } from './contract';
import type { GitCall } from './git/git';
import { problem } from './git/problems';
import type { LiveCache } from './liveCache';
import { ModelStore, modelFolder } from './models/modelStore';
import { composeInSteps } from './plan/compose';
import type { Composition, LiveSide } from './plan/compose';
import { findBaseItems, findModels, liveModels } from './plan/lookUp';
import { measuredBeside } from './quality/folder';
import { planRelease } from './plan/plan';
import { readBases } from './store/base';
import { sourceCommit } from './store/source';
import { nextVersion, readHistory } from './store/versions';
import type { History } from './store/versions';

/** What plans of every kind start from. */
export interface Ground {
  readonly access: Access;
  readonly history: History;
  readonly live: LiveSide;
  readonly store: ModelStore;
  readonly call: GitCall;
}

/** Reads LIVE and the history of a bot. Writes nothing. */
export async function readGround(access: Access, cache: LiveCache, call: GitCall): Promise<Result<Ground>> {
  const { repository, bot } = access;
  const history = await readHistory(repository, bot, call);
  if (!history.ok) return history;
  const live = await cache.read(repository, bot, history.value.references, call);
  const store = new ModelStore(modelFolder(repository));
  return { ok: true, value: { access, history: history.value, live, store, call } };
}

/**
 * Looks up what a plan needs and makes it. Writes nothing.
 *
 * @param done.composition what was composed from the same before
 * @param done.memory what earlier runs of the program found out
 * @param done.measure does the work that gates need; without it they judge without
 */
export async function makePlan(
  ground: Ground,
  draft: BotSnapshot,
  project: ProjectSnapshot,
  draftFiles: BotFiles,
  kind: ReleaseKind,
  { overwriteLive, override, flows = [] }: PlanOptions,
  done: {
    readonly composition?: Composition;
    readonly memory?: ContentMemory | undefined;
    readonly measure?: Measure | undefined;
  } = {},
): Promise<Result<ReleasePlan>> {
  const { access, history, live, store, call } = ground;
  const { repository, bot } = access;
  const input = { bot, kind, flows, draft, project, draftFiles, live, memory: done.memory };
  const composition =
    done.composition ?? (await finished(composeInSteps(input), () => call.signal?.aborted === true));
  if (!composition) return { ok: false, error: problem('cancelled') };
  const bases = await readBases(repository, bot, history.versions, call);
  if (!bases.ok) return bases;
  const source = await sourceCommit(repository, draftFiles, call);
  if (!source.ok) return source;
  const context = { repository, bot, store, versions: history.versions, call };
  const version = live.reading.kind === 'known' ? live.reading.release.version : undefined;
  const [models, baseItems] = await Promise.all([
    kind === 'flows' ? liveModels(context, live.reading) : findModels(context, composition.training),
    findBaseItems(context, bases.value, { version, items: live.items }),
  ]);
  const measured = await done.measure?.({
    composed: composition.composed,
    models,
    liveBot: live.bot,
    liveModels: kind === 'flows' ? models : await liveModels(context, live.reading),
    folder: measuredBeside(store.folder),
    signal: call.signal,
  });
  if (call.signal?.aborted) return { ok: false, error: problem('cancelled') };
  return {
    ok: true,
    value: planRelease({
      ...input,
      composition,
      models,
      bases: bases.value,
      baseItems,
      source: source.value,
      nextVersion: nextVersion(history),
      overwriteLive,
      override,
      measured: measured ?? {},
    }),
  };
}
