import { createHash } from 'node:crypto';
import { version } from '../../../../package.json';
import { docsFolder } from '../../lsp/installation';
import type { ProjectSnapshot } from '../../project/snapshot';
import type { Finding, Fix, RuleMeta, Severity } from '../../rules/rule';
import type { Range } from '../../text/range';
import { fileUri, isWithin, type Uri } from '../../text/uri';
import { offersFixes, ruleMetas } from '../ruleMetas';
import { rulePage } from '../rulePage';
import { printJson } from '../terminal';
import type { Crash, Reporter } from './reporter';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The current folder, which code scanners take for the root of the repository. */
const BASE = '%SRCROOT%';

/** SARIF 2.1.0 (OASIS): for code scanners. */
export const sarif: Reporter = (terminal, { project, findings, crashes, safeFixOf }) => {
  const cwd = fileUri(terminal.cwd);
  const metas = ruleMetas();
  const indexes = new Map(metas.map(({ code }, index) => [code, index]));
  const fingerprintOf = fingerprints(cwd);
  printJson(terminal, {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Botlane', semanticVersion: version, rules: metas.map(descriptorOf) } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [BASE]: { description: { text: 'The folder in which botlane was started.' } },
        },
        invocations: [
          {
            executionSuccessful: crashes.length === 0,
            ...(crashes.length > 0 && { toolExecutionNotifications: crashes.map(notificationOf) }),
          },
        ],
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ...(indexes.has(finding.code) && { ruleIndex: indexes.get(finding.code) }),
          level: LEVELS[finding.severity],
          message: { text: finding.message },
          locations: [{ physicalLocation: placeOf(finding.uri, finding.range, cwd) }],
          ...(finding.related.length > 0 && {
            relatedLocations: finding.related.map(({ uri, range, message }, id) => ({
              id,
              physicalLocation: placeOf(uri, range, cwd),
              message: { text: message },
            })),
          }),
          ...fixesOf(safeFixOf(finding), project, cwd),
          partialFingerprints: { 'botlane/v1': fingerprintOf(finding) },
          properties: { bot: finding.bot },
        })),
      },
    ],
  });
};

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
};

function descriptorOf(meta: RuleMeta) {
  return {
    id: meta.code,
    name: meta.code.replace(/(?:^|[/-])(.)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: meta.summary },
    fullDescription: { text: meta.description.trim() },
    ...helpUriOf(meta),
    help: { text: meta.description.trim(), markdown: rulePage(meta, offersFixes(meta.code)) },
    defaultConfiguration: { level: LEVELS[meta.severity] },
    properties: { tags: [meta.code.split('/')[0]], source: meta.source },
  };
}

/** The page that came with the installation: the one that the editor opens, too. */
function helpUriOf({ code }: RuleMeta) {
  const folder = docsFolder();
  return folder === undefined ? {} : { helpUri: `${folder}/${code}.md` };
}

/** A safe fix as replacements; one that creates or deletes files has no form in SARIF that all readers know. */
function fixesOf(fix: Fix | undefined, project: ProjectSnapshot, cwd: Uri) {
  const changes = fix?.changes.flatMap((change) => {
    const lines = project.file(change.uri)?.syntax.lines;
    if (change.kind !== 'edit' || !lines) return [];
    const replacements = change.edits.map(({ span, newText }) => ({
      deletedRegion: regionOf(lines.rangeOf(span)),
      insertedContent: { text: newText },
    }));
    return [{ artifactLocation: locationOf(change.uri, cwd), replacements }];
  });
  if (!fix || !changes || changes.length === 0 || changes.length < fix.changes.length) return {};
  return { fixes: [{ description: { text: fix.title }, artifactChanges: changes }] };
}

function notificationOf({ code, reason }: Crash) {
  return { level: 'error', message: { text: reason }, associatedRule: { id: code } };
}

/** Lines and columns of SARIF count from one. */
function regionOf({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function placeOf(uri: Uri, range: Range, cwd: Uri) {
  return { artifactLocation: locationOf(uri, cwd), region: regionOf(range) };
}

/** Addresses are percent-encoded already; what lies elsewhere (LIVE, another folder) keeps its whole address. */
function locationOf(uri: Uri, cwd: Uri) {
  return isWithin(cwd, uri) && uri !== cwd
    ? { uri: uri.slice(cwd.endsWith('/') ? cwd.length : cwd.length + 1), uriBaseId: BASE }
    : { uri };
}

/** What tells a finding from others in the next run, when lines have moved: rule, file, message, and which of the same. */
function fingerprints(cwd: Uri): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ code, uri, message }) => {
    const same = JSON.stringify([code, locationOf(uri, cwd).uri, message]);
    const count = seen.get(same) ?? 0;
    seen.set(same, count + 1);
    return createHash('sha256').update(`${same}${count}`).digest('hex').slice(0, 32);
  };
}
