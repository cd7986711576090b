import { escape } from '../escape';

/** What a page is made of besides its words. */
export interface PageParts {
  readonly language: string;
  readonly nonce: string;
  /** What the policy calls the files of the extension. */
  readonly source: string;
  readonly script: string;
  /** Later sheets have the last word. */
  readonly styles: readonly string[];
}

export interface PageContent {
  readonly title: string;
  /** Words that the script of the page needs, as plain data. */
  readonly texts: unknown;
  /** Markup: whatever comes from words or files is escaped in it. */
  readonly body: string;
}

/** A page that runs its own script and loads its own sheets, and nothing else: no network, no inline code or style. */
export function documentOf(parts: PageParts, { title, texts, body }: PageContent): string {
  return `<!DOCTYPE html>
<html lang="${escape(parts.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${escape(parts.source)}; script-src 'nonce-${escape(parts.nonce)}';">
${parts.styles.map((style) => `<link rel="stylesheet" href="${escape(style)}">`).join('\n')}
<title>${escape(title)}</title>
</head>
<body data-texts="${escape(JSON.stringify(texts))}">
${body}
<script nonce="${escape(parts.nonce)}" src="${escape(parts.script)}"></script>
</body>
</html>`;
}
