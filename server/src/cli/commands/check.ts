import { relative } from 'node:path';
import { t } from '@vscode/l10n';
import type { Finding, Severity } from '../../rules/rule';
import { checkWorkspace } from '../../rules/run';
import { pathOf, type Uri } from '../../text/uri';
import { readProject, someBots } from '../bots';
import { EXIT } from '../exitCode';
import { releases } from '../releases';
import { paint, printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

/** `botlane check`: every finding of every bot, as the editor shows them. Exit 1 when there is an error. */
export async function check(
  terminal: Terminal,
  folder: string | undefined,
  options: OutputOptions,
): Promise<number> {
  const project = readProject(terminal.cwd, folder);
  if (project.orphans.length === 0) someBots(project, terminal.cwd, folder);
  const store = releases();
  const live = new Map(
    await Promise.all(project.bots.map(async (bot) => [bot.root, await store.liveState(bot)] as const)),
  );
  const findings = checkWorkspace(project, (bot) => live.get(bot.root) ?? { kind: 'none' }, {
    onCrash: (code, error) => terminal.err(`${crashSentence(code, error)}\n`),
  });
  if (options.format === 'json') {
    const json = findings.map((finding) => toJson(finding, terminal.cwd));
    printJson(terminal, {
      findings: json,
      ...(project.bots.length > 1 && {
        bots: project.bots.map(({ id }) => ({ bot: id, findings: json.filter(({ bot }) => bot === id) })),
      }),
    });
  } else {
    printFindings(terminal, findings);
    printSummary(
      terminal,
      findings,
      project.bots.map(({ id }) => id),
    );
  }
  return findings.some(({ severity }) => severity === 'error') ? EXIT.refused : EXIT.ok;
}

/** A finding as other programs read it; the file is relative to the current folder. */
function toJson({ code, severity, message, uri, range, bot }: Finding, cwd: string) {
  return { code, severity, message, file: relative(cwd, pathOf(uri)), range, bot };
}

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

function crashSentence(code: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return t('Rule {0} stopped with an error and was left out: {1}', code, printable(reason));
}
