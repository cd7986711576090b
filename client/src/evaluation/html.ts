import { escape } from '../escape';
import { documentOf, type PageParts } from '../webview/document';
import type { PageTexts } from './messages';

/** The words of the page. */
export interface PageWords extends PageTexts {
  readonly title: string;
  readonly evaluate: string;
  readonly language: string;
  readonly figures: string;
  readonly matrix: string;
  readonly matrixHelp: string;
  readonly list: string;
  readonly show: string;
  readonly showAll: string;
  readonly overlaps: string;
  readonly perIntent: string;
}

/** The page of an evaluation: empty but for its tools; figures come by message, as data. */
export function pageHtml(parts: PageParts, words: PageWords): string {
  const body = `<header role="toolbar" aria-label="${escape(words.title)}">
<button type="button" id="evaluate">${escape(words.evaluate)}</button>
<label for="language">${escape(words.language)}</label>
<select id="language"></select>
</header>
<p id="notice" role="status" hidden></p>
<main id="main" hidden>
<h1>${escape(words.title)}</h1>
<p id="basis"></p>
<dl id="tiles" aria-label="${escape(words.figures)}"></dl>
<section aria-labelledby="matrix-title">
<h2 id="matrix-title">${escape(words.matrix)}</h2>
<p id="matrix-help">${escape(words.matrixHelp)}</p>
<p id="matrix-note" hidden></p>
<div id="matrix" class="scroll"></div>
</section>
<section aria-labelledby="list-title">
<h2 id="list-title" tabindex="-1">${escape(words.list)}</h2>
<p class="tools"><label for="kind">${escape(words.show)}</label> <select id="kind"></select> <button type="button" id="all" hidden>${escape(words.showAll)}</button></p>
<div id="list"></div>
</section>
<section aria-labelledby="overlaps-title">
<h2 id="overlaps-title">${escape(words.overlaps)}</h2>
<div id="overlaps"></div>
</section>
<section aria-labelledby="intents-title">
<h2 id="intents-title">${escape(words.perIntent)}</h2>
<div id="intents" class="scroll"></div>
</section>
</main>`;
  return documentOf(parts, { title: words.title, texts: words, body });
}
