import type { ChangeView, GateView, LiveView, NlpView, PlanView, VersionView } from '../../protocol';
import type { Change, LiveReading, ReleasePlan, ReleaseState, Version } from '../../release/contract';
import type { Uri } from '../../text/uri';

/** Values of the release room as plain JSON. */

export function changeView({ part, change, symbol, name, detail, before, after }: Change): ChangeView {
  return {
    part,
    change,
    symbol,
    name,
    detail,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

export function liveView(live: LiveReading): LiveView {
  switch (live.kind) {
    case 'none':
      return { kind: 'none' };
    case 'unknown':
      return { kind: 'unknown', reason: live.problem.message };
    case 'known':
      return { kind: 'known', version: live.release.version, commit: live.release.commit };
  }
}

/** Without trust nothing is known about training: no model was looked for. */
export function nlpView({ training, problem }: ReleaseState): NlpView {
  if (problem?.reason === 'untrusted') return { state: 'unknown', changes: [problem.message] };
  return { state: training.state, changes: [...training.changes] };
}

export function planView(root: Uri, plan: ReleasePlan): PlanView {
  return {
    root,
    bot: plan.bot,
    kind: plan.kind,
    possible: plan.possible,
    gates: plan.gates.map(
      ({ id, title, outcome, reason, details, mend }): GateView => ({
        id,
        title,
        outcome,
        reason,
        details: [...details],
        ...(mend !== undefined && { mend }),
      }),
    ),
    difference: plan.difference.map(changeView),
    notes: plan.notes,
    liveCommit: plan.liveCommit,
    contentHash: plan.contentHash,
    nextVersion: plan.nextVersion,
    overwriteLive: plan.overwriteLive,
  };
}

export function versionView({ version, kind, notes, author, date, commit, live }: Version): VersionView {
  return { version, kind, notes, author, date, commit, live };
}
