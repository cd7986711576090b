import type { DashboardRange } from '../../../../server/src/protocol';
import type { PageMessage, PageTexts, PanelMessage, Scope } from '../messages';
import { renderFeedback, renderLists, renderNumbers, renderReleases, renderTimeline } from './lists';
import { Plots } from './plots';

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const host = acquireVsCodeApi();
const texts = JSON.parse(document.body.dataset['texts'] ?? '{}') as PageTexts;
const failure = element('failure');
const empty = element('empty');
const updated = element('updated');
const plots = new Plots(
  { messages: element('messages-plot'), understood: element('understood-plot') },
  texts,
);

// Only the window around the page can send it messages: VS Code, for the extension.
window.addEventListener('message', ({ data }: MessageEvent<PanelMessage>) => {
  failure.hidden = data.type !== 'failed';
  if (data.type === 'failed') {
    failure.textContent = data.reason;
    return;
  }
  const { statistics, feedback } = data;
  empty.hidden = statistics.timeline.length > 0;
  renderNumbers(element('numbers'), statistics.total, texts);
  plots.show(statistics);
  renderTimeline(element('timeline'), statistics, texts);
  renderLists(element('lists'), statistics, texts);
  renderReleases(element('releases'), statistics, texts);
  renderFeedback(element('feedback'), feedback, texts);
  updated.textContent = texts.updated.replace('{0}', new Date().toLocaleTimeString());
});

select('range').addEventListener('change', () =>
  host.postMessage({ type: 'range', range: select('range').value as DashboardRange }),
);
select('scope').addEventListener('change', () =>
  host.postMessage({ type: 'scope', scope: select('scope').value as Scope }),
);
element('export').addEventListener('click', () => host.postMessage({ type: 'export' }));
host.postMessage({ type: 'ready' });

function select(id: string): HTMLSelectElement {
  return element(id) as HTMLSelectElement;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}.`);
  return found;
}
