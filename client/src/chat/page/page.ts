import type { ChatTurnView } from '../../../../server/src/protocol';
import type { PageMessage, PageTexts, PanelMessage, Said } from '../messages';

/** What VS Code gives a page to talk to the extension. */
declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

const api = acquireVsCodeApi();
const texts = JSON.parse(document.body.dataset['texts'] ?? '{}') as PageTexts;
const log = element('log');
const form = element('form') as HTMLFormElement;
const input = element('message') as HTMLInputElement;
const language = element('language') as HTMLSelectElement;
let turns = 0;

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}

/** Texts are only ever set as text: what users and bots say is no markup. */
function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function bubble(who: 'user' | 'bot' | 'service', text: string): HTMLElement {
  const names = { user: texts.you, bot: texts.bot, service: texts.service };
  const made = make('div', `bubble ${who}`);
  made.append(make('span', 'unseen', `${names[who]}: `), make('p', 'text', text));
  log.append(made);
  return made;
}

function showTurn(turn: ChatTurnView, said: Said | undefined): void {
  if (said) {
    const own = bubble(said.who, said.text);
    if (turn.heard) {
      const { intent, score, understood, entities } = turn.heard;
      const verdict = `${intent} ${score.toFixed(2)}${understood ? '' : ` (${texts.notUnderstood})`}`;
      own.append(make('p', 'detail', [verdict, ...entities].join(' · ')));
    }
  }
  // A call that was answered, or that the user went past, waits no more.
  for (const waiting of log.querySelectorAll('form')) waiting.remove();
  for (const message of turn.messages) {
    const made = bubble('bot', message.text);
    if (message.buttons.length === 0) continue;
    const row = make('div', 'buttons');
    for (const { id, label, url } of message.buttons) {
      const button = make('button', 'choice', label);
      button.type = 'button';
      if (url !== undefined) button.title = `${texts.opensPage} ${url}`;
      else button.addEventListener('click', () => api.postMessage({ type: 'press', button: id, label }));
      button.disabled = url !== undefined;
      row.append(button);
    }
    made.append(row);
  }
  if (turn.asked) log.append(serviceForm(turn.asked));
  showInside(turn, turns++);
  showLanguages(turn);
  notice(turn.stale ? texts.stale : '');
  log.scrollTop = log.scrollHeight;
}

function serviceForm({ effect, call, body, suggestion }: NonNullable<ChatTurnView['asked']>): HTMLElement {
  const made = make('form', 'bubble service');
  const area = make('textarea', 'answer');
  area.value = suggestion;
  area.rows = suggestion.split('\n').length;
  area.setAttribute('aria-label', texts.answerLabel);
  const answer = make('button', 'choice', texts.answer);
  answer.type = 'submit';
  const fail = make('button', 'choice', texts.fail);
  fail.type = 'button';
  made.append(make('p', 'detail', texts.asks), make('code', 'call', call));
  if (body !== '') made.append(make('pre', 'call', body));
  made.append(area, answer, fail);
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    api.postMessage({ type: 'answer', effect, text: area.value });
  });
  fail.addEventListener('click', () => api.postMessage({ type: 'fail', effect }));
  return made;
}

function showInside({ trace, variables, contexts }: ChatTurnView, turn: number): void {
  element('trace').replaceChildren(
    ...trace.map(({ text, isProblem, place }, line) => {
      const item = make('li', isProblem ? 'problem' : '');
      if (!place) {
        item.textContent = text;
        return item;
      }
      const link = make('button', 'link', text);
      link.type = 'button';
      link.addEventListener('click', () => api.postMessage({ type: 'open', turn, line }));
      item.append(link);
      return item;
    }),
  );
  list(
    'variables',
    variables.map(([name, value]) => `${name} = ${value}`),
  );
  list(
    'contexts',
    contexts.map(([name, messages]) => `${name} (${messages})`),
  );
}

function list(id: string, lines: readonly string[]): void {
  const shown = lines.length === 0 ? [texts.none] : lines;
  element(id).replaceChildren(...shown.map((line) => make('li', '', line)));
}

function showLanguages({ languages, language: current }: ChatTurnView): void {
  language.replaceChildren(
    ...languages.map((code) => {
      const option = make('option', '', code);
      option.value = code;
      return option;
    }),
  );
  language.value = current;
}

function notice(text: string): void {
  const place = element('notice');
  place.textContent = text;
  place.hidden = text === '';
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = input.value;
  if (text.trim() === '') return;
  input.value = '';
  api.postMessage({ type: 'say', text });
});
language.addEventListener('change', () => api.postMessage({ type: 'language', language: language.value }));
element('restart').addEventListener('click', () => api.postMessage({ type: 'restart' }));
element('save').addEventListener('click', () => api.postMessage({ type: 'save' }));
window.addEventListener('message', ({ data }: MessageEvent<PanelMessage>) => {
  if (data.type === 'turn') showTurn(data.turn, data.said);
  else if (data.type === 'failed') notice(data.reason);
  else {
    turns = 0;
    log.replaceChildren();
    notice('');
    input.focus();
  }
});
api.postMessage({ type: 'ready' });
