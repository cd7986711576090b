/**
 * Markdown in which nothing that stands in a file can become a link, an image, HTML or a command: whatever comes from a
 * file goes through `escapeMarkdown`.
 */
export type Markdown = string;

/** Everything that CommonMark lets a backslash stand before, which is everything that could mean something. */
const PUNCTUATION = /[!-/:-@[-`{-~]/g;

/** Control, bidirectional and invisible characters: they could make a name look like another one. */
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text of a file as inline Markdown: one line, nothing but itself. */
export function escapeMarkdown(text: string): Markdown {
  return text.replace(/\s+/g, ' ').trim().replace(INVISIBLE, '\ufffd').replace(PUNCTUATION, '\\$&');
}

/** `text` cut to about `limit` UTF-16 units, never inside a surrogate pair, with an ellipsis when it was cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const pair = (text.charCodeAt(limit - 1) & 0xfc00) === 0xd800;
  return `${text.slice(0, pair ? limit - 1 : limit).trimEnd()}…`;
}

/** For editors that show no Markdown: the same text without its marks. */
export function plainOf(markdown: Markdown): string {
  return markdown.replace(/\*\*|(?<!\\)`/g, '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Lines of a definition as a block of code. What would end the block before its end, or hide, becomes harmless. */
export function fenced(text: string): Markdown {
  const harmless = text
    .replace(/`{3,}/g, '``')
    .replace(/[^\n]/gu, (unit) => unit.replace(INVISIBLE, '\ufffd'));
  return `\`\`\`bot-definition\n${harmless}\n\`\`\``;
}
