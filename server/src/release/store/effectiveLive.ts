import type { Deployment, LiveRelease, ScheduleEntry, VersionContent } from '../contract';

/** The head of a live branch: what was written last. */
export interface BranchHead extends VersionContent {
  readonly deployment: Deployment;
}

/** An entry of the schedule whose time has come, and what became of it. */
export interface Switch {
  readonly entry: ScheduleEntry;
  /** False: LIVE was not what the entry expected, so it did nothing. */
  readonly fired: boolean;
  /** What was in force just before. */
  readonly before: VersionContent;
  /** What is in force from then on, the rest of the schedule included. */
  readonly after: BranchHead;
}

/** What is in force at some time. */
export interface InForce extends BranchHead {
  /** Entries whose time has come, in the order in which it came. */
  readonly switches: readonly Switch[];
}

/**
 * What is in force at `now`, from the head of the live branch and nothing else: no timer has to survive a restart, and
 * whoever asks gets the same answer. An entry fires at its instant, and only if LIVE is then what the entry expects; of two
 * at one instant, the one that was scheduled first goes first. Time only adds switches, it never takes one back.
 */
export function inForceAt(head: BranchHead, now: Date): InForce {
  const due = head.deployment.schedule
    .filter(({ at }) => Date.parse(at) <= now.getTime())
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.id - b.id);
  const switches: Switch[] = [];
  let state: BranchHead = head;
  for (const entry of due) {
    const { version, definition } = state;
    const fired = version === entry.expects.version && definition === entry.expects.definition;
    const after = afterEntry(state, entry, fired);
    switches.push({ entry, fired, before: { version, definition }, after });
    state = after;
  }
  return { ...state, switches };
}

function afterEntry(state: BranchHead, entry: ScheduleEntry, fired: boolean): BranchHead {
  const schedule = state.deployment.schedule.filter(({ id }) => id !== entry.id);
  const deployment = { ...state.deployment, schedule };
  if (!fired) return { ...state, deployment };
  if (entry.target) return { ...entry.target, deployment };
  return {
    ...state,
    deployment: { ...deployment, status: entry.action === 'activate' ? 'active' : 'inactive' },
  };
}

/** What is in force of a release at the head of the live branch. */
export function headOfRelease({ version, record, deployment }: LiveRelease): BranchHead {
  return { version, definition: record.hashes.definition, deployment };
}

/** What is in force for the users of a bot. */
export interface EffectiveLive {
  /** Files and record of the version in force; `commit` stays that of the head, which is what writers expect. */
  readonly release: LiveRelease;
  readonly deployment: Deployment;
  /** Inactive bots answer with their `disabled` dialog. */
  readonly active: boolean;
}

/**
 * What users talk to at `now`: the one place that rules, gates, views and gateway ask.
 *
 * @param versionOf reads a version when it is not that of the head; undefined when it cannot be read
 * @returns undefined when the version in force cannot be read, or is not what was scheduled
 */
export async function effectiveLive(
  head: LiveRelease,
  now: Date,
  versionOf: (version: number) => Promise<LiveRelease | undefined>,
): Promise<EffectiveLive | undefined> {
  const { version, definition, deployment } = inForceAt(headOfRelease(head), now);
  const release = version === head.version ? head : await versionOf(version);
  if (release?.record.hashes.definition !== definition) return undefined;
  return {
    release: { ...release, commit: head.commit, deployment },
    deployment,
    active: deployment.status === 'active',
  };
}
