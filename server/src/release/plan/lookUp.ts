import type { ItemTable } from '../content/items';
import { itemsOf } from '../content/items';
import { botOf, versionRoot } from '../content/snapshot';
import type { Bases, BotId, LiveReading, ModelBytes, ModelNeed, Result, Version } from '../contract';
import type { GitCall } from '../git/git';
import type { Repository } from '../git/repository';
import type { ModelStore } from '../models/modelStore';
import type { TrainingNeed } from './training';
import { readModel, readRelease } from '../store/read';

/** What a plan has to look up beyond what was composed: models and base versions. */
export interface LookUp {
  readonly repository: Repository;
  readonly bot: BotId;
  readonly store: ModelStore;
  readonly versions: readonly Version[];
  readonly call: GitCall;
}

/** Finds a model for each training input: in the store, else in a version. Damaged ones count as missing. */
export async function findModels(
  context: LookUp,
  training: readonly TrainingNeed[],
): Promise<readonly ModelNeed[]> {
  const needs: ModelNeed[] = [];
  for (const { language, input, problems } of training) {
    const model = (await context.store.find(input)) ?? (await modelOfVersion(context, language, input));
    const { bytes, artifact } = model ?? {};
    needs.push({ language, input, problems, ...(bytes && artifact ? { model: { bytes, artifact } } : {}) });
  }
  return needs;
}

/** The models of LIVE, which stay with its NLP whoever trained them, and with which trainer. */
export async function liveModels(
  { repository, call }: LookUp,
  live: LiveReading,
): Promise<readonly ModelNeed[]> {
  if (live.kind !== 'known') return [];
  const needs: ModelNeed[] = [];
  for (const { language, input } of live.release.record.models) {
    const found = await readModel(repository, live.release, language, call);
    const { bytes, artifact } = (found.ok && found.value) || {};
    needs.push({
      language,
      input,
      problems: [],
      ...(bytes && artifact ? { model: { bytes, artifact } } : {}),
    });
  }
  return needs;
}

async function modelOfVersion(
  { repository, bot, versions, call }: LookUp,
  language: string,
  input: string,
): Promise<ModelBytes | undefined> {
  for (const version of versions) {
    if (version.models.get(language) !== input) continue;
    const release = await readRelease(repository, bot, version.commit, call);
    const model = release.ok ? await readModel(repository, release.value, language, call) : release;
    if (model.ok && model.value?.input === input) return model.value;
  }
  return undefined;
}

/** Items of the versions from which the parts of the draft descend. */
export async function findBaseItems(
  { repository, bot, versions, call }: LookUp,
  bases: Bases,
  live: { readonly version: number | undefined; readonly items: ItemTable },
): Promise<{ readonly nlp: ItemTable | undefined; readonly flow: ItemTable | undefined }> {
  const read = async (number: number | undefined): Promise<ItemTable | undefined> => {
    if (number === undefined) return undefined;
    if (number === live.version) return live.items;
    const version = versions.find((candidate) => candidate.version === number);
    const release: Result<{ readonly files: ReadonlyMap<string, Uint8Array> }> | undefined =
      version && (await readRelease(repository, bot, version.commit, call));
    if (!release?.ok) return undefined;
    const snapshot = botOf(versionRoot(bot, number), release.value.files);
    return snapshot && itemsOf(snapshot);
  };
  const nlp = await read(bases.nlp?.version);
  const flow = bases.flow?.version === bases.nlp?.version ? nlp : await read(bases.flow?.version);
  return { nlp, flow };
}
