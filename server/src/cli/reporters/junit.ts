import { relative } from 'node:path';
import { t } from '@vscode/l10n';
import type { Finding } from '../../rules/rule';
import { pathOf, type Uri } from '../../text/uri';
import type { Reporter } from './reporter';
import { xml } from './xml';

interface Suite {
  readonly bot: string;
  readonly uri: Uri;
  readonly findings: readonly Finding[];
}

/**
 * JUnit's XML: for CI servers. A test suite per bot and file, a test case per finding, and one that passes for a file
 * without. Only errors are failures, as only they fail the check.
 */
export const junit: Reporter = (terminal, { project, findings }) => {
  const byFile = new Map<Uri, Finding[]>();
  for (const finding of findings) byFile.set(finding.uri, [...(byFile.get(finding.uri) ?? []), finding]);
  const files = [
    ...project.bots.flatMap(({ id, files: own }) => [...own.keys()].map((uri) => ({ bot: id, uri }))),
    ...project.orphans.map(({ uri }) => ({ bot: '', uri })),
  ];
  const suites = files.map((file): Suite => ({ ...file, findings: byFile.get(file.uri) ?? [] }));
  const cases = suites.reduce((sum, suite) => sum + casesOf(suite), 0);
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  terminal.out(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="botlane check" tests="${cases}" failures="${failures}" errors="0">`,
      ...suites.flatMap((suite) => suiteLines(suite, terminal.cwd)),
      '</testsuites>\n',
    ].join('\n'),
  );
};

function casesOf({ findings }: Suite): number {
  return Math.max(1, findings.length);
}

function suiteLines(suite: Suite, cwd: string): string[] {
  const { bot, uri, findings } = suite;
  const path = relative(cwd, pathOf(uri));
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  const name = bot === '' ? path : `${bot}: ${path}`;
  const cases =
    findings.length === 0
      ? [`    <testcase name="${xml(t('no findings'))}" classname="${xml(path)}"/>`]
      : findings.flatMap((finding) => caseLines(finding, path));
  return [
    `  <testsuite name="${xml(name)}" tests="${casesOf(suite)}" failures="${failures}" errors="0" skipped="0" file="${xml(path)}">`,
    ...cases,
    '  </testsuite>',
  ];
}

function caseLines({ code, severity, message, range }: Finding, path: string): string[] {
  const line = range.start.line + 1;
  const place = `${path}:${line}:${range.start.character + 1}`;
  const open = `    <testcase name="${xml(`${code} (${line}:${range.start.character + 1})`)}" classname="${xml(path)}" file="${xml(path)}" line="${line}">`;
  const body =
    severity === 'error'
      ? `      <failure type="${xml(code)}" message="${xml(message)}">${xml(`${place}: ${message}`)}</failure>`
      : `      <system-out>${xml(`${place}: ${severity}: ${message}`)}</system-out>`;
  return [open, body, '    </testcase>'];
}
