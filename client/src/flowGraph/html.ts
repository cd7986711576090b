import { escape } from '../escape';
import { documentOf, type PageParts } from '../webview/document';
import type { PageTexts } from './messages';

/** The words of the page. */
export interface PageWords extends PageTexts {
  readonly title: string;
  readonly graph: string;
  readonly search: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fit: string;
  readonly before: string;
  readonly after: string;
  readonly list: string;
  readonly save: string;
  readonly keys: string;
  readonly legend: string;
  /** Class and sign of each mark, and what it means. */
  readonly marks: readonly (readonly [string, string, string])[];
}

/** The page of a flow graph: empty but for its tools; the graph comes by message, as data. */
export function pageHtml(parts: PageParts, words: PageWords): string {
  const { matches, oneMatch, noMatch, flows } = words;
  const texts: PageTexts = { matches, oneMatch, noMatch, flows };
  const button = (id: string, label: string, sign: string): string =>
    `<button type="button" id="${id}" title="${escape(label)}" aria-label="${escape(label)}">${sign}</button>`;
  const body = `<header role="toolbar" aria-label="${escape(words.title)}">
<input type="search" id="search" placeholder="${escape(words.search)}" aria-label="${escape(words.search)}">
<output id="count" role="status" for="search"></output>
<span class="space"></span>
<span id="pages" hidden>
${button('before', words.before, '‹')}
<output id="flows" role="status"></output>
${button('after', words.after, '›')}
</span>
${button('zoom-out', words.zoomOut, '−')}
${button('zoom-in', words.zoomIn, '+')}
<button type="button" id="fit">${escape(words.fit)}</button>
<button type="button" id="list-toggle" aria-pressed="false">${escape(words.list)}</button>
<button type="button" id="export">${escape(words.save)}</button>
</header>
<p id="failure" role="alert" hidden></p>
<main>
<svg id="graph" role="application" aria-label="${escape(words.graph)}" aria-describedby="keys" tabindex="0"></svg>
<nav id="list" aria-label="${escape(words.list)}" hidden></nav>
</main>
<footer>
<ul aria-label="${escape(words.legend)}">${words.marks.map(([className, sign, meaning]) => `<li><span class="mark ${escape(className)}" aria-hidden="true">${escape(sign)}</span>${escape(meaning)}</li>`).join('')}</ul>
<p id="keys">${escape(words.keys)}</p>
</footer>`;
  return documentOf(parts, { title: words.title, texts: texts, body });
}
