import type { Finding, Severity } from '../../rules/rule';
import type { Uri } from '../../text/uri';
import type { FlowGraph } from './graph';

/** A finding as a node tells it. */
export interface NodeFinding {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

/** How a node differs from LIVE. */
export type NodeChange = 'added' | 'changed' | 'removed';

/** How the definitions of the draft stand against LIVE; the release room knows. */
export interface LiveChanges {
  of(symbol: 'intent', name: string): 'added' | 'changed' | 'same';
  ofDialog(flow: string, name: string): 'added' | 'changed' | 'same';
}

/** What is said at the nodes of a graph besides what they are, by their ids. */
export interface Marks {
  readonly findings: ReadonlyMap<string, readonly NodeFinding[]>;
  readonly changes: ReadonlyMap<string, NodeChange>;
}

/** @param live undefined where there is no LIVE to compare with */
export function marksOf(graph: FlowGraph, findings: readonly Finding[], live?: LiveChanges): Marks {
  return { findings: findingsByNode(graph, findings), changes: changesByNode(graph, live) };
}

function changesByNode(graph: FlowGraph, live?: LiveChanges): ReadonlyMap<string, NodeChange> {
  const changes = new Map<string, NodeChange>();
  for (const { id, kind, name, flow, absent } of graph.nodes) {
    if (kind === 'removed') changes.set(id, 'removed');
    if (!live || absent || (kind !== 'dialog' && kind !== 'intent')) continue;
    const change = kind === 'intent' ? live.of('intent', name) : live.ofDialog(flow ?? '', name);
    if (change !== 'same') changes.set(id, change);
  }
  return changes;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'information'];

/** The worst first. */
function findingsByNode(
  graph: FlowGraph,
  findings: readonly Finding[],
): ReadonlyMap<string, readonly NodeFinding[]> {
  const byFile = new Map<Uri, Finding[]>();
  for (const finding of findings) {
    const own = byFile.get(finding.uri);
    if (own) own.push(finding);
    else byFile.set(finding.uri, [finding]);
  }
  const found = new Map<string, readonly NodeFinding[]>();
  for (const [id, { file, extent }] of graph.places) {
    const own = (byFile.get(file.uri) ?? [])
      .filter(({ span }) => extent.start <= span.start && span.start < extent.end)
      .map(({ severity, code, message }) => ({ severity, code, message }))
      .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
    if (own.length > 0) found.set(id, own);
  }
  return found;
}
