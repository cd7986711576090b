import ReactWebChat from 'botframework-webchat-component';
import { type ComponentProps, createElement, type FunctionComponent } from 'react';
import { createRoot } from 'react-dom/client';
import type { ChatConfig } from '../config';
import { Api, RefusedError } from './api';
import { Connection } from './connection';

const config = JSON.parse(document.body.dataset['chat'] ?? '{}') as ChatConfig;
const api = new Api(config.base);
const place = `botlane ${config.base}`;
const comment = element('comment') as HTMLFormElement;
const commentText = element('comment-text') as HTMLInputElement;
const root = createRoot(element('chat'));
// What the component says of its properties when it runs disagrees with their types in a detail.
const Chat = ReactWebChat as unknown as FunctionComponent<ComponentProps<typeof ReactWebChat>>;
let language = config.language;
let connection: Connection;
let rated: { readonly message: number; readonly thumb: 'up' | 'down' } | undefined;

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
}

function notice(text: string): void {
  const shown = element('notice');
  shown.textContent = text;
  shown.hidden = text === '';
}

function open(): void {
  notice('');
  comment.hidden = true;
  connection = new Connection(api, place, takeRating);
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  root.render(
    createElement(Chat, {
      // A new conversation is a new component: nothing of the one before is kept.
      key: String(Date.now()),
      directLine: connection,
      locale: language,
      nonce: config.nonce,
      styleOptions: dark ? DARK : LIGHT,
    }),
  );
  connection.open(language).catch(lost);
}

/** What is the same in light and dark: no files, texts of 16 pixels, everything inside the page's width. */
const SHAPE = {
  hideUploadButton: true,
  primaryFont: 'system-ui, sans-serif',
  fontSizeSmall: '87%',
  rootHeight: '100%',
  rootWidth: '100%',
  bubbleBorderRadius: 10,
  bubbleFromUserBorderRadius: 10,
  suggestedActionLayout: 'flow' as const,
  suggestedActionBorderRadius: 6,
  sendBoxHeight: 48,
};
const LIGHT = {
  ...SHAPE,
  accent: '#0b57d0',
  subtle: '#5c5c66',
  backgroundColor: '#fff',
  bubbleBackground: '#f1f1f4',
  bubbleTextColor: '#1b1b1f',
  bubbleFromUserBackground: '#0b57d0',
  bubbleFromUserTextColor: '#fff',
};
const DARK = {
  ...SHAPE,
  accent: '#a8c7fa',
  subtle: '#b9b9c3',
  backgroundColor: '#1b1b1f',
  bubbleBackground: '#303036',
  bubbleTextColor: '#f2f2f5',
  bubbleBorderColor: '#4a4a52',
  bubbleFromUserBackground: '#a8c7fa',
  bubbleFromUserTextColor: '#06284f',
  sendBoxBackground: '#26262b',
  sendBoxTextColor: '#f2f2f5',
  sendBoxPlaceholderColor: '#b9b9c3',
  sendBoxButtonColor: '#b9b9c3',
  suggestedActionBackgroundColor: '#1b1b1f',
  suggestedActionTextColor: '#a8c7fa',
};

/** The sign-in is over: the page asks for it. Everything else is told. */
function lost(error: unknown): void {
  if (error instanceof RefusedError && error.status === 404) location.reload();
  else notice(config.texts.unavailable);
}

function takeRating(message: number, thumb: 'up' | 'down'): void {
  rated = { message, thumb };
  commentText.value = '';
  comment.hidden = false;
  connection.rate(message, thumb, '').then(() => notice(config.texts.thanks), lost);
}

comment.addEventListener('submit', (event) => {
  event.preventDefault();
  comment.hidden = true;
  const text = commentText.value.trim();
  if (rated && text !== '') connection.rate(rated.message, rated.thumb, text).catch(lost);
});
element('skip').addEventListener('click', () => {
  comment.hidden = true;
});
element('restart').addEventListener('click', () => {
  sessionStorage.removeItem(place);
  open();
});
document.getElementById('sign-out')?.addEventListener('click', () => {
  sessionStorage.removeItem(place);
  api.signOut().then(() => location.reload(), lost);
});
document.getElementById('language')?.addEventListener('change', ({ target }) => {
  language = (target as HTMLSelectElement).value;
  element('chat').lang = language;
  connection.speak(language).catch(lost);
});
open();
