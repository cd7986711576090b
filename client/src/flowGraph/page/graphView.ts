import type { FlowGraphBox, FlowGraphView } from '../../../../server/src/protocol';
import { type Direction, neighbour } from './navigate';
import { render, type Rendered } from './render';
import { fitted, resized, revealing, type Size, type Viewport, zoomed } from './viewport';

const STEP = 1.25;
/** A mouse that moved less between press and release was not dragged. */
const STILL = 4;

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
]);

interface Options {
  /** Somebody wants to see the source of a box. */
  open(id: string): void;
  /** What is seen or selected is another. */
  changed(viewport: Viewport, selected: string | undefined): void;
  /** How it was when the page was last shown. */
  readonly viewport: Viewport | undefined;
  readonly selected: string | undefined;
}

/** The picture on the page: what of it is seen, and which box is selected. Both stay when the graph changes. */
export class GraphView {
  readonly #canvas: SVGSVGElement;
  readonly #options: Options;
  #graph: FlowGraphView | undefined;
  #boxes: ReadonlyMap<string, FlowGraphBox> = new Map();
  #rendered: Rendered | undefined;
  #viewport: Viewport | undefined;
  #selected: string | undefined;
  /** Size of the screen for which the viewport is meant. */
  #before: Size | undefined;

  constructor(canvas: SVGSVGElement, options: Options) {
    this.#canvas = canvas;
    this.#options = options;
    this.#viewport = options.viewport;
    this.#selected = options.selected;
    canvas.addEventListener('keydown', (event) => this.#onKey(event));
    canvas.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false });
    canvas.addEventListener('pointerdown', (event) => this.#onPress(event));
    new ResizeObserver(() => this.#onResize()).observe(canvas);
  }

  get selected(): string | undefined {
    return this.#selected;
  }

  boxes(): Iterable<FlowGraphBox> {
    return this.#boxes.values();
  }

  show(graph: FlowGraphView): void {
    const hadFocus = this.#canvas.contains(document.activeElement) && document.activeElement !== this.#canvas;
    this.#graph = graph;
    this.#boxes = new Map(graph.boxes.map((box) => [box.id, box]));
    this.#rendered = render(graph);
    this.#canvas.replaceChildren(this.#rendered.root);
    if (this.#selected !== undefined && !this.#boxes.has(this.#selected)) this.#selected = undefined;
    this.#look(this.#viewport ?? fitted(graph, this.#screen()));
    this.#showSelection();
    if (hadFocus) this.focus();
  }

  /** Selects a box and brings it into view. An id that is not in the picture changes nothing. */
  select(id: string, { focus }: { readonly focus: boolean }): void {
    const box = this.#boxes.get(id);
    if (!box || !this.#viewport) return;
    this.#selected = id;
    this.#showSelection();
    this.#look(revealing(this.#viewport, box, this.#screen()));
    if (focus) this.focus();
  }

  /** Marks boxes and dims the others; undefined marks none. */
  mark(ids: ReadonlySet<string> | undefined): void {
    this.#canvas.classList.toggle('searching', ids !== undefined);
    for (const [id, box] of this.#rendered?.boxes ?? []) box.classList.toggle('match', ids?.has(id) === true);
  }

  focus(): void {
    const box = this.#selected === undefined ? undefined : this.#rendered?.boxes.get(this.#selected);
    (box ?? this.#canvas).focus({ preventScroll: true });
  }

  /** @param steps inwards, or outwards when negative */
  zoom(steps: number): void {
    const { width, height } = this.#screen();
    if (this.#viewport) this.#look(zoomed(this.#viewport, STEP ** steps, width / 2, height / 2));
  }

  fit(): void {
    if (this.#graph) this.#look(fitted(this.#graph, this.#screen()));
  }

  /** The source that was opened beside takes half of the room. */
  #onResize(): void {
    const before = this.#before;
    const after = this.#screen();
    // A canvas that is hidden behind the list has no size.
    if (!this.#viewport || !this.#graph || !before || after.width === 0) return;
    const view = resized(this.#viewport, this.#graph, before, after);
    const box = this.#selected === undefined ? undefined : this.#boxes.get(this.#selected);
    const isWhole = view.k === fitted(this.#graph, after).k;
    this.#look(box && !isWhole ? revealing(view, box, after) : view);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS.get(event.key);
    if (direction) this.#go(direction);
    else if (event.key === 'Enter' || event.key === ' ') {
      if (this.#selected !== undefined) this.#options.open(this.#selected);
    } else if (event.key === '+' || event.key === '=') this.zoom(1);
    else if (event.key === '-' || event.key === '−') this.zoom(-1);
    else if (event.key === '0') this.fit();
    else return;
    event.preventDefault();
  }

  #go(direction: Direction): void {
    const [first] = this.#boxes.keys();
    const next =
      this.#selected === undefined
        ? first
        : neighbour(this.#boxes, this.#graph?.links ?? [], this.#selected, direction);
    if (next !== undefined) this.select(next, { focus: true });
  }

  #onWheel(event: WheelEvent): void {
    if (!this.#viewport) return;
    event.preventDefault();
    const { left, top } = this.#canvas.getBoundingClientRect();
    if (event.ctrlKey || event.metaKey) {
      const factor = Math.exp(-event.deltaY / 300);
      this.#look(zoomed(this.#viewport, factor, event.clientX - left, event.clientY - top));
      return;
    }
    const [across, down] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    this.#look({ ...this.#viewport, x: this.#viewport.x - across, y: this.#viewport.y - down });
  }

  /** A press moves the picture until it is released; one that did not move is a click. */
  #onPress(press: PointerEvent): void {
    const start = this.#viewport;
    if (press.button !== 0 || !start) return;
    const target = press.target instanceof Element ? press.target.closest('[data-box]') : null;
    let moved = false;
    const onMove = ({ clientX, clientY }: PointerEvent): void => {
      const [x, y] = [clientX - press.clientX, clientY - press.clientY];
      moved ||= Math.hypot(x, y) > STILL;
      if (!moved) return;
      this.#canvas.classList.add('moving');
      this.#look({ ...start, x: start.x + x, y: start.y + y });
    };
    const onRelease = (): void => {
      window.removeEventListener('pointermove', onMove);
      this.#canvas.classList.remove('moving');
      const id = target?.getAttribute('data-box');
      if (moved || typeof id !== 'string') return;
      this.select(id, { focus: true });
      this.#options.open(id);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onRelease, { once: true });
  }

  #look(viewport: Viewport): void {
    this.#viewport = viewport;
    const screen = this.#screen();
    if (screen.width > 0) this.#before = screen;
    const { x, y, k } = viewport;
    this.#rendered?.root.setAttribute('transform', `translate(${x} ${y}) scale(${k})`);
    this.#options.changed(viewport, this.#selected);
  }

  #showSelection(): void {
    const selected = this.#selected;
    for (const [id, box] of this.#rendered?.boxes ?? []) {
      box.classList.toggle('selected', id === selected);
      box.setAttribute('tabindex', id === selected ? '0' : '-1');
    }
    for (const arrow of this.#rendered?.arrows ?? []) {
      const { from, to } = arrow.dataset;
      arrow.classList.toggle('linked', selected !== undefined && (from === selected || to === selected));
    }
  }

  #screen(): Size {
    const { width, height } = this.#canvas.getBoundingClientRect();
    return { width, height };
  }
}
