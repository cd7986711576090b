import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import { pathOf } from '../text/uri';
import type { Gatekeeper } from './access';
import { snapshotFiles } from './content/draft';
import { itemsOf } from './content/items';
import type {
  ReleaseKind,
  ReleasePlan,
  ReleaseProblem,
  ReleaseState,
  Result,
  TrainingState,
} from './contract';
import { differenceOf } from './difference/difference';
import { sideWithout } from './liveCache';
import type { LiveCache } from './liveCache';
import { LastTraining } from './models/lastTraining';
import { ModelStore, modelFolder } from './models/modelStore';
import { trainingOf } from './plan/compose';
import { makePlan, readGround } from './planning';
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
  const files = snapshotFiles(bot);
  const plan = (kind: ReleaseKind): Promise<Result<ReleasePlan>> =>
    makePlan(ground.value, bot, project, files, kind, {});
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
    changes: live.bot ? differenceOf(live.items, itemsOf(bot)) : [],
  };
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
  const models = await Promise.all(
    trainingOf(bot).map(async (need) => {
      const model = await store.find(need.input);
      return { ...need, ...(model ? { model } : {}) };
    }),
  );
  return trainingState(bot, models, new LastTraining(undefined, pathOf(bot.root)));
}
