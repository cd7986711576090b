import { t } from '@vscode/l10n';
import { safeFixOf } from '../../rules/fixAll';
import type { Finding, Fix } from '../../rules/rule';
import { checkWorkspace, fixesOf, type CheckOptions as RuleOptions } from '../../rules/run';
import { readProject, someBots } from '../bots';
import { EXIT } from '../exitCode';
import { liveStates } from '../releases';
import { json } from '../reporters/json';
import { junit } from '../reporters/junit';
import { pretty } from '../reporters/pretty';
import type { Crash, Reporter } from '../reporters/reporter';
import { sarif } from '../reporters/sarif';
import { ruleChoices } from '../ruleChoices';
import { printable, type Terminal } from '../terminal';

const REPORTERS = { pretty, json, sarif, junit } as const satisfies Record<string, Reporter>;

export interface CheckOptions {
  readonly format: keyof typeof REPORTERS;
  /** More warnings than this fail the check. */
  readonly maxWarnings?: number | undefined;
  /** `CODE` or `CODE=severity`. */
  readonly rule: readonly string[];
}

/** The formats of `botlane check`, the default first. */
export const CHECK_FORMATS = Object.keys(REPORTERS);

/**
 * `botlane check`: every finding of every bot, as the editor shows them. Exit 1 when there is an error, or more warnings
 * than allowed.
 */
export async function check(
  terminal: Terminal,
  folder: string | undefined,
  options: CheckOptions,
): Promise<number> {
  const severityOf = ruleChoices(options.rule);
  const project = readProject(terminal.cwd, folder);
  if (project.orphans.length === 0) someBots(project, terminal.cwd, folder);
  const crashes: Crash[] = [];
  const liveOf = await liveStates(project.bots);
  const checks: RuleOptions = {
    severityOf,
    onCrash: (code, error) => {
      const reason = crashSentence(code, error);
      crashes.push({ code, reason });
      terminal.err(`${printable(reason)}\n`);
    },
  };
  const findings = checkWorkspace(project, liveOf, checks);
  const fixOf = (finding: Finding): Fix | undefined => {
    const bot = project.botOf(finding.uri);
    return bot && safeFixOf(fixesOf(finding, { bot, live: liveOf(bot), project }, checks));
  };
  REPORTERS[options.format](terminal, { project, findings, crashes, safeFixOf: fixOf });
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const tooMany = options.maxWarnings !== undefined && warnings > options.maxWarnings;
  if (tooMany) {
    terminal.err(
      `${t('Too many warnings: {0}, where at most {1} may be.', warnings, options.maxWarnings)}\n`,
    );
  }
  return tooMany || findings.some(({ severity }) => severity === 'error') ? EXIT.refused : EXIT.ok;
}

function crashSentence(code: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return t('Rule {0} stopped with an error and was left out: {1}', code, reason);
}
