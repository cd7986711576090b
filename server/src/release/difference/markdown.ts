import { t } from '@vscode/l10n';
import type { Change, Comparison } from './change';
import { changeCount, describeChange, describeEdit, describeSide, detailOf, partTitles } from './describe';

/** Lists longer than this are cut: a comment on a pull request holds 65,536 characters. */
const MOST_CHANGES = 100;
const MOST_EDITS = 20;
const MOST_CHARACTERS = 60_000;

/**
 * A comparison for a pull request: a summary first, then a section per part to unfold. Everything that comes from a file is
 * inert there: it opens no tag, names nobody and links nowhere.
 */
export function markdownOf(comparison: Comparison): string {
  const { bot, before, after, changes } = comparison;
  const sides = t('{0} → {1}', describeSide(before), describeSide(after));
  const head = `### ${code(bot)}: ${escaped(sides)}\n`;
  if (changes.length === 0) return `${head}\n${t('Nothing differs in meaning.')}\n`;
  const parts = partTitles().flatMap(([part, title]) => {
    const own = changes.filter((change) => change.part === part);
    return own.length === 0 ? [] : [{ title, own }];
  });
  const summary = parts.map(({ title, own }) => `**${title}**: ${changeCount(own.length)}`).join(' · ');
  let text = `${head}\n${summary}\n`;
  let edits = MOST_EDITS;
  // The same with less detail until it fits.
  for (; edits >= 0; edits = edits === 0 ? -1 : Math.floor(edits / 4)) {
    const full = text + parts.map(({ title, own }) => section(title, own, edits)).join('');
    if (full.length <= MOST_CHARACTERS) return full;
  }
  text += `\n${t('There are too many changes to list here.')}\n`;
  return text;
}

function section(title: string, changes: readonly Change[], mostEdits: number): string {
  const shown = changes.slice(0, MOST_CHANGES);
  const lines = shown.flatMap((change) => linesOf(change, mostEdits));
  if (changes.length > shown.length) lines.push(`- ${t('and {0} more', changes.length - shown.length)}`);
  return `\n<details>\n<summary><b>${title}</b> (${changes.length})</summary>\n\n${lines.join('\n')}\n\n</details>\n`;
}

function linesOf(change: Change, mostEdits: number): string[] {
  const detail = detailOf(change);
  const shown = change.edits.slice(0, mostEdits);
  const rest = change.edits.length - shown.length;
  return [
    `- ${code(describeChange(change))}${detail === '' ? '' : `: ${escaped(detail)}`}`,
    ...shown.map((edit) => `  - ${code(describeEdit(edit))}`),
    ...(rest > 0 && mostEdits > 0 ? [`  - ${t('and {0} more', rest)}`] : []),
  ];
}

/** Where Markdown reads names and links it does not look into code. */
function code(text: string): string {
  return `<code>${escaped(text)}</code>`;
}

/** Anything but letters, digits and blanks by number: neither Markdown nor HTML sees a meaning of its own in it. */
function escaped(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
    .replaceAll(/[^\p{L}\p{M}\p{N} ]/gu, (one) => `&#${one.codePointAt(0)};`);
}
