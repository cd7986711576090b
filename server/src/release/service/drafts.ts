import type { TrainOptions } from '../../nlp/contract';
import type { BotSnapshot, ProjectSnapshot } from '../../project/snapshot';
import type { Access } from '../access';
import type {
  FlowChoice,
  HotfixState,
  ModelBytes,
  PublishOptions,
  PublishResult,
  ReleasePlan,
  ReleaseState,
  Releases,
  RestoreOptions,
  RestoreResult,
  Result,
  TakeResult,
  Trainer,
  TrainingResult,
} from '../contract';
import { takeLive } from '../drift/takeLive';
import { abandonHotfix, readHotfix, startHotfix } from '../hotfix/hotfix';
import { flowChoicesOf } from '../plan/flowChoices';
import { publishPlan } from '../publishing';
import { restoreVersion, undoRestore } from '../restore/restore';
import { readState } from '../state';
import type { History } from '../store/versions';
import { findDraftModel, trainDraft } from '../training';
import type { Reader } from './reader';

/** What becomes of the draft: its state, its training, and publishing it. */
export function draftOperations(
  reader: Reader,
): Pick<
  Releases,
  | 'state'
  | 'flowChoices'
  | 'publish'
  | 'train'
  | 'draftModel'
  | 'restore'
  | 'undoRestore'
  | 'take'
  | 'hotfix'
  | 'startHotfix'
  | 'abandonHotfix'
> {
  return {
    state(bot: BotSnapshot, project: ProjectSnapshot): Promise<ReleaseState> {
      return readState(reader.gate, reader.cache, bot, project);
    },

    async flowChoices(bot: BotSnapshot): Promise<Result<readonly FlowChoice[]>> {
      const live = await reader.side(bot);
      if (live.reading.kind === 'unknown') return { ok: false, error: live.reading.problem };
      return { ok: true, value: live.bot ? flowChoicesOf(live, bot) : [] };
    },

    async publish(bot: BotSnapshot, plan: ReleasePlan, options: PublishOptions): Promise<PublishResult> {
      const access = await reader.gate.access(bot);
      if (!access.ok) return { outcome: 'failed', problem: access.error };
      return publishPlan(access.value, plan, options);
    },

    train(bot: BotSnapshot, trainer: Trainer, options: TrainOptions = {}): Promise<Result<TrainingResult>> {
      return trainDraft(reader.gate, reader.cache, bot, trainer, options);
    },

    draftModel(
      bot: BotSnapshot,
      language: string,
    ): Promise<Result<{ readonly model: ModelBytes; readonly stale: boolean } | undefined>> {
      return findDraftModel(reader.gate, reader.cache, bot, language);
    },

    async restore(bot: BotSnapshot, version: number, options: RestoreOptions = {}): Promise<RestoreResult> {
      return replaceDraft(reader, bot, (access, history) =>
        restoreVersion(access, history, bot, version, options),
      );
    },

    async undoRestore(bot: BotSnapshot, options: RestoreOptions = {}): Promise<RestoreResult> {
      return replaceDraft(reader, bot, (access, history) => undoRestore(access, history, bot, options));
    },

    async take(
      bot: BotSnapshot,
      { signal }: { readonly signal?: AbortSignal } = {},
    ): Promise<Result<TakeResult>> {
      const ground = await reader.freshGround(bot, signal);
      return ground.ok ? takeLive(ground.value, bot, { signal }) : ground;
    },

    async hotfix(bot: BotSnapshot): Promise<Result<HotfixState | undefined>> {
      const access = await reader.gate.access(bot);
      return access.ok ? readHotfix(access.value) : access;
    },

    async startHotfix(
      bot: BotSnapshot,
      { signal }: { readonly signal?: AbortSignal } = {},
    ): Promise<Result<HotfixState>> {
      const ground = await reader.freshGround(bot, signal);
      return ground.ok ? startHotfix(ground.value, { signal }) : ground;
    },

    async abandonHotfix(
      bot: BotSnapshot,
      options: { readonly discard: boolean },
    ): Promise<Result<undefined>> {
      const access = await reader.gate.access(bot);
      return access.ok ? abandonHotfix(access.value, options) : access;
    },
  };
}

async function replaceDraft(
  reader: Reader,
  bot: BotSnapshot,
  replace: (access: Access, history: History) => Promise<RestoreResult>,
): Promise<RestoreResult> {
  const access = await reader.gate.access(bot);
  if (!access.ok) return { outcome: 'failed', problem: access.error };
  const history = await reader.history(bot);
  return history.ok ? replace(access.value, history.value) : { outcome: 'failed', problem: history.error };
}
