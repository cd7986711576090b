import { escape } from '../escape';
import type { PageTexts } from './messages';

/** What a page is made of besides its words. */
export interface PageParts {
  readonly language: string;
  readonly nonce: string;
  /** What the policy calls the files of the extension. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
}

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
  return `<!DOCTYPE html>
<html lang="${escape(parts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${escape(parts.source)}; script-src 'nonce-${escape(parts.nonce)}';">
<link rel="stylesheet" href="${escape(parts.style)}">
<title>${escape(words.title)}</title>
</head>
<body data-texts="${escape(JSON.stringify(words))}">
<header role="toolbar" aria-label="${escape(words.title)}">
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
</main>
<script nonce="${escape(parts.nonce)}" src="${escape(parts.script)}"></script>
</body>
</html>`;
}
