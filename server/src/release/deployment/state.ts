import { t } from '@vscode/l10n';
import type { DeploymentState, ScheduleEntry, ScheduleView } from '../contract';
import { inForceAt } from '../store/effectiveLive';
import type { BranchHead, Switch } from '../store/effectiveLive';

/** The deployment state at `now` as people see it: what is in force, what is to come, and what did not happen. Pure. */
export function deploymentState(head: BranchHead, now: Date): DeploymentState {
  const { version, deployment, switches } = inForceAt(head, now);
  const { visibility, access, status, schedule } = deployment;
  const missed = switches.filter(({ fired }) => !fired).map((one) => entryView(one.entry, one, 'missed'));
  const end = new Date(Math.max(0, ...schedule.map(({ at }) => Date.parse(at))));
  const outlook = new Map(
    inForceAt({ ...head, ...inForceAt(head, now) }, end).switches.map((one) => [one.entry.id, one]),
  );
  const coming = [...schedule]
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.id - b.id)
    .map((entry) => {
      const one = outlook.get(entry.id);
      return entryView(entry, one, one?.fired === false ? 'will-not' : 'waiting');
    });
  return {
    version,
    visibility,
    access,
    status,
    schedule: [...missed, ...coming],
    doubts: doubtsOf({ visibility, access, status }),
  };
}

/** What speaks against a deployment state, each a sentence. */
function doubtsOf({
  visibility,
  access,
  status,
}: Pick<DeploymentState, 'visibility' | 'access' | 'status'>): readonly string[] {
  if (visibility === 'internal' && access === null && status === 'active') {
    return [t('The bot is internal and has no access method, so nobody is let in. Set the access.')];
  }
  return [];
}

function entryView(
  entry: ScheduleEntry,
  one: Switch | undefined,
  outlook: ScheduleView['outlook'],
): ScheduleView {
  const { id, action, target, at, zone, expects } = entry;
  return {
    id,
    action,
    version: target?.version ?? null,
    at,
    zone,
    expects: expects.version,
    outlook,
    ...(outlook === 'waiting' || !one ? {} : { reason: whyNot(one, outlook) }),
  };
}

function whyNot({ before, entry: { expects } }: Switch, outlook: 'missed' | 'will-not'): string {
  if (before.version === expects.version) {
    return t('Version {0} no longer holds what it did.', before.version);
  }
  return outlook === 'missed'
    ? t('Did not happen: version {0} was live, not {1}.', before.version, expects.version)
    : t('Will not happen: version {0} is live then, not {1}.', before.version, expects.version);
}
