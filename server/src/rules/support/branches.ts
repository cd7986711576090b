import type { ASTNode } from '@marcbachmann/cel-js';
import { comparedVariables, type Point, pointsOf, valueAtPoint } from '../../model/conditionValues';
import type { Branch } from '../../model/definitions';
import type { Located } from '../../text/range';
import type { Lookups, PartContext } from '../engine/lookups';
import { variableNamed } from '../facts/settings';
import type { FilePart } from '../part';
import { conditionsIn, type WrittenCondition } from './conditions';

/** What can be proven about a branch of a `goto`. */
export interface BranchVerdict {
  readonly when: Located;
  /** Never holds, whatever the variables are; or always, where they are set. */
  readonly constant?: boolean;
  /** The earlier branch, or the last of several, that takes everything before this one can. */
  readonly shadowedBy?: Located;
}

/** Branches of a dialog that are never, always or too late taken, as far as it can be proven. Ask for it by `once`. */
export function branchVerdicts({ dialog }: FilePart, context: PartContext): readonly BranchVerdict[] {
  if (!dialog?.goto) return [];
  const byStart = new Map(
    context.once(conditionsIn).map((condition) => [condition.node.content.start, condition]),
  );
  return verdictsOf(context, dialog.goto, (start) => byStart.get(start));
}

interface Decidable {
  readonly when: Located;
  readonly tree: ASTNode;
}

function verdictsOf(
  lookups: Lookups,
  branches: readonly Branch[],
  conditionAt: (start: number) => WrittenCondition | undefined,
): BranchVerdict[] {
  const verdicts: BranchVerdict[] = [];
  const groups = new Map<string, { names: ReadonlySet<string>; members: Decidable[] }>();
  const seen = new Map<string, Located>();
  for (const { when } of branches) {
    const condition = when && conditionAt(when.span.start);
    if (!when || !condition?.tree || condition.problems.length > 0) continue;
    const names = comparedVariables(condition.tree);
    if (names) {
      const key = [...names].sort().join(' ');
      const group = groups.get(key) ?? { names, members: [] };
      groups.set(key, group);
      group.members.push({ when, tree: condition.tree });
    } else {
      // Nothing is known about it but that the same words ask the same.
      const words = when.value.trim().replace(/\s+/g, ' ');
      const shadowedBy = seen.get(words);
      if (shadowedBy) verdicts.push({ when, shadowedBy });
      else seen.set(words, when);
    }
  }
  for (const { names, members } of groups.values()) {
    const points = pointsOf(
      members.map(({ tree }) => tree),
      names,
      (name) => variableNamed(lookups, name),
    );
    if (points) verdicts.push(...decided(members, points));
  }
  return verdicts;
}

/** Branches over the same variables, compared at every point that makes a difference. */
function decided(members: readonly Decidable[], points: readonly Point[]): BranchVerdict[] {
  const verdicts: BranchVerdict[] = [];
  const taken = new Set<Point>();
  let latest: Located | undefined;
  for (const { when, tree } of members) {
    const answers = points.map((point) => valueAtPoint(tree, point));
    const holds = points.filter((_, index) => answers[index] === true);
    if (holds.length === 0) verdicts.push({ when, constant: false });
    else if (latest && holds.every((point) => taken.has(point))) {
      verdicts.push({ when, shadowedBy: latest });
    } else {
      if (!answers.includes(false)) verdicts.push({ when, constant: true });
      latest = when;
    }
    for (const point of holds) taken.add(point);
  }
  return verdicts;
}
