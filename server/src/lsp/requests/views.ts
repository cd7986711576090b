import type {
  ChangedUnderstandingView,
  ChangeView,
  GateView,
  LiveView,
  NlpComparisonRow,
  NlpView,
  PlanView,
  PredictionView,
} from '../../protocol';
import type {
  Change,
  ChangedUnderstanding,
  LiveReading,
  ReleasePlan,
  ReleaseState,
} from '../../release/contract';
import { describeChange, describeEdit, detailOf } from '../../release/difference/describe';
import type { ShownSentence, SidePrediction } from '../../release/quality/compareNlp';
import type { Uri } from '../../text/uri';

/** Values of the release room as plain JSON. */

/** Nobody reads more lines of one change; the files side by side have them all. */
const MOST_EDITS = 100;

export function changeView(value: Change): ChangeView {
  const { part, change, symbol, name, before, after, edits } = value;
  return {
    part,
    change,
    symbol,
    name,
    title: describeChange(value),
    detail: detailOf(value),
    edits: edits.slice(0, MOST_EDITS).map((edit) => ({ change: edit.change, text: describeEdit(edit) })),
    more: Math.max(0, edits.length - MOST_EDITS),
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
    flows: [...plan.flows],
    possible: plan.possible,
    gates: plan.gates.map(
      ({ id, title, outcome, reason, details, mend, override, overridable }): GateView => ({
        id,
        title,
        outcome,
        reason,
        details: [...details],
        ...(mend !== undefined && { mend }),
        ...(override !== undefined && { override }),
        ...(overridable && { overridable }),
      }),
    ),
    difference: plan.difference.map(changeView),
    understanding: understandingView(plan.measured.understanding),
    notes: plan.notes,
    liveCommit: plan.liveCommit,
    contentHash: plan.contentHash,
    nextVersion: plan.nextVersion,
    overwriteLive: plan.overwriteLive ?? null,
    override: plan.override ? { gates: [...plan.override.gates], reason: plan.override.reason } : null,
  };
}

function understandingView(changed: ChangedUnderstanding | undefined): ChangedUnderstandingView | null {
  return changed
    ? {
        of: changed.of,
        asked: changed.asked,
        changed: changed.changed,
        rows: changed.first.map(comparisonRow),
      }
    : null;
}

export function comparisonRow({ draft, live, ...shown }: ShownSentence): NlpComparisonRow {
  return { ...shown, draft: predictionView(draft), live: predictionView(live) };
}

function predictionView({ intent, score, isUnderstood }: SidePrediction): PredictionView {
  return { intent, score, understood: isUnderstood };
}
