import { relative } from 'node:path';
import { t } from '@vscode/l10n';
import { applySafeFixes, type FixedFile } from '../../features/safeFixes';
import { NodeFileSystem } from '../../files/nodeFileSystem';
import { pathOf } from '../../text/uri';
import { readProject, someBots } from '../bots';
import { EXIT } from '../exitCode';
import { replaceFiles } from '../fileWriter';
import { folderUri } from '../folder';
import { liveStates } from '../releases';
import { paint, printable, printJson, type Terminal } from '../terminal';
import { printDiff } from '../unifiedDiff';
import type { OutputOptions } from './command';

export interface FixOptions extends OutputOptions {
  /** Print what would change, and write nothing. */
  readonly dryRun: boolean;
}

/** `botlane fix`: applies all safe fixes until none is left. What a person must decide stays. */
export async function fix(
  terminal: Terminal,
  folder: string | undefined,
  options: FixOptions,
): Promise<number> {
  const bots = someBots(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const fixed = applySafeFixes(
    new NodeFileSystem(),
    [folderUri(terminal.cwd, folder)],
    await liveStates(bots),
    {
      onCrash: (code, error) =>
        terminal.err(
          `${t('Rule {0} stopped with an error and was left out: {1}', code, printable(String(error)))}\n`,
        ),
    },
  );
  if (!options.dryRun) replaceFiles(fixed);
  if (options.format === 'json') {
    printJson(terminal, { written: !options.dryRun, files: fixed.map((file) => toJson(file, terminal.cwd)) });
  } else if (options.dryRun) {
    for (const file of fixed) printDiff(terminal, file);
  } else {
    printFixes(terminal, fixed);
  }
  return EXIT.ok;
}

function toJson({ uri, fixes }: FixedFile, cwd: string) {
  return {
    file: relative(cwd, pathOf(uri)),
    fixes: fixes.map(({ finding, title }) => ({ code: finding.code, message: finding.message, title })),
  };
}

function printFixes(terminal: Terminal, fixed: readonly FixedFile[]): void {
  for (const { uri, fixes } of fixed) {
    terminal.out(`${paint(terminal, 'bold', printable(relative(terminal.cwd, pathOf(uri))))}\n`);
    for (const { finding, title } of fixes) {
      terminal.out(`  ${printable(title)}  ${paint(terminal, 'dim', finding.code)}\n`);
    }
  }
  const count = fixed.reduce((sum, { fixes }) => sum + fixes.length, 0);
  terminal.out(
    count === 0
      ? `${t('There is nothing to fix without a decision of yours.')}\n`
      : `\n${t('Fixes: {0}, files: {1}.', count, fixed.length)}\n`,
  );
}
