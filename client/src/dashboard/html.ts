import { escape } from '../escape';
import { documentOf, type PageParts } from '../webview/document';
import type { PageTexts } from './messages';

/** The words of the page. */
export interface PageWords extends PageTexts {
  readonly title: string;
  readonly range: string;
  readonly day: string;
  readonly week: string;
  readonly month: string;
  readonly quarter: string;
  readonly scope: string;
  readonly all: string;
  readonly live: string;
  readonly draftOnly: string;
  readonly export: string;
  readonly numbers: string;
  readonly plotMessages: string;
  readonly plotUnderstood: string;
}

/** The page of the dashboard: empty but for its tools; the numbers come by message, as data. */
export function pageHtml(parts: PageParts, words: PageWords): string {
  const option = (value: string, text: string, isChosen = false): string =>
    `<option value="${value}"${isChosen ? ' selected' : ''}>${escape(text)}</option>`;
  const body = `<header role="toolbar" aria-label="${escape(words.title)}">
<label for="range">${escape(words.range)}</label>
<select id="range">${option('day', words.day)}${option('week', words.week, true)}${option('month', words.month)}${option('quarter', words.quarter)}</select>
<label for="scope">${escape(words.scope)}</label>
<select id="scope">${option('all', words.all)}${option('live', words.live, true)}${option('draft', words.draftOnly)}</select>
<button type="button" id="export">${escape(words.export)}</button>
<span class="space"></span>
<span id="updated"></span>
</header>
<p id="failure" role="alert" hidden></p>
<main>
<dl id="numbers" aria-label="${escape(words.numbers)}"></dl>
<p id="empty" role="status" hidden>${escape(words.noMessages)}</p>
<figure id="messages-plot" aria-label="${escape(words.plotMessages)}"><figcaption>${escape(words.plotMessages)}</figcaption><div class="plot"></div></figure>
<figure id="understood-plot" aria-label="${escape(words.plotUnderstood)}"><figcaption>${escape(words.plotUnderstood)}</figcaption><div class="plot"></div></figure>
<details><summary>${escape(words.table)}</summary><div id="timeline"></div></details>
<div id="lists"></div>
<section id="releases" aria-label="${escape(words.releases)}"></section>
<section id="feedback" aria-label="${escape(words.feedback)}"></section>
</main>`;
  return documentOf(parts, { title: words.title, texts: words, body });
}
