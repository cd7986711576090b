import { relative } from 'node:path';
import { t } from '@vscode/l10n';
import { formatting } from '../../features/formatting/formatting';
import type { ProjectFile } from '../../project/snapshot';
import { applyEdits } from '../../text/edit';
import { pathOf } from '../../text/uri';
import { readProject, someBots } from '../bots';
import { EXIT } from '../exitCode';
import { type Replacement, replaceFiles } from '../fileWriter';
import { paint, printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

export interface FormatOptions extends OutputOptions {
  /** Only say which files would change. */
  readonly check: boolean;
}

/** `botlane format`: formats definition files. With `--check` nothing is written, and exit 1 says that a file would change. */
export function format(terminal: Terminal, folder: string | undefined, options: FormatOptions): number {
  const project = readProject(terminal.cwd, folder);
  if (project.orphans.length === 0) someBots(project, terminal.cwd, folder);
  const files = [...project.bots.flatMap((bot) => [...bot.files.values()]), ...project.orphans];
  const changed = files.flatMap(formatted);
  const broken = files.filter(({ syntax }) => syntax.problems.length > 0);
  if (!options.check) replaceFiles(changed);
  const path = ({ uri }: { readonly uri: string }): string => relative(terminal.cwd, pathOf(uri));
  if (options.format === 'json') {
    printJson(terminal, { written: !options.check, files: changed.map(path), broken: broken.map(path) });
  } else {
    for (const file of changed) terminal.out(`${printable(path(file))}\n`);
    terminal.out(`${summary(changed.length, files.length, options.check)}\n`);
    for (const file of broken) {
      const reason = t('{0} has syntax errors and was left alone.', printable(path(file)));
      terminal.err(`${paint(terminal, 'yellow', reason)}\n`);
    }
  }
  return options.check && changed.length > 0 ? EXIT.refused : EXIT.ok;
}

function formatted({ uri, syntax }: ProjectFile): Replacement[] {
  const edits = formatting(syntax);
  return edits.length === 0 ? [] : [{ uri, before: syntax.text, after: applyEdits(syntax.text, edits) }];
}

function summary(changed: number, all: number, check: boolean): string {
  if (changed === 0) return t('All files are formatted ({0}).', all);
  return check
    ? t('Files that would be formatted: {0} of {1}. Run "botlane format".', changed, all)
    : t('Files formatted: {0} of {1}.', changed, all);
}
