import { t } from '@vscode/l10n';
import type { Deployment, DeploymentChange, ScheduleEntry, VersionContent } from '../contract';
import { inForceAt } from '../store/effectiveLive';
import type { BranchHead } from '../store/effectiveLive';
import { instantOf } from './when';

/** The most that can be scheduled at once: a schedule is read by people. */
const MOST_ENTRIES = 50;

export type Changed =
  | { readonly ok: true; readonly deployment: Deployment; readonly words: string }
  | { readonly ok: false; readonly reason: string };

/**
 * What a change makes of a deployment state. Pure. `words` are for the log of the live branch: data, in English.
 *
 * @param target content of the version to make live, for a change that schedules that
 */
export function changeDeployment(
  head: BranchHead,
  change: DeploymentChange,
  now: Date,
  target: VersionContent | undefined,
): Changed {
  const { deployment } = head;
  switch (change.kind) {
    case 'status':
      return done({ ...deployment, status: change.status }, `Status: ${change.status}`);
    case 'visibility':
      return done({ ...deployment, visibility: change.visibility }, `Visibility: ${change.visibility}`);
    case 'access':
      return done({ ...deployment, access: change.access }, `Access: ${change.access ?? 'none'}`);
    case 'unschedule': {
      const schedule = deployment.schedule.filter(({ id }) => id !== change.id);
      return schedule.length < deployment.schedule.length
        ? done({ ...deployment, schedule }, `Schedule: entry ${change.id} removed`)
        : refused(t('There is no entry {0} in the schedule.', change.id));
    }
    case 'schedule':
      return scheduled(head, change, now, target);
  }
}

function scheduled(
  head: BranchHead,
  { action, at, zone }: Extract<DeploymentChange, { kind: 'schedule' }>,
  now: Date,
  target: VersionContent | undefined,
): Changed {
  const { deployment } = head;
  const when = instantOf(at, zone);
  if (!when.ok) return refused(when.reason);
  if (when.instant.getTime() <= now.getTime()) return refused(t('{0} in {1} is past already.', at, zone));
  if (deployment.schedule.length >= MOST_ENTRIES) {
    return refused(t('The schedule has {0} entries already. Remove one first.', MOST_ENTRIES));
  }
  // What the rest of the schedule will have made of LIVE by then.
  const { version, definition } = inForceAt(head, when.instant);
  const entry: ScheduleEntry = {
    id: Math.max(0, ...deployment.schedule.map(({ id }) => id)) + 1,
    action,
    target: target ?? null,
    at: when.instant.toISOString(),
    zone,
    expects: { version, definition },
  };
  const what = target ? `make v${target.version} live` : action;
  const words = `Schedule: ${what} at ${entry.at} (${zone}) if v${version} is live then`;
  return done({ ...deployment, schedule: [...deployment.schedule, entry] }, words);
}

function done(deployment: Deployment, words: string): Changed {
  return { ok: true, deployment, words };
}

function refused(reason: string): Changed {
  return { ok: false, reason };
}
