import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import { finishedInTurns } from '../text/turns';
import { pathOf } from '../text/uri';
import type { Gatekeeper } from './access';
import { snapshotFilesInSteps } from './content/draft';
import { itemsInSteps } from './content/items';
import type {
  BotFiles,
  ReleaseKind,
  ReleasePlan,
  ReleaseProblem,
  ReleaseState,
  Result,
  TrainingState,
} from './contract';
import { differenceOf } from './difference/difference';
import { liveDriftOf } from './drift/liveDrift';
import { sideWithout } from './liveCache';
import type { LiveCache } from './liveCache';
import { hotfixOf } from './hotfix/worktree';
import { LastTraining } from './models/lastTraining';
import { ModelStore, modelFolder } from './models/modelStore';
import { composeInSteps } from './plan/compose';
import type { Composition, LiveSide } from './plan/compose';
import { makePlan, readGround } from './planning';
import type { Ground } from './planning';
import { trainingInSteps } from './plan/training';
import { trainingState } from './training';

type Possibility = ReleaseState['full'];

/** Everything that status bar and views say about a bot, from its snapshot as it stands in the editor. */
export async function readState(
  gate: Gatekeeper,
  cache: LiveCache,
  bot: BotSnapshot,
  project: ProjectSnapshot,
): Promise<ReleaseState> {
  const access = await gate.access(bot);
  if (!access.ok) return withoutStore(gate, bot, access.error);
  const ground = await readGround(access.value, cache, {});
  if (!ground.ok) return withoutStore(gate, bot, ground.error);
  const files = await finishedInTurns(snapshotFilesInSteps(bot));
  const plan = async (kind: ReleaseKind): Promise<Result<ReleasePlan>> =>
    makePlan(
      ground.value,
      bot,
      project,
      files,
      kind,
      {},
      { composition: await composedBefore(ground.value, bot, project, files, kind) },
    );
  const full = await plan('full');
  const nlp = await plan('nlp');
  const { live } = ground.value;
  const last = new LastTraining(access.value.repository, pathOf(bot.root));
  return {
    bot: bot.id,
    live: live.reading,
    training: full.ok
      ? await trainingState(bot, full.value.models, last)
      : { state: 'unknown', changes: [full.error.message] },
    full: possibility(full),
    nlp: possibility(nlp),
    ...driftView(full),
    ...hotfixView(hotfixOf(access.value.repository)),
    changes: live.bot ? await changesOf(full, live, bot) : [],
  };
}

/** How the draft differs from LIVE: what a full publish would change. */
async function changesOf(
  full: Result<ReleasePlan>,
  live: LiveSide,
  draft: BotSnapshot,
): Promise<ReleasePlan['difference']> {
  if (full.ok) return full.value.difference;
  return differenceOf(live.items, await finishedInTurns(itemsInSteps(draft)));
}

/** Compositions of bots as they stand in the editor, by what else they were made from. */
const compositions = new WeakMap<BotSnapshot, Map<ReleaseKind, Composed>>();

interface Composed {
  readonly project: ProjectSnapshot;
  readonly live: LiveSide;
  readonly composition: Promise<Composition>;
}

/** State is asked for again and again while nothing changes; checking a whole bot anew each time would be waste. */
function composedBefore(
  { access, live }: Ground,
  draft: BotSnapshot,
  project: ProjectSnapshot,
  draftFiles: BotFiles,
  kind: ReleaseKind,
): Promise<Composition> {
  const known = compositions.get(draft) ?? new Map<ReleaseKind, Composed>();
  compositions.set(draft, known);
  const before = known.get(kind);
  if (before?.project === project && before.live === live) return before.composition;
  const steps = composeInSteps({ bot: access.bot, kind, flows: [], draft, project, draftFiles, live });
  const composition = finishedInTurns(steps);
  known.set(kind, { project, live, composition });
  // A file may have changed on disk meanwhile: whoever asks next has another snapshot, or tries again.
  composition.catch(() => {
    if (known.get(kind)?.composition === composition) known.delete(kind);
  });
  return composition;
}

/** What a full publish would overwrite. */
function driftView(full: Result<ReleasePlan>): Pick<ReleaseState, 'drift'> {
  const drift = full.ok ? liveDriftOf(full.value.live, full.value.drift) : undefined;
  return drift ? { drift } : {};
}

function hotfixView(hotfix: ReturnType<typeof hotfixOf>): Pick<ReleaseState, 'hotfixOf'> {
  return hotfix ? { hotfixOf: hotfix.version } : {};
}

function possibility(plan: Result<ReleasePlan>): Possibility {
  if (!plan.ok) return { possible: false, reasons: [plan.error.message] };
  const { possible, gates } = plan.value;
  return { possible, reasons: gates.flatMap(({ outcome, reason }) => (outcome === 'block' ? [reason] : [])) };
}

async function withoutStore(
  gate: Gatekeeper,
  bot: BotSnapshot,
  problem: ReleaseProblem,
): Promise<ReleaseState> {
  const closed: Possibility = { possible: false, reasons: [problem.message] };
  const training = gate.trusted ? await trainingWithout(bot) : UNKNOWN;
  return {
    bot: bot.id,
    live: sideWithout(problem).reading,
    training,
    full: closed,
    nlp: closed,
    changes: [],
    problem,
  };
}

const UNKNOWN: TrainingState = { state: 'unknown', changes: [] };

/** Models are kept outside of a repository, too. */
async function trainingWithout(bot: BotSnapshot): Promise<TrainingState> {
  const store = new ModelStore(modelFolder(undefined));
  const needs = await finishedInTurns(trainingInSteps(bot));
  const models = await Promise.all(
    needs.map(async (need) => {
      const model = await store.find(need.input);
      return { ...need, ...(model ? { model } : {}) };
    }),
  );
  return trainingState(bot, models, new LastTraining(undefined, pathOf(bot.root)));
}
