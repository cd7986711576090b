import * as library from '@dagrejs/dagre';

/** The part of dagre that we use. Its own types do not resolve: they import each other without file extensions. */
interface Dagre {
  readonly Graph: new (options: { readonly multigraph: boolean }) => DagreGraph;
  layout(graph: DagreGraph): void;
}

/** A graph of dagre. After `arrange` its labels hold places: the middles of nodes and labels, and the points of edges. */
export interface DagreGraph {
  setGraph(label: object): void;
  setNode(name: string, label: { readonly width: number; readonly height: number }): void;
  setEdge(from: string, to: string, label: object, name: string): void;
  graph(): { readonly width?: number; readonly height?: number };
  node(name: string): {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  edge(
    from: string,
    to: string,
    name: string,
  ): {
    readonly points: readonly { readonly x: number; readonly y: number }[];
    /** The middle of the label, when it has one. */
    readonly x?: number;
    readonly y?: number;
  };
}

const dagre = library as unknown as Dagre;

/** An empty graph that may hold several edges between two nodes. */
export function newGraph(label: object): DagreGraph {
  const graph = new dagre.Graph({ multigraph: true });
  graph.setGraph(label);
  return graph;
}

/** Gives everything in the graph its place. */
export function arrange(graph: DagreGraph): void {
  dagre.layout(graph);
}
