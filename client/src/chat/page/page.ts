import type { ChatMessageView, ChatTurnView } from '../../../../server/src/protocol';
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
/** What the last turn ran on. */
let revision: number | undefined;
/** The conversation says at its end that the next turn runs on something else. */
let saysChange = false;

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

/** @param spoken the language in which it is to be read aloud */
function bubble(who: 'user' | 'bot' | 'service', text: string, spoken?: string): HTMLElement {
  const names = { user: texts.you, bot: texts.bot, service: texts.service };
  const made = make('div', `bubble ${who}`);
  const words = make('p', 'text', text);
  if (spoken !== undefined) words.lang = spoken;
  made.append(make('span', 'unseen', `${names[who]}: `), words);
  log.append(made);
  return made;
}

function showTurn(turn: ChatTurnView, said: Said | undefined): void {
  if (revision !== undefined && revision !== turn.revision) sayChange();
  revision = turn.revision;
  saysChange = false;
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
    const made = bubble('bot', message.text, turn.language);
    if (message.buttons.length === 0) continue;
    const row = make('div', 'buttons');
    row.append(...message.buttons.map(choice));
    made.append(row);
  }
  if (turn.asked) log.append(serviceForm(turn.asked));
  showInside(turn, turns++, said?.text ?? texts.begin);
  showLanguages(turn);
  notice(turn.stale ? texts.stale : '');
  log.scrollTop = log.scrollHeight;
  // What was pressed may be gone, and the keyboard with it.
  if (document.activeElement === document.body) input.focus();
}

/** A button that opens a web page opens none here, but can be reached and read. */
function choice({ id, label, url }: ChatMessageView['buttons'][number]): HTMLElement {
  const button = make('button', 'choice', label);
  button.type = 'button';
  if (url === undefined) {
    button.addEventListener('click', () => api.postMessage({ type: 'press', button: id, label }));
    return button;
  }
  button.title = `${texts.opensPage} ${url}`;
  button.setAttribute('aria-disabled', 'true');
  button.setAttribute('aria-description', button.title);
  return button;
}

/** Says in the conversation that the next turn runs on something else than the last one; once between two turns. */
function sayChange(): void {
  if (saysChange) return;
  saysChange = true;
  log.append(make('p', 'note', texts.changed));
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

/** What happened in a turn, above the turns before, of which only the beginning shows until it is opened. */
function showInside({ trace, variables, contexts }: ChatTurnView, turn: number, said: string): void {
  const turnList = element('trace');
  for (const earlier of turnList.querySelectorAll('details')) earlier.open = false;
  const details = make('details', 'turn');
  details.open = true;
  const lines = make('ul', '');
  lines.append(
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
  details.append(make('summary', '', said), lines);
  turnList.prepend(details);
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
element('join').addEventListener('click', () => api.postMessage({ type: 'join' }));
element('save').addEventListener('click', () => api.postMessage({ type: 'save' }));
window.addEventListener('message', ({ data }: MessageEvent<PanelMessage>) => {
  if (data.type === 'turn') showTurn(data.turn, data.said);
  else if (data.type === 'failed') notice(data.reason);
  else if (data.type === 'changed') sayChange();
  else if (data.type === 'joined') element('join').setAttribute('aria-pressed', String(data.joined));
  else {
    turns = 0;
    revision = undefined;
    saysChange = false;
    log.replaceChildren();
    element('trace').replaceChildren();
    notice('');
    input.focus();
  }
});
api.postMessage({ type: 'ready' });
