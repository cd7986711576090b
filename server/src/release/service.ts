import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import type { Finding, LiveState } from '../rules/rule';
import { finishedInTurns } from '../text/turns';
import { readDraft } from './content/draft';
import type { ContentMemory } from './content/memory';
import type { Measure, PlanOptions, ReleaseKind, ReleasePlan, Releases, Result } from './contract';
import { noteChecked } from './plan/remembered';
import { makePlan, readGround } from './planning';
import { draftOperations } from './service/drafts';
import { liveOperations } from './service/live';
import { Reader } from './service/reader';
import { repositoryOperations } from './service/repository';
import { versionOperations } from './service/versions';

export interface ReleasesOptions {
  /** False: no git is run, LIVE is unknown, and nothing is trained. */
  readonly trusted: boolean;
  /** Does the work that gates need; without it they judge without. */
  readonly measure?: Measure;
  /** Keeps what was found out about content, for the next run of the program. */
  readonly memory?: ContentMemory;
}

/** The operations of the release room, for one editor window or one command. */
export function createReleases({ trusted, measure, memory }: ReleasesOptions): Releases {
  const reader = new Reader(trusted, memory);
  return {
    ...liveOperations(reader),
    ...draftOperations(reader),
    ...versionOperations(reader),
    ...repositoryOperations(reader),

    async noteFindings(bot: BotSnapshot, live: LiveState, findings: readonly Finding[]): Promise<void> {
      // Where nothing can be published nobody will ask.
      const access = memory && (await reader.gate.access(bot));
      if (!memory || !access?.ok) return;
      const { repository, bot: id } = access.value;
      const reading = reader.cache.lastRead(repository, id) ?? { kind: 'none' };
      await finishedInTurns(noteChecked(memory, bot, live, reading, findings));
    },

    async plan(
      bot: BotSnapshot,
      project: ProjectSnapshot,
      kind: ReleaseKind,
      options: PlanOptions = {},
    ): Promise<Result<ReleasePlan>> {
      const access = await reader.gate.access(bot);
      if (!access.ok) return access;
      const fetched = await reader.fetcher.fetch(access.value, options.signal);
      if (!fetched.ok) return fetched;
      const ground = await readGround(access.value, reader.cache, { signal: options.signal });
      if (!ground.ok) return ground;
      const files = await readDraft(bot);
      if (!files.ok) return files;
      return makePlan(ground.value, bot, project, files.value, kind, options, { measure, memory });
    },
  };
}
