import type { ASTNode } from '@marcbachmann/cel-js';
import { comparedVariables, type Point, pointsOf, valueAtPoint } from '../../model/conditionValues';
import type { Branch } from '../../model/definitions';
import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import type { Located } from '../../text/range';
import { conditionsOf, variablesOf, type WrittenCondition } from './conditions';

/** What can be proven about a branch of a `goto`. */
export interface BranchVerdict {
  readonly file: ProjectFile;
  readonly when: Located;
  /** Never holds, whatever the variables are; or always, where they are set. */
  readonly constant?: boolean;
  /** The earlier branch, or the last of several, that takes everything before this one can. */
  readonly shadowedBy?: Located;
}

const known = new WeakMap<BotSnapshot, readonly BranchVerdict[]>();

/** Branches that are never, always or too late taken, as far as it can be proven. */
export function branchVerdicts(bot: BotSnapshot): readonly BranchVerdict[] {
  let found = known.get(bot);
  if (!found) {
    const byPlace = new Map<ProjectFile, Map<number, WrittenCondition>>();
    for (const condition of conditionsOf(bot)) {
      const own = byPlace.get(condition.file) ?? new Map<number, WrittenCondition>();
      byPlace.set(condition.file, own.set(condition.node.content.start, condition));
    }
    found = bot.dialogs.flatMap(({ file, item }) =>
      verdictsOf(bot, file, item.goto ?? [], (start) => byPlace.get(file)?.get(start)),
    );
    known.set(bot, found);
  }
  return found;
}

interface Decidable {
  readonly when: Located;
  readonly tree: ASTNode;
}

function verdictsOf(
  bot: BotSnapshot,
  file: ProjectFile,
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
      if (shadowedBy) verdicts.push({ file, when, shadowedBy });
      else seen.set(words, when);
    }
  }
  for (const { names, members } of groups.values()) {
    const points = pointsOf(
      members.map(({ tree }) => tree),
      names,
      variablesOf(bot),
    );
    if (points) verdicts.push(...decided(file, members, points));
  }
  return verdicts;
}

/** Branches over the same variables, compared at every point that makes a difference. */
function decided(
  file: ProjectFile,
  members: readonly Decidable[],
  points: readonly Point[],
): BranchVerdict[] {
  const verdicts: BranchVerdict[] = [];
  const taken = new Set<Point>();
  let latest: Located | undefined;
  for (const { when, tree } of members) {
    const answers = points.map((point) => valueAtPoint(tree, point));
    const holds = points.filter((_, index) => answers[index] === true);
    if (holds.length === 0) verdicts.push({ file, when, constant: false });
    else if (latest && holds.every((point) => taken.has(point))) {
      verdicts.push({ file, when, shadowedBy: latest });
    } else {
      if (!answers.includes(false)) verdicts.push({ file, when, constant: true });
      latest = when;
    }
    for (const point of holds) taken.add(point);
  }
  return verdicts;
}
