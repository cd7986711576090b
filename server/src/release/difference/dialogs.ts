import type { SyntaxNode } from '../../syntax/tree';
import { canonicalNode } from '../content/canonical';
import type { Item } from '../content/items';
import type { Change } from './change';
import { childrenOf, leavesOf } from './nodes';
import { findRenames } from './renames';
import { editsOf } from './structure';

interface FlowPair {
  readonly before: Item;
  readonly after: Item;
}

/** A dialog on one side, with the flow that it is in on both. */
interface Side {
  /** `flow/dialog` on this side. */
  readonly name: string;
  readonly flow: FlowPair;
  readonly node: SyntaxNode | null;
}

/** Whether any dialog of a flow differs. */
export function dialogsDiffer({ before, after }: FlowPair): boolean {
  const old = childrenOf(before.root, 'dialogs');
  const now = childrenOf(after.root, 'dialogs');
  return (
    old.size !== now.size ||
    [...now].some(([name, node]) => {
      const other = old.get(name);
      return other === undefined || canonicalNode(other) !== canonicalNode(node);
    })
  );
}

/** The dialogs that differ in flows that both sides have. One that went under another name, or to another flow, was renamed. */
export function changedDialogs(flows: readonly FlowPair[]): readonly Change[] {
  const gone: Side[] = [];
  const come: Side[] = [];
  const changes: Change[] = [];
  for (const flow of flows) {
    const before = childrenOf(flow.before.root, 'dialogs');
    const after = childrenOf(flow.after.root, 'dialogs');
    for (const [name, node] of after) {
      const now = sideOf(flow, flow.after, name, node);
      const old = before.get(name);
      if (old === undefined) come.push(now);
      else if (canonicalNode(old) !== canonicalNode(node))
        changes.push(changeOf(sideOf(flow, flow.before, name, old), now));
    }
    for (const [name, node] of before) if (!after.has(name)) gone.push(sideOf(flow, flow.before, name, node));
  }
  const renames = findRenames(gone.map(candidate), come.map(candidate));
  const paired = new Set(renames.flatMap(([old, now]) => [old.side, now.side]));
  return [
    ...changes,
    ...renames.map(([old, now]) => changeOf(old.side, now.side)),
    ...come.filter((side) => !paired.has(side)).map((side) => whole('added', side)),
    ...gone.filter((side) => !paired.has(side)).map((side) => whole('removed', side)),
  ];
}

function sideOf(flow: FlowPair, item: Item, name: string, node: SyntaxNode | null): Side {
  return { name: `${item.name}/${name}`, flow, node };
}

function candidate(side: Side) {
  return { name: side.name, side, features: leavesOf(side.node) };
}

function changeOf(old: Side, now: Side): Change {
  const isRenamed = old.name !== now.name;
  return {
    part: now.flow.after.part,
    change: isRenamed ? 'renamed' : 'changed',
    symbol: 'dialog',
    name: now.name,
    ...(isRenamed ? { from: old.name } : {}),
    before: old.flow.before.path,
    after: now.flow.after.path,
    edits: editsOf('dialog', [], old.node, now.node),
  };
}

function whole(change: 'added' | 'removed', { name, flow }: Side): Change {
  return {
    part: flow.after.part,
    change,
    symbol: 'dialog',
    name,
    before: flow.before.path,
    after: flow.after.path,
    edits: [],
  };
}
