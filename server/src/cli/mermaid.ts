import { t } from '@vscode/l10n';
import type { FlowGraph, GraphLink, GraphLinkKind, GraphNode } from '../features/flowGraph/graph';
import { shorten } from '../text/shorten';

/** Longer labels make a picture unreadable. */
const MOST = 40;

/** A graph in Mermaid's language: a box per dialog, grouped by flow, and what leads to it. */
export function mermaid({ nodes, links }: FlowGraph): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const flows = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    if (node.flow !== undefined) flows.set(node.flow, [...(flows.get(node.flow) ?? []), node]);
  }
  const missing = nodes.filter(({ kind }) => kind === 'missing').map(({ id }) => nameOf(id));
  return [
    'flowchart LR',
    ...nodes.flatMap((node) => (node.flow === undefined ? [`  ${shape(node, nameOf(node.id))}`] : [])),
    ...[...flows].flatMap(([flow, own], index) => [
      `  subgraph f${index}["${escaped(flow)}"]`,
      ...own.map((node) => `    ${shape(node, nameOf(node.id))}`),
      '  end',
    ]),
    ...links.map((link) => `  ${nameOf(link.from)} ${arrow(link)} ${nameOf(link.to)}`),
    ...(missing.length > 0
      ? ['  classDef missing stroke:#c00,stroke-dasharray:4', `  class ${missing.join(',')} missing`]
      : []),
    '',
  ].join('\n');
}

function shape({ kind, name }: GraphNode, id: string): string {
  switch (kind) {
    case 'intent':
      return `${id}(["${escaped(name)}"])`;
    case 'event':
      return `${id}(("${escaped(name)}"))`;
    case 'dialog':
    case 'removed': // never without LIVE, which Mermaid is not compared with
      return `${id}["${escaped(name)}"]`;
    case 'missing':
      return `${id}["${escaped(t('{0} (missing)', name))}"]`;
  }
}

/** What the bot does by itself is a full line; what only happens when something fails is dotted. */
const ARROWS: Readonly<Record<GraphLinkKind, string>> = {
  trigger: '-->',
  default: '-->',
  next: '-->',
  answer: '-->',
  button: '-->',
  branch: '-->',
  retry: '-.->',
  error: '-.->',
};

function arrow({ kind, label }: GraphLink): string {
  const text = label ?? (kind === 'retry' || kind === 'error' ? kind : undefined);
  return text === undefined ? ARROWS[kind] : `${ARROWS[kind]}|"${escaped(text)}"|`;
}

/** Text on one line in which Mermaid and HTML find no meaning of their own: all but letters, digits and blanks by number. */
function escaped(text: string): string {
  return shorten(text, MOST).replaceAll(/[^\p{L}\p{M}\p{N} _.…-]/gu, (one) => `#${one.codePointAt(0)};`);
}
