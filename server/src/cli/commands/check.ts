import { t } from '@vscode/l10n';
import type { CheckMemory } from '../../cache/checkMemory';
import type { ProjectSnapshot } from '../../project/snapshot';
import type { Releases } from '../../release/contract';
import { safeFixOf } from '../../rules/fixAll';
import type { Finding, Fix } from '../../rules/rule';
import { checkWorkspace, fixesOf, type CheckOptions as RuleOptions } from '../../rules/run';
import { folderUri, readProject, someBots } from '../bots';
import { RecordingTerminal } from '../recordingTerminal';
import { rememberedCheck } from '../rememberedCheck';
import { EXIT } from '../exitCode';
import { liveStates, releases } from '../releases';
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
  /** Say again what was said of the same files before, and remember it for the next time. */
  readonly cache: boolean;
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
  const store = releases();
  if (!options.cache) return freshCheck(terminal, folder, options, store).then(({ code }) => code);
  const memory = rememberedCheck(terminal, folderUri(terminal.cwd, folder), options, store);
  const known = await memory.recall();
  if (known) {
    terminal.err(known.err);
    terminal.out(known.out);
    return known.code;
  }
  const recorded = new RecordingTerminal(terminal);
  const { project, code, crashed } = await freshCheck(recorded, folder, options, store, memory);
  // A rule that failed may do better next time.
  if (!crashed) await memory.keep(project, { ...recorded.said, code });
  return code;
}

async function freshCheck(
  terminal: Terminal,
  folder: string | undefined,
  options: CheckOptions,
  store: Releases,
  memory?: CheckMemory,
): Promise<{ readonly project: ProjectSnapshot; readonly code: number; readonly crashed: boolean }> {
  const severityOf = ruleChoices(options.rule);
  const project = readProject(terminal.cwd, folder);
  if (project.orphans.length === 0) someBots(project, terminal.cwd, folder);
  const crashes: Crash[] = [];
  await memory?.noteLive(project.bots);
  const liveOf = await liveStates(project.bots, store);
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
  const refused = tooMany || findings.some(({ severity }) => severity === 'error');
  return { project, code: refused ? EXIT.refused : EXIT.ok, crashed: crashes.length > 0 };
}

function crashSentence(code: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return t('Rule {0} stopped with an error and was left out: {1}', code, reason);
}
