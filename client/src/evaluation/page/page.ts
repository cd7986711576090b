import type { EvaluationView, HeldOutView, LanguageEvaluationView } from '../../../../server/src/protocol';
import type { LineRef, PageMessage, PageTexts, PanelMessage } from '../messages';
import { element, make } from './dom';
import { fill, Numbers } from './format';
import { grid } from './grid';
import { intentTable } from './intents';
import { expressionList, kindText, overlapList } from './lists';
import { matrixOf } from './matrix';
import { tiles } from './tiles';

/** What VS Code gives a page to talk to the extension. */
declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

/** More rows and columns are no picture any more. */
const MOST_INTENTS = 40;

const KINDS: readonly HeldOutView['kind'][] = ['other-intent', 'not-understood', 'only-just'];

/** A cell of the matrix, by the names of its intents. */
interface Pair {
  readonly expected: string;
  readonly answered: string;
}

const api = acquireVsCodeApi();
const texts = JSON.parse(document.body.dataset['texts'] ?? '{}') as PageTexts;
const numbers = new Numbers(document.documentElement.lang);
const language = element('language') as HTMLSelectElement;
const kind = element('kind') as HTMLSelectElement;
const all = element('all');
const evaluate = element('evaluate') as HTMLButtonElement;
const notices = new Map<'stale' | 'working' | 'failed', string>();
let evaluation: EvaluationView | undefined;
let pair: Pair | undefined;

function current(): LanguageEvaluationView | undefined {
  return evaluation?.languages.find((one) => one.language === language.value) ?? evaluation?.languages[0];
}

function open(list: LineRef['list'], line: number, item = 0): void {
  const shown = current();
  if (!evaluation || !shown) return;
  api.postMessage({ type: 'open', language: evaluation.languages.indexOf(shown), list, line, item });
}

/** Shows an evaluation that came; the language that is looked at stays. */
function take(next: EvaluationView): void {
  evaluation = next;
  const before = language.value;
  language.replaceChildren(...next.languages.map((one) => option(one.language, one.language)));
  if (next.languages.some((one) => one.language === before)) language.value = before;
  show();
}

function show(): void {
  const shown = current();
  element('main').hidden = !shown;
  if (!shown) return;
  pair = undefined;
  notices.set('stale', shown.stale ? texts.stale : '');
  showNotice();
  element('basis').textContent = fill(texts.basis, shown.expressions, shown.folds);
  element('tiles').replaceChildren(...tiles(shown, texts, numbers));
  const matrix = matrixOf(shown, MOST_INTENTS);
  const note = element('matrix-note');
  note.hidden = matrix.intents.length === shown.intents.length;
  note.textContent = fill(texts.shownIntents, matrix.intents.length, shown.intents.length);
  element('matrix').replaceChildren(
    grid(shown, matrix, texts, (expected, answered) => {
      pair = { expected: shown.intents[expected]?.name ?? '', answered: shown.intents[answered]?.name ?? '' };
      showList(shown);
      element('list-title').focus();
    }),
  );
  showList(shown);
  element('overlaps').replaceChildren(
    ...overlapList(shown, { texts, numbers }, (overlap, expression) => open('overlaps', overlap, expression)),
  );
  element('intents').replaceChildren(intentTable(shown, texts, numbers, (intent) => open('intents', intent)));
}

/** The misunderstood expressions of a cell, or of all, of the kind that is chosen. */
function showList(shown: LanguageEvaluationView): void {
  const { misclassified } = shown;
  const chosen = misclassified.filter(
    (one) =>
      (kind.value === '' || one.kind === kind.value) &&
      (!pair || (one.expected === pair.expected && one.predicted === pair.answered)),
  );
  element('list-title').textContent = pair
    ? fill(texts.pairTitle, pair.expected, pair.answered, chosen.length)
    : fill(texts.listTitle, chosen.length);
  all.hidden = !pair;
  element('list').replaceChildren(
    ...expressionList(chosen, { texts, numbers }, (one) => open('misclassified', misclassified.indexOf(one))),
  );
}

function showNotice(): void {
  const place = element('notice');
  place.textContent = [...notices.values()].filter(Boolean).join(' ');
  place.hidden = place.textContent === '';
}

function option(value: string, text: string): HTMLOptionElement {
  const made = make('option', '', text);
  made.value = value;
  return made;
}

kind.replaceChildren(option('', texts.everything), ...KINDS.map((one) => option(one, kindText(one, texts))));
evaluate.addEventListener('click', () => api.postMessage({ type: 'evaluate' }));
language.addEventListener('change', show);
kind.addEventListener('change', () => {
  const shown = current();
  if (shown) showList(shown);
});
all.addEventListener('click', () => {
  pair = undefined;
  const shown = current();
  if (shown) showList(shown);
  element('list-title').focus();
});
window.addEventListener('message', ({ data }: MessageEvent<PanelMessage>) => {
  if (data.type === 'evaluation') take(data.evaluation);
  else if (data.type === 'working') {
    evaluate.disabled = data.working;
    element('main').setAttribute('aria-busy', String(data.working));
    notices.set('working', data.working ? texts.working : '');
    if (data.working) notices.set('failed', '');
  } else notices.set('failed', data.reasons.join(' '));
  showNotice();
});
api.postMessage({ type: 'ready' });
