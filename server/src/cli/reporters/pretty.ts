import { relative } from 'node:path';
import { t } from '@vscode/l10n';
import type { Finding, Severity } from '../../rules/rule';
import { pathOf, type Uri } from '../../text/uri';
import { paint, printable, type Terminal } from '../terminal';
import type { Reporter } from './reporter';

/** For people: the findings of each file, and how many there are. */
export const pretty: Reporter = (terminal, { project, findings }) => {
  printFindings(terminal, findings);
  printSummary(
    terminal,
    findings,
    project.bots.map(({ id }) => id),
  );
};

/** A file for a person: relative to the current folder; a file of LIVE by its path in the bot. */
function placeOf(uri: Uri, cwd: string): string {
  if (uri.startsWith('file:')) return relative(cwd, pathOf(uri));
  return t('LIVE, {0}', decodeURIComponent(uri).split('/').slice(2).join('/'));
}

const COLOR = { error: 'red', warning: 'yellow', information: 'blue' } as const;

function printFindings(terminal: Terminal, findings: readonly Finding[]): void {
  let file: string | undefined;
  for (const finding of findings) {
    const path = relative(terminal.cwd, pathOf(finding.uri));
    if (path !== file)
      terminal.out(`${file === undefined ? '' : '\n'}${paint(terminal, 'bold', printable(path))}\n`);
    file = path;
    const { start } = finding.range;
    const place = `${start.line + 1}:${start.character + 1}`.padEnd(8);
    const severity = paint(terminal, COLOR[finding.severity], severityWord(finding.severity).padEnd(12));
    const code = paint(terminal, 'dim', finding.code);
    terminal.out(`  ${place}${severity}${printable(finding.message)}  ${code}\n`);
    for (const related of finding.related) {
      const at = `${placeOf(related.uri, terminal.cwd)}:${related.range.start.line + 1}`;
      terminal.out(
        `          ${paint(terminal, 'dim', `${printable(related.message)} (${printable(at)})`)}\n`,
      );
    }
  }
}

function printSummary(terminal: Terminal, findings: readonly Finding[], bots: readonly string[]): void {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const names = bots.map(printable).join(', ');
  if (findings.length === 0) {
    terminal.out(`${paint(terminal, 'green', t('No findings.'))} ${t('Checked: {0}.', names)}\n`);
    return;
  }
  terminal.out(
    `\n${t('Errors: {0}, warnings: {1}, information: {2}. Checked: {3}.', count('error'), count('warning'), count('information'), names)}\n`,
  );
}

function severityWord(severity: Severity): string {
  switch (severity) {
    case 'error':
      return t('error');
    case 'warning':
      return t('warning');
    case 'information':
      return t('information');
  }
}
