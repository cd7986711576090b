import { escape } from '../escape';

/** What the page of a preview says about how current it is. */
export interface PlanStatus {
  /** One sentence; empty for nothing to say. */
  readonly text: string;
  /** What its button says and sends; without it there is none. */
  readonly action?: { readonly title: string; readonly message: PlanMessage };
}

/** What the page sends: it was loaded, or its button was pressed. */
export type PlanMessage = 'ready' | 'cancel' | 'again';

export function isPlanMessage(value: unknown): value is PlanMessage {
  return value === 'ready' || value === 'cancel' || value === 'again';
}

/** A live region: what is written into it after the page was loaded is read aloud. */
export const STATUS_PART = `<div id="status"><span role="status" aria-live="polite"></span> <button type="button" hidden></button></div>`;

/** The one script of the page: it shows the status that it is sent, as text, and sends what is pressed. */
export function statusScript(nonce: string): string {
  return `<script nonce="${escape(nonce)}">${SCRIPT}</script>`;
}

const SCRIPT = `
const host = acquireVsCodeApi();
const words = document.querySelector('#status [role="status"]');
const button = document.querySelector('#status button');
let message;
button.addEventListener('click', () => host.postMessage(message));
window.addEventListener('message', ({ data }) => {
  words.textContent = data.text;
  button.hidden = !data.action;
  button.textContent = data.action ? data.action.title : '';
  message = data.action ? data.action.message : undefined;
});
host.postMessage('ready');
`;
