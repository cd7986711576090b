import type { Finding, Severity } from '../../rules/rule';
import { inPieces } from '../../text/inPieces';
import type { Uri } from '../../text/uri';
import type { FlowGraph, GraphNode, GraphPlace } from './graph';

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

/** What is said at the nodes, in steps. @param live undefined where there is no LIVE to compare with */
export function* marksInSteps(
  graph: FlowGraph,
  findings: readonly Finding[],
  live?: LiveChanges,
): Generator<void, Marks, void> {
  const changes = yield* changesByNode(graph, live);
  return { findings: yield* findingsByNode(graph, findings), changes };
}

/** Nodes that are looked at in one step: as many as a large flow has. */
const NODES_A_STEP = 32;

function* changesByNode(
  graph: FlowGraph,
  live?: LiveChanges,
): Generator<void, ReadonlyMap<string, NodeChange>, void> {
  const changes = new Map<string, NodeChange>();
  const look = ({ id, kind, name, flow, absent }: GraphNode): void => {
    if (kind === 'removed') changes.set(id, 'removed');
    if (!live || absent || (kind !== 'dialog' && kind !== 'intent')) return;
    const change = kind === 'intent' ? live.of('intent', name) : live.ofDialog(flow ?? '', name);
    if (change !== 'same') changes.set(id, change);
  };
  yield* inPieces(graph.nodes, look, NODES_A_STEP);
  return changes;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'information'];

/** The worst first. */
function* findingsByNode(
  graph: FlowGraph,
  findings: readonly Finding[],
): Generator<void, ReadonlyMap<string, readonly NodeFinding[]>, void> {
  const byFile = new Map<Uri, Finding[]>();
  for (const finding of findings) {
    const own = byFile.get(finding.uri);
    if (own) own.push(finding);
    else byFile.set(finding.uri, [finding]);
  }
  const found = new Map<string, readonly NodeFinding[]>();
  const look = ([id, { file, extent }]: [string, GraphPlace]): void => {
    const own = (byFile.get(file.uri) ?? [])
      .filter(({ span }) => extent.start <= span.start && span.start < extent.end)
      .map(({ severity, code, message }) => ({ severity, code, message }))
      .sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
    if (own.length > 0) found.set(id, own);
  };
  yield* inPieces(graph.places, look, NODES_A_STEP);
  return found;
}
