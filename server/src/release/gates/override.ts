import { t } from '@vscode/l10n';
import type { GateId, OverridableGate, PlanFacts } from '../contract';
import type { Verdict } from './gate';

/** Whether a bot holds together is never a matter of opinion; drift has a reason of its own to give. */
export const OVERRIDABLE: readonly OverridableGate[] = ['tests', 'nlp-quality'];

/** What becomes of a verdict where the user said to override the gate, and where the configuration allows it. */
export function withOverride(id: GateId, verdict: Verdict, plan: PlanFacts): Verdict {
  const gate = OVERRIDABLE.find((one) => one === id);
  if (!gate || verdict.outcome !== 'block') return verdict;
  const isAllowed =
    plan.composed.settings?.item.releaseOverrides.some(({ value }) => value === gate) ?? false;
  const isAsked = plan.override?.gates.includes(gate) ?? false;
  const why = plan.override?.reason.trim() ?? '';
  if (isAllowed) {
    return isAsked && why !== ''
      ? { ...verdict, outcome: 'warn', override: why }
      : { ...verdict, overridable: true };
  }
  if (!isAsked) return verdict;
  const refusal = t('It cannot be overridden: “release.overrides” in bot.yaml does not name {0}.', gate);
  return { ...verdict, details: [...(verdict.details ?? []), refusal] };
}
