import { t } from '@vscode/l10n';
import type { BotSnapshot, ProjectFile, ProjectSnapshot } from '../project/snapshot';
import { rules, workspaceRules } from './registry.generated';
import type { Finding, Fix, LiveState, Report, RuleContext, RuleMeta, Severity } from './rule';
import { rule as tooManyFindings } from './rules/tooManyFindings';
import { type Suppression, suppressionsAt } from './suppressions';
import { rule as unusedSuppression, unusedIn } from './rules/unusedSuppression';

export interface CheckOptions {
  /** Told when a rule throws; the rule is silent then, and all others speak. */
  readonly onCrash?: (code: string, error: unknown) => void;
  /** Findings of one file beyond this number are counted, and not listed. */
  readonly limit?: number;
  /** A severity for one run, instead of what bot.yaml says; undefined where bot.yaml decides. */
  readonly severityOf?: (code: string) => Severity | 'off' | undefined;
}

/** More findings of one file than anyone reads. */
const FINDINGS_PER_FILE = 200;

/** Every finding about one bot by itself, in stable order: address, place, code. */
export function checkBot(context: RuleContext, options: CheckOptions = {}): Finding[] {
  return limited(collectBot(context, options, false), context.project, options);
}

/** The findings about the workspace as a whole: bots of one name, files of no bot. */
export function checkLayout(project: ProjectSnapshot, options: CheckOptions = {}): Finding[] {
  return limited(collectLayout(project, options, false), project, options);
}

/** Every finding of the workspace. */
export function checkWorkspace(
  project: ProjectSnapshot,
  liveOf: (bot: BotSnapshot) => LiveState,
  options: CheckOptions = {},
): Finding[] {
  const findings = project.bots.flatMap((bot) =>
    collectBot({ bot, live: liveOf(bot), project }, options, false),
  );
  return limited([...findings, ...collectLayout(project, options, false)], project, options);
}

/**
 * The findings of a bot as release gates count them: all of them, and reference errors whatever `rules:` or a comment
 * says. Findings of the workspace that concern this bot are among them.
 */
export function gateFindings(context: RuleContext, options: CheckOptions = {}): Finding[] {
  const layout = collectLayout(context.project, options, true).filter(({ uri }) =>
    context.bot.files.has(uri),
  );
  return [...collectBot(context, options, true), ...layout].sort(byPlace);
}

/** The fixes that a finding's rule offers. */
export function fixesOf(finding: Finding, context: RuleContext, options: CheckOptions = {}): readonly Fix[] {
  const rule = rules.find(({ meta }) => meta.code === finding.code);
  return guarded(finding.code, options, () => rule?.fixes?.(finding, context) ?? []);
}

const CODES = [...rules, ...workspaceRules].map(({ meta }) => meta.code);

function collectBot(given: RuleContext, options: CheckOptions, gate: boolean): Finding[] {
  const context: RuleContext = { ...given, codes: CODES };
  const { bot } = context;
  const used = new Set<Suppression>();
  const heard = new Set<string>();
  const settingOf = ({ code }: RuleMeta): Severity | 'off' | undefined =>
    options.severityOf?.(code) ?? configured(bot, code);
  const findings = rules.flatMap((rule) => {
    const { meta } = rule;
    const setting = settingOf(meta);
    if (setting === 'off' && !(gate && meta.reference)) return [];
    const crash = (code: string, error: unknown): void => {
      heard.delete(code);
      options.onCrash?.(code, error);
    };
    // What compares with LIVE is silent for reasons of its own.
    if (setting !== 'off' && !meta.live) heard.add(meta.code);
    const reports = guarded(meta.code, { onCrash: crash }, () => [...rule.check(context)]);
    return reports.flatMap((report) => findingOf(report, meta, setting, bot.id, gate, used) ?? []);
  });
  const { meta } = unusedSuppression;
  const setting = settingOf(meta);
  if (setting === 'off') return findings;
  const unused = [...bot.files.values()].flatMap((file) => [...unusedIn(file, used, heard)]);
  return [...findings, ...unused.flatMap((report) => findingOf(report, meta, setting, bot.id, gate) ?? [])];
}

function collectLayout(project: ProjectSnapshot, options: CheckOptions, gate: boolean): Finding[] {
  return workspaceRules.flatMap((rule) => {
    const reports = guarded(rule.meta.code, options, () => [...rule.checkWorkspace(project)]);
    return reports.flatMap((report) => {
      const bot = project.botOf(report.file.uri);
      const setting = options.severityOf?.(rule.meta.code) ?? configured(bot, rule.meta.code);
      return findingOf(report, rule.meta, setting, report.bot ?? bot?.id ?? '', gate) ?? [];
    });
  });
}

function findingOf(
  report: Report,
  meta: RuleMeta,
  setting: Severity | 'off' | undefined,
  name: string,
  gate: boolean,
  used?: Set<Suppression>,
): Finding | undefined {
  const { file, span } = report;
  if (!isHeard(file, meta)) return undefined;
  const own = report.severity ?? meta.severity;
  const binding = gate && meta.reference === true && own === 'error';
  const severity = binding ? own : (setting ?? own);
  const suppressions = suppressionsAt(file, meta.code, span);
  for (const suppression of suppressions) used?.add(suppression);
  if (severity === 'off' || (!binding && suppressions.length > 0)) return undefined;
  return {
    code: meta.code,
    severity,
    message: report.message,
    uri: file.uri,
    range: file.syntax.lines.rangeOf(span),
    span,
    bot: name,
    related: (report.related ?? []).map((place) => ({
      uri: place.file.uri,
      range: place.file.syntax.lines.rangeOf(place.span),
      message: place.message,
    })),
    data: report.data ?? {},
  };
}

/** About a file that does not parse only its syntax is reported: the rest would be guesses. */
function isHeard({ syntax }: ProjectFile, { code }: RuleMeta): boolean {
  return syntax.problems.length === 0 || code.startsWith('syntax/') || code.startsWith('workspace/');
}

/** What bot.yaml says about a rule, the only place where severities are set. */
function configured(bot: BotSnapshot | undefined, code: string): Severity | 'off' | undefined {
  return bot?.settings?.item.rules.get(code)?.severity;
}

function guarded<T>(code: string, { onCrash }: CheckOptions, work: () => readonly T[]): readonly T[] {
  try {
    return work();
  } catch (error) {
    onCrash?.(code, error);
    return [];
  }
}

/** Sorted; of a file with too many findings the gravest, and one that says how many are left out. */
function limited(
  findings: readonly Finding[],
  project: ProjectSnapshot,
  { limit = FINDINGS_PER_FILE }: CheckOptions,
): Finding[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    const own = byFile.get(finding.uri);
    if (own) own.push(finding);
    else byFile.set(finding.uri, [finding]);
  }
  const kept = [...byFile.values()].flatMap((own) => {
    if (own.length <= limit) return own;
    const shown = own
      .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity] || byPlace(a, b))
      .slice(0, limit);
    return [...shown, ...(moreOf(own, limit, project) ?? [])];
  });
  return kept.sort(byPlace);
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2 };

function moreOf(own: readonly Finding[], limit: number, project: ProjectSnapshot): Finding[] | undefined {
  const file = project.file(own[0]?.uri ?? '');
  const more = own.length - limit;
  const message =
    more === 1
      ? t('This file has one more finding; those shown are the gravest. Mend them first.')
      : t('This file has {0} more findings; the {1} gravest are shown. Mend these first.', more, limit);
  const found =
    file &&
    findingOf(
      { file, span: { start: 0, end: 0 }, message },
      tooManyFindings.meta,
      configured(project.botOf(file.uri), tooManyFindings.meta.code),
      own[0]?.bot ?? '',
      true,
    );
  return found && [found];
}

/** Code units, never a locale: the same order on every machine. */
function byPlace(a: Finding, b: Finding): number {
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
