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
</main>
<script nonce="${escape(parts.nonce)}" src="${escape(parts.script)}"></script>
</body>
</html>`;
}
