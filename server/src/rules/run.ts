import { OutdatedSnapshotError } from '../project/outdated';
import type { BotSnapshot, ProjectSnapshot } from '../project/snapshot';
import { atOnce } from '../text/inPieces';
import { BotCheck } from './engine/botCheck';
import { BOT_PLAN, LAYOUT_PLAN } from './engine/plans';
import { byPlace, type CheckOptions, limited } from './engine/present';
import { layoutOf, updateBot, WorkspaceCheck } from './engine/workspaceCheck';
import { rules } from './registry.generated';
import type { Finding, Fix, LiveState, RuleContext } from './rule';

export type { CheckOptions } from './engine/present';
export { WorkspaceCheck } from './engine/workspaceCheck';

/*
 * Checks from nothing: the same that the editor does after a change, with everything changed.
 */

/** Every finding about one bot by itself, in stable order: address, place, code. */
export function checkBot({ bot, live }: RuleContext, options: CheckOptions = {}): Finding[] {
  const check = checkedBot(bot, live, options);
  return sortedFiles(bot.files.keys()).flatMap((uri) => {
    const file = bot.files.get(uri);
    return file ? limited(check.findings(uri), file, bot, options) : [];
  });
}

/** The findings about the workspace as a whole: bots of one name, files of no bot. */
export function checkLayout(project: ProjectSnapshot, options: CheckOptions = {}): Finding[] {
  const check = checkedLayout(project, options, false);
  return sortedFiles(check.files()).flatMap((uri) => {
    const file = project.file(uri);
    return file ? limited(check.findings(uri), file, project.botOf(uri), options) : [];
  });
}

/** Every finding of the workspace. */
export function checkWorkspace(
  project: ProjectSnapshot,
  liveOf: (bot: BotSnapshot) => LiveState,
  options: CheckOptions = {},
): Finding[] {
  return checkedWorkspace(project, liveOf, options).findings;
}

/** A workspace that was checked. */
export interface CheckedWorkspace {
  readonly findings: Finding[];
  /**
   * What {@link ownGateFindingsInSteps} finds in a bot, at next to no cost; undefined where this check was another one.
   */
  readonly gateFindings: (bot: BotSnapshot) => readonly Finding[] | undefined;
}

/** The same, and what else can be told from it. */
export function checkedWorkspace(
  project: ProjectSnapshot,
  liveOf: (bot: BotSnapshot) => LiveState,
  options: CheckOptions = {},
): CheckedWorkspace {
  const check = new WorkspaceCheck(options, true);
  check.update(project, liveOf);
  atOnce(check.work());
  return {
    findings: sortedFiles(check.takeChanged()).flatMap((uri) => check.findings(uri)),
    gateFindings: (bot) => {
      const live = liveOf(bot);
      // Drift is for a gate of its own to judge, and comments that silence it are unused there.
      if (live.kind === 'known' && live.drift) return undefined;
      return check.gateFindings(bot.root)?.toSorted(byPlace);
    },
  };
}

/**
 * The findings of a bot as release gates count them: all of them, and reference errors whatever `rules:` or a comment
 * says. Findings of the workspace that concern this bot are among them.
 */
export function gateFindings({ bot, live, project }: RuleContext, options: CheckOptions = {}): Finding[] {
  return withLayout(atOnce(ownGateFindingsInSteps(bot, live, options)), bot, project, options);
}

/**
 * Those of the bot by itself, in small steps, so that the caller can do something else between. They follow from its files and
 * from LIVE, whatever else is in the workspace.
 */
export function* ownGateFindingsInSteps(
  bot: BotSnapshot,
  live: LiveState,
  options: CheckOptions = {},
): Generator<void, Finding[], void> {
  const own = new BotCheck(BOT_PLAN, options, { gate: true, isOnce: true });
  updateBot(own, bot, live, options);
  yield* own.work();
  return findingsOf(own, bot);
}

/** Findings of a bot by itself, and those of the workspace that concern it. */
export function withLayout(
  own: readonly Finding[],
  bot: BotSnapshot,
  project: ProjectSnapshot,
  options: CheckOptions = {},
): Finding[] {
  const layout = checkedLayout(project, options, true);
  return [...own, ...findingsOf(layout, bot)].sort(byPlace);
}

function findingsOf(check: BotCheck, bot: BotSnapshot): Finding[] {
  return [...bot.files.keys()].flatMap((uri) => check.findings(uri)).sort(byPlace);
}

/** The fixes that a finding's rule offers. */
export function fixesOf(finding: Finding, context: RuleContext, options: CheckOptions = {}): readonly Fix[] {
  const rule = rules.find(({ meta }) => meta.code === finding.code);
  try {
    return rule?.fixes?.(finding, context) ?? [];
  } catch (error) {
    // Not the rule's fault: whoever asked takes a new snapshot.
    if (error instanceof OutdatedSnapshotError) throw error;
    options.onCrash?.(finding.code, error);
    return [];
  }
}

function checkedBot(bot: BotSnapshot, live: LiveState, options: CheckOptions): BotCheck {
  const check = new BotCheck(BOT_PLAN, options, { isOnce: true });
  updateBot(check, bot, live, options);
  return finished(check);
}

function checkedLayout(project: ProjectSnapshot, options: CheckOptions, gate: boolean): BotCheck {
  const check = new BotCheck(LAYOUT_PLAN, options, { gate, isOnce: true });
  check.update(layoutOf(project), '');
  return finished(check);
}

function finished(check: BotCheck): BotCheck {
  atOnce(check.work());
  return check;
}

function sortedFiles(files: Iterable<string>): string[] {
  return [...files].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
