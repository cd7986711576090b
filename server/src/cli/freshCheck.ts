import { t } from '@vscode/l10n';
import type { CheckMemory } from '../cache/checkMemory';
import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import type { Releases } from '../release/contract';
import { measuredNlp } from '../release/quality/measured';
import { safeFixOf } from '../rules/fixAll';
import { type Measured, NOT_MEASURED } from '../rules/measured';
import type { Finding, Fix, LiveState } from '../rules/rule';
import { meta as uncovered } from '../rules/tests/uncovered.meta';
import { checkedWorkspace, fixesOf, type CheckOptions as RuleOptions } from '../rules/run';
import { readProject, someBots } from './bots';
import type { CheckOptions } from './commands/check';
import { EXIT } from './exitCode';
import { liveStates } from './releases';
import { json } from './reporters/json';
import { junit } from './reporters/junit';
import { pretty } from './reporters/pretty';
import type { Crash, Reporter } from './reporters/reporter';
import { sarif } from './reporters/sarif';
import { ruleChoices } from './ruleChoices';
import { printable, type Terminal } from './terminal';

const REPORTERS: Readonly<Record<CheckOptions['format'], Reporter>> = { pretty, json, sarif, junit };

/** What a check found, as far as it matters for whether and how it is remembered. */
export interface FreshCheck {
  readonly project: ProjectSnapshot;
  readonly code: number;
  /** A rule failed and was left out. */
  readonly crashed: boolean;
  /** What the gates of a release would find, as far as this check tells. */
  forGates(): readonly {
    readonly bot: BotSnapshot;
    readonly live: LiveState;
    readonly findings: readonly Finding[];
  }[];
}

/**
 * Reads and checks the bots below a folder, and prints what was found.
 * @param store what LIVE is read with
 * @param memory is told what is live before that is read
 */
export async function freshCheck(
  terminal: Terminal,
  folder: string | undefined,
  options: CheckOptions,
  store: Releases,
  memory?: CheckMemory,
): Promise<FreshCheck> {
  const severityOf = options.rule.length > 0 ? { severityOf: ruleChoices(options.rule) } : {};
  tellOfCoverage(terminal, options.rule);
  const project = readProject(terminal.cwd, folder);
  if (project.orphans.length === 0) someBots(project, terminal.cwd, folder);
  const crashes: Crash[] = [];
  await memory?.noteLive(project.bots);
  const liveOf = await liveStates(project.bots, store);
  const measured = new Map<string, Measured>();
  for (const bot of project.bots) measured.set(bot.root, { nlp: await measuredNlp(store, bot) });
  const checks: RuleOptions = {
    measuredOf: (bot) => measured.get(bot.root) ?? NOT_MEASURED,
    ...severityOf,
    onCrash: (code, error) => {
      const reason = crashSentence(code, error);
      crashes.push({ code, reason });
      terminal.err(`${printable(reason)}\n`);
    },
  };
  const { findings, gateFindings } = checkedWorkspace(project, liveOf, checks);
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
  return {
    project,
    code: refused ? EXIT.refused : EXIT.ok,
    crashed: crashes.length > 0,
    forGates: () =>
      project.bots.flatMap((bot) => {
        const found = gateFindings(bot);
        return found ? [{ bot, live: liveOf(bot), findings: found }] : [];
      }),
  };
}

/** Nothing is run here, so that the rule that judges a run of tests would be silent without a word. */
function tellOfCoverage(terminal: Terminal, choices: readonly string[]): void {
  const wanted = choices.find(
    (choice) => choice.split('=')[0] === uncovered.code && !choice.endsWith('=off'),
  );
  if (wanted === undefined) return;
  terminal.err(
    `${t("{0} speaks in the editor, after a run of all tests. Here, 'botlane test --coverage' tells what no test comes through.", uncovered.code)}\n`,
  );
}

function crashSentence(code: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return t('Rule {0} stopped with an error and was left out: {1}', code, reason);
}
