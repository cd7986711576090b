import { t } from '@vscode/l10n';
import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import type { Measured } from '../measured';
import type { Finding, Report, Rule, RuleMeta, Severity } from '../rule';
import { rule as tooManyFindings } from '../rules/tooManyFindings';
import { rule as unusedSuppression, unusedIn } from '../rules/unusedSuppression';
import { type Suppression, suppressionsAt } from '../suppressions';

export interface CheckOptions {
  /** Told when a rule throws; the rule is silent about that file then, and all others speak. */
  readonly onCrash?: (code: string, error: unknown) => void;
  /** Findings of one file beyond this number are counted, and not listed. */
  readonly limit?: number;
  /** A severity for one run, instead of what bot.yaml says; undefined where bot.yaml decides. */
  readonly severityOf?: (code: string) => Severity | 'off' | undefined;
  /** What was measured of a bot, for the rules that need it; they are silent without. */
  readonly measuredOf?: (bot: BotSnapshot) => Measured;
}

/** What is known about a file when the rules have spoken. */
export interface Spoken {
  readonly file: ProjectFile;
  /** The bot that the file belongs to. */
  readonly bot: BotSnapshot | undefined;
  readonly reports: ReadonlyMap<Rule, readonly Report[]>;
  /** Codes of the rules that would have spoken if they had something to say. Of others nobody knows what they would have said. */
  readonly heard: (code: string) => boolean;
  /** As the release gates count: reference errors whatever `rules:` or a comment says. */
  readonly gate: boolean;
}

/** More findings of one file than anyone reads. */
const FINDINGS_PER_FILE = 200;

/** What a run, or else bot.yaml, says about a rule. */
export function settingOf(
  code: string,
  bot: BotSnapshot | undefined,
  options: CheckOptions,
): Severity | 'off' | undefined {
  return options.severityOf?.(code) ?? bot?.settings?.item.rules.get(code)?.severity;
}

/** The findings about one file: severities, comments that silence, and comments that silence nothing. In no order. */
export function findingsIn(spoken: Spoken, options: CheckOptions): Finding[] {
  const used = new Set<Suppression>();
  const findings: Finding[] = [];
  for (const [{ meta }, reports] of spoken.reports) {
    const setting = settingOf(meta.code, spoken.bot, options);
    for (const report of reports) {
      const finding = findingOf(spoken, report, meta, setting, used);
      if (finding) findings.push(finding);
    }
  }
  const { meta } = unusedSuppression;
  const setting = settingOf(meta.code, spoken.bot, options);
  if (setting === 'off') return findings;
  for (const report of unusedIn(spoken.file, used, spoken.heard)) {
    const finding = findingOf(spoken, report, meta, setting, new Set());
    if (finding) findings.push(finding);
  }
  return findings;
}

function findingOf(
  { file, bot, gate }: Pick<Spoken, 'file' | 'bot' | 'gate'>,
  report: Report,
  meta: RuleMeta,
  setting: Severity | 'off' | undefined,
  used: Set<Suppression>,
): Finding | undefined {
  const { span } = report;
  const own = report.severity ?? meta.severity;
  const binding = gate && meta.reference === true && own === 'error';
  const severity = binding ? own : (setting ?? own);
  const suppressions = suppressionsAt(file, meta.code, span);
  for (const suppression of suppressions) used.add(suppression);
  if (severity === 'off' || (!binding && suppressions.length > 0)) return undefined;
  return {
    code: meta.code,
    severity,
    message: report.message,
    uri: file.uri,
    range: file.syntax.lines.rangeOf(span),
    span,
    bot: bot?.id ?? '',
    related: (report.related ?? []).map((place) => ({
      uri: place.file.uri,
      range: place.file.syntax.lines.rangeOf(place.span),
      message: place.message,
    })),
    data: report.data ?? {},
  };
}

/** The findings of one file sorted; of too many the gravest, and one that says how many are left out. */
export function limited(
  findings: readonly Finding[],
  file: ProjectFile,
  bot: BotSnapshot | undefined,
  options: CheckOptions,
): readonly Finding[] {
  const { limit = FINDINGS_PER_FILE } = options;
  if (findings.length <= limit) return findings.toSorted(byPlace);
  const shown = findings
    .toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || byPlace(a, b))
    .slice(0, limit);
  const more = findings.length - limit;
  const message =
    more === 1
      ? t('This file has one more finding; those shown are the gravest. Mend them first.')
      : t('This file has {0} more findings; the {1} gravest are shown. Mend these first.', more, limit);
  const { meta } = tooManyFindings;
  const report: Report = { span: { start: 0, end: 0 }, message };
  const setting = settingOf(meta.code, bot, { ...options, severityOf: () => undefined });
  const rest = findingOf({ file, bot, gate: true }, report, meta, setting, new Set());
  return [...shown, ...(rest ? [rest] : [])].sort(byPlace);
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };

/** Code units, never a locale: the same order on every machine. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.uri, b.uri) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compare(a.code, b.code) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
