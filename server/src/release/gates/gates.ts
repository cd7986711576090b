import type { GateResult, PlanFacts } from '../contract';
import { drift } from './drift';
import { firstPublish } from './firstPublish';
import { resultOf } from './gate';
import type { Gate } from './gate';
import { intentsRemoved } from './intentsRemoved';
import { liveLinks } from './liveLinks';
import { nlpChanged } from './nlpChanged';
import { nlpQuality } from './nlpQuality';
import { nothingChanged } from './nothingChanged';
import { tests } from './tests';
import { trained } from './trained';
import { validation } from './validation';

/** Every gate, in the order in which a person would ask. */
const GATES: readonly Gate[] = [
  validation,
  trained,
  tests,
  nlpQuality,
  firstPublish,
  nlpChanged,
  intentsRemoved,
  liveLinks,
  nothingChanged,
  drift,
];

/** Translated name of a gate that a version records; of one that this program does not know, its id. */
export function gateTitle(id: string): string {
  return GATES.find((gate) => gate.id === id)?.title() ?? id;
}

/** What all gates say about a plan. */
export function runGates(plan: PlanFacts): readonly GateResult[] {
  return GATES.map((gate) => resultOf(gate, plan));
}
