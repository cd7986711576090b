import { t } from '@vscode/l10n';
import { describeChanges } from '../nlp/changes';
import type { TrainOptions } from '../nlp/contract';
import { summaryOf } from '../nlp/loadModel';
import { trainingDataInSteps } from '../nlp/trainingData';
import type { BotSnapshot } from '../project/snapshot';
import { finished, finishedInTurns } from '../text/turns';
import { pathOf } from '../text/uri';
import type { Gatekeeper } from './access';
import { findTrainingInput, trainingInputInTurns } from './content/trainingInputs';
import type {
  ModelBytes,
  ModelNeed,
  Result,
  StoredModel,
  Trainer,
  TrainingResult,
  TrainingState,
} from './contract';
import type { Repository } from './git/repository';
import type { LiveCache } from './liveCache';
import { LastTraining } from './models/lastTraining';
import { ModelStore, modelFolder } from './models/modelStore';
import { languagesOf, trainingInSteps } from './plan/training';
import { findModels } from './plan/lookUp';
import { readGround } from './planning';
import type { Ground } from './planning';
import { readModel } from './store/read';

/** Trains each language that has no model yet and keeps what comes out. What was kept before a failure stays. */
async function trainLanguages(
  bot: BotSnapshot,
  languages: readonly string[],
  store: ModelStore,
  last: LastTraining,
  trainer: Trainer,
  { signal, onProgress }: TrainOptions,
): Promise<Result<TrainingResult>> {
  const models: StoredModel[] = [];
  const reasons: string[] = [];
  for (const [index, language] of languages.entries()) {
    const input = await trainingInputInTurns(bot, language, signal);
    if (input === undefined) return { ok: true, value: { outcome: 'cancelled' } };
    const known = await store.find(input);
    let trained: Uint8Array | undefined = known?.bytes;
    if (known) {
      models.push({ language, input, artifact: known.artifact, path: known.path, reused: true });
    } else {
      const isCancelled = (): boolean => signal?.aborted === true;
      const data = await finished(trainingDataInSteps(bot, language), isCancelled);
      if (!data) return { ok: true, value: { outcome: 'cancelled' } };
      const result = await trainer(data, {
        ...(signal ? { signal } : {}),
        onProgress: (fraction) => onProgress?.((index + fraction) / languages.length),
      });
      if (result.ok) {
        const saved = await store.save(result.model);
        if (!saved.ok) return saved;
        const { artifact } = result.model;
        models.push({ language, input, artifact, path: saved.value, reused: false });
        trained = result.model.bytes;
      } else if (result.reason === 'cancelled') return { ok: true, value: { outcome: 'cancelled' } };
      else if (result.reason === 'failed') reasons.push(`${language}: ${result.message}`);
      else reasons.push(...result.problems.map(({ message }) => `${language}: ${message}`));
    }
    // The model says what it was trained with: hashing all of it again would keep others waiting.
    const summary = trained && summaryOf(trained);
    if (summary) await last.write(summary);
    onProgress?.((index + 1) / languages.length);
  }
  return {
    ok: true,
    value: reasons.length > 0 ? { outcome: 'refused', reasons } : { outcome: 'trained', models },
  };
}

/** How training stands for the draft: with what changed since the last one. */
export async function trainingState(
  bot: BotSnapshot,
  models: readonly ModelNeed[],
  last: LastTraining,
): Promise<TrainingState> {
  const missing = models.filter(({ model }) => !model);
  if (missing.length === 0) return { state: 'trained', changes: [] };
  const problems = missing.flatMap((need) => need.problems.map((problem) => `${need.language}: ${problem}`));
  if (problems.length > 0) return { state: 'untrainable', changes: problems };
  const changes: string[] = [];
  let never = true;
  for (const { language } of missing) {
    const summary = await last.read(language);
    if (!summary) {
      changes.push(t('{0} was never trained', language));
      continue;
    }
    never = false;
    const data = await finishedInTurns(trainingDataInSteps(bot, language));
    const told = describeChanges(summary, data).map(({ message }) => message);
    changes.push(...(told.length > 0 ? told : [t('the model for {0} is gone', language)]));
  }
  return { state: never ? 'never' : 'stale', changes: [...new Set(changes)] };
}

/** Trains the draft in its own languages and in those of LIVE, whose flows its NLP may be published with. */
export async function trainDraft(
  gate: Gatekeeper,
  cache: LiveCache,
  bot: BotSnapshot,
  trainer: Trainer,
  options: TrainOptions,
): Promise<Result<TrainingResult>> {
  const repository = await optionalRepository(gate, bot);
  if (!repository.ok) return repository;
  const ground = await optionalGround(gate, cache, bot);
  const own = languagesOf(bot);
  const ofLive = ground?.live.bot ? languagesOf(ground.live.bot) : [];
  const others = ofLive.filter((language) => !own.includes(language));
  const isCancelled = (): boolean => options.signal?.aborted === true;
  const needs = await finished(trainingInSteps(bot, [...own, ...others]), isCancelled);
  if (!needs) return { ok: true, value: { outcome: 'cancelled' } };
  const languages = needs
    .filter(({ language, problems }) => own.includes(language) || problems.length === 0)
    .map(({ language }) => language);
  const store = new ModelStore(modelFolder(repository.value));
  return trainLanguages(
    bot,
    languages,
    store,
    new LastTraining(repository.value, pathOf(bot.root)),
    trainer,
    options,
  );
}

/** The model for the draft as it is; else one that answers for an earlier draft, or LIVE's. */
export async function findDraftModel(
  gate: Gatekeeper,
  cache: LiveCache,
  bot: BotSnapshot,
  language: string,
): Promise<Result<{ readonly model: ModelBytes; readonly stale: boolean } | undefined>> {
  const repository = await optionalRepository(gate, bot);
  if (!repository.ok) return repository;
  const store = new ModelStore(modelFolder(repository.value));
  const input = await findTrainingInput(bot, language);
  const present = await store.find(input);
  if (present) return { ok: true, value: { model: present, stale: false } };
  const ground = await optionalGround(gate, cache, bot);
  const context = ground && {
    ...ground.access,
    store,
    versions: ground.history.versions,
    call: ground.call,
  };
  const [need] = context ? await findModels(context, [{ language, input, problems: [] }]) : [];
  if (need?.model) return { ok: true, value: { model: { ...need.model, input }, stale: false } };
  const last = await new LastTraining(repository.value, pathOf(bot.root)).read(language);
  const earlier = last && (await store.find(last.input));
  if (earlier) return { ok: true, value: { model: earlier, stale: true } };
  if (ground?.live.reading.kind !== 'known') return { ok: true, value: undefined };
  const ofLive = await readModel(ground.access.repository, ground.live.reading.release, language);
  if (!ofLive.ok) return ofLive;
  return { ok: true, value: ofLive.value && { model: ofLive.value, stale: true } };
}

/** Outside of a repository models are kept in the user's cache folder; any other failure is one. */
async function optionalRepository(
  gate: Gatekeeper,
  bot: BotSnapshot,
): Promise<Result<Repository | undefined>> {
  const repository = await gate.repository(bot);
  if (repository.ok) return repository;
  return repository.error.reason === 'not-a-repository' ? { ok: true, value: undefined } : repository;
}

/** LIVE and versions, where they can be had: training goes on without them. */
async function optionalGround(
  gate: Gatekeeper,
  cache: LiveCache,
  bot: BotSnapshot,
): Promise<Ground | undefined> {
  const access = await gate.access(bot);
  const ground = access.ok ? await readGround(access.value, cache, {}) : access;
  return ground.ok ? ground.value : undefined;
}
