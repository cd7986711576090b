import { t } from '@vscode/l10n';
import type { Comparison, Side } from '../../release/contract';
import {
  describeChange,
  describeEdit,
  describeSide,
  detailOf,
  partTitles,
} from '../../release/difference/describe';
import { markdownOf } from '../../release/difference/markdown';
import { readProject, someBots } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import type { DIFF_FORMATS } from '../formats';
import { releases } from '../releases';
import { paint, printable, printJson, type Terminal } from '../terminal';

export interface DiffOptions {
  readonly format: (typeof DIFF_FORMATS)[number];
}

/**
 * `botlane diff [A] [B] [folder]`: what differs in meaning between two of draft, LIVE and versions; without sides, from LIVE
 * to the draft. Writes nothing.
 */
export async function diff(
  terminal: Terminal,
  words: readonly string[],
  options: DiffOptions,
): Promise<number> {
  const { before, after, folder } = sidesOf(words);
  const project = readProject(terminal.cwd, folder);
  const store = releases();
  const comparisons: Comparison[] = [];
  for (const bot of someBots(project, terminal.cwd, folder)) {
    const result = await store.compare(bot, before, after);
    if (!result.ok) throw new CommandError(result.error.message, EXIT.refused);
    comparisons.push(result.value);
  }
  switch (options.format) {
    case 'json': {
      const json = comparisons.map(({ bot, before: old, after: now, changes }) => ({
        format: 1,
        bot,
        before: old,
        after: now,
        changes,
      }));
      printJson(terminal, json.length === 1 ? json[0] : { bots: json });
      break;
    }
    case 'markdown':
      terminal.out(comparisons.map(markdownOf).join('\n'));
      break;
    case 'pretty':
      for (const comparison of comparisons) printComparison(terminal, comparison);
  }
  return EXIT.ok;
}

/** Sides come first; the word that is none is the folder. */
function sidesOf(words: readonly string[]): {
  readonly before: Side;
  readonly after: Side;
  readonly folder: string | undefined;
} {
  const sides: Side[] = [];
  for (const word of words) {
    const side = sideOf(word);
    if (!side) break;
    sides.push(side);
  }
  const [folder, ...rest] = words.slice(sides.length);
  if (sides.length > 2 || rest.length > 0) {
    throw new CommandError(
      t('Name at most two sides and then a folder. A side is draft, live or the number of a version.'),
    );
  }
  return { before: sides[0] ?? { kind: 'live' }, after: sides[1] ?? { kind: 'draft' }, folder };
}

function sideOf(word: string): Side | undefined {
  if (word === 'draft' || word === 'live') return { kind: word };
  const [, number] = /^v?([1-9]\d{0,8})$/.exec(word) ?? [];
  return number === undefined ? undefined : { kind: 'version', version: Number(number) };
}

function printComparison(terminal: Terminal, { bot, before, after, changes }: Comparison): void {
  const sides = t('{0} → {1}', describeSide(before), describeSide(after));
  terminal.out(`${paint(terminal, 'bold', bot)}: ${sides}\n`);
  if (changes.length === 0) terminal.out(`  ${t('Nothing differs in meaning.')}\n`);
  for (const [part, title] of partTitles()) {
    const own = changes.filter((change) => change.part === part);
    if (own.length > 0) terminal.out(`\n  ${paint(terminal, 'bold', title)}\n`);
    for (const change of own) {
      const detail = detailOf(change);
      terminal.out(`  ${printable(`${describeChange(change)}${detail === '' ? '' : ` (${detail})`}`)}\n`);
      for (const edit of change.edits) {
        const style = STYLES[edit.change];
        terminal.out(`    ${paint(terminal, style, printable(describeEdit(edit)))}\n`);
      }
    }
  }
}

const STYLES = { added: 'green', removed: 'red', changed: 'yellow', moved: 'blue' } as const;
