import { escape } from '../escape';
import { documentOf, type PageParts } from '../webview/document';
import type { PageTexts } from './messages';

/** The words of the page. */
export interface PageWords extends PageTexts {
  readonly title: string;
  readonly conversation: string;
  readonly message: string;
  readonly send: string;
  readonly restart: string;
  readonly save: string;
  readonly join: string;
  readonly language: string;
  readonly inside: string;
  readonly variables: string;
  readonly contexts: string;
  readonly trace: string;
}

/** The page of a chat: empty but for its tools; the conversation comes by message, as data. */
export function pageHtml(parts: PageParts, words: PageWords): string {
  const body = `<header role="toolbar" aria-label="${escape(words.title)}">
<button type="button" id="restart">${escape(words.restart)}</button>
<button type="button" id="save">${escape(words.save)}</button>
<button type="button" id="join" aria-pressed="false">${escape(words.join)}</button>
<label for="language">${escape(words.language)}</label>
<select id="language"></select>
</header>
<p id="notice" role="status" hidden></p>
<main>
<section class="talk" aria-label="${escape(words.conversation)}">
<div id="log" role="log" aria-live="polite" aria-label="${escape(words.conversation)}" tabindex="0"></div>
<form id="form">
<label class="unseen" for="message">${escape(words.message)}</label>
<input type="text" id="message" placeholder="${escape(words.message)}" autocomplete="off">
<button type="submit">${escape(words.send)}</button>
</form>
</section>
<aside aria-label="${escape(words.inside)}">
<h2>${escape(words.trace)}</h2>
<div id="trace"></div>
<h2>${escape(words.variables)}</h2>
<ul id="variables"></ul>
<h2>${escape(words.contexts)}</h2>
<ul id="contexts"></ul>
</aside>
</main>`;
  return documentOf(parts, { title: words.title, texts: words, body });
}
