import type { FlowGraphParams, FlowGraphView } from '../../../../server/src/protocol';
import type { PageMessage, PageTexts, PanelMessage } from '../messages';
import { GraphView } from './graphView';
import { renderList } from './list';
import { matchesOf } from './search';
import type { Viewport } from './viewport';

/** What VS Code keeps while the page is hidden, and when the window is opened again. */
interface PageState {
  readonly subject: FlowGraphParams;
  readonly viewport: Viewport;
  readonly selected?: string;
}

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): PageState | undefined;
  setState(state: PageState): void;
};

const host = acquireVsCodeApi();
const texts = JSON.parse(document.body.dataset['texts'] ?? '{}') as PageTexts;
const search = element('search') as HTMLInputElement;
const count = element('count');
const failure = element('failure');
const list = element('list');
const canvas = document.querySelector<SVGSVGElement>('svg#graph') ?? missing('graph');
const listToggle = element('list-toggle');

const pages = element('pages');
const earlier = element('before') as HTMLButtonElement;
const later = element('after') as HTMLButtonElement;

let subject: FlowGraphParams | undefined;
let matches: readonly string[] = [];
let match = 0;

const before = host.getState();
const view = new GraphView(canvas, {
  open: (id) => host.postMessage({ type: 'open', id }),
  changed: (viewport, selected) => {
    if (subject) host.setState({ subject, viewport, ...(selected !== undefined && { selected }) });
  },
  viewport: before?.viewport,
  selected: before?.selected,
});

// Only the window around the page can send it messages: VS Code, for the extension.
window.addEventListener('message', ({ data }: MessageEvent<PanelMessage>) => {
  switch (data.type) {
    case 'graph':
      failure.hidden = true;
      showGraph(data.subject, data.graph);
      renderList(list, data.graph, (id) => host.postMessage({ type: 'open', id }));
      find(false);
      break;
    case 'failed':
      failure.textContent = data.reason;
      failure.hidden = false;
      break;
    case 'reveal':
      view.select(data.id, { focus: false });
      break;
  }
});

search.addEventListener('input', () => find(true));
search.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
  else if (event.key === 'Escape') {
    search.value = '';
    find(false);
    view.focus();
  } else if (event.key === 'ArrowDown') view.focus();
  else return;
  event.preventDefault();
});
document.addEventListener('keydown', (event) => {
  const wanted =
    event.key === '/' ? event.target !== search : (event.ctrlKey || event.metaKey) && event.key === 'f';
  if (!wanted) return;
  event.preventDefault();
  search.focus();
  search.select();
});
element('zoom-in').addEventListener('click', () => view.zoom(1));
element('zoom-out').addEventListener('click', () => view.zoom(-1));
element('fit').addEventListener('click', () => view.fit());
earlier.addEventListener('click', () => host.postMessage({ type: 'turn', by: -1 }));
later.addEventListener('click', () => host.postMessage({ type: 'turn', by: 1 }));
element('export').addEventListener('click', () => host.postMessage({ type: 'export' }));
listToggle.addEventListener('click', () => {
  list.hidden = !list.hidden;
  canvas.toggleAttribute('hidden', !list.hidden);
  listToggle.setAttribute('aria-pressed', String(!list.hidden));
});
host.postMessage({ type: 'ready' });

/** Shows a graph; one of other flows than before is seen whole. */
function showGraph(of: FlowGraphParams, graph: FlowGraphView): void {
  const turned = subject !== undefined && subject.page !== of.page;
  subject = of;
  view.show(graph);
  if (turned) view.fit();
  const { page } = graph;
  pages.hidden = !page;
  if (!page) return;
  const focused = document.activeElement;
  earlier.disabled = page.number === 0;
  later.disabled = page.number === page.pages - 1;
  // A button that cannot be pressed any more cannot keep the focus.
  if (focused === earlier && earlier.disabled) later.focus();
  else if (focused === later && later.disabled) earlier.focus();
  element('flows').textContent = texts.flows
    .replace('{0}', String(page.first))
    .replace('{1}', String(page.last))
    .replace('{2}', String(page.all));
}

/** Marks what matches the search. @param go and shows the first of them */
function find(go: boolean): void {
  matches = matchesOf(view.boxes(), search.value);
  match = 0;
  view.mark(search.value.trim() === '' ? undefined : new Set(matches));
  if (go && matches[0] !== undefined) view.select(matches[0], { focus: false });
  sayCount();
}

/** Shows the next match, round and round. */
function step(by: 1 | -1): void {
  if (matches.length === 0) return;
  const current = matches[match] === view.selected ? match + by : match;
  match = (current + matches.length) % matches.length;
  const id = matches[match];
  if (id !== undefined) view.select(id, { focus: false });
  sayCount();
  // With one match there is nowhere else to go: on to the box, where Enter opens its source.
  if (matches.length === 1) view.focus();
}

function sayCount(): void {
  if (search.value.trim() === '') count.textContent = '';
  else if (matches.length === 0) count.textContent = texts.noMatch;
  else if (matches.length === 1) count.textContent = texts.oneMatch;
  else
    count.textContent = texts.matches
      .replace('{0}', String(match + 1))
      .replace('{1}', String(matches.length));
}

function element(id: string): HTMLElement {
  return document.getElementById(id) ?? missing(id);
}

function missing(id: string): never {
  throw new Error(`The page has no ${id}.`);
}
