import type { GateId, GateOutcome, GateResult, PlanFacts } from '../contract';
import { withOverride } from './override';

/** A gate looks at a plan and at nothing else. */
export interface Gate {
  readonly id: GateId;
  /** Translated name. */
  title(): string;
  judge(plan: PlanFacts): Verdict;
}

export interface Verdict {
  readonly outcome: GateOutcome;
  /** One translated sentence. */
  readonly reason: string;
  readonly details?: readonly string[];
  /** Command that mends it. */
  readonly mend?: string;
  /** It would block: why somebody publishes all the same. */
  readonly override?: string;
  /** It blocks, and can be overridden with a reason. */
  readonly overridable?: true;
}

/** What a gate says, in full. */
export function resultOf(gate: Gate, plan: PlanFacts): GateResult {
  const verdict = withOverride(gate.id, gate.judge(plan), plan);
  const { outcome, reason, details = [], mend, override, overridable } = verdict;
  return {
    id: gate.id,
    title: gate.title(),
    outcome,
    reason,
    details,
    ...(mend === undefined ? {} : { mend }),
    ...(override === undefined ? {} : { override }),
    ...(overridable === undefined ? {} : { overridable }),
  };
}

export function pass(reason: string): Verdict {
  return { outcome: 'pass', reason };
}
