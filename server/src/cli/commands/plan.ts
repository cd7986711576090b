import { t } from '@vscode/l10n';
import type {
  ChangedUnderstanding,
  GateOutcome,
  GateOverride,
  GateResult,
  ReleaseKind,
  ReleasePlan,
} from '../../release/contract';
import { lineOf } from '../../release/difference/describe';
import { readProject, someBots } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { releases } from '../releases';
import { paint, printable, printJson, type Terminal } from '../terminal';
import { comparisonJson, comparisonLine } from '../understoodOtherwise';
import type { OutputOptions } from './command';

export interface PlanOptions extends OutputOptions {
  /** Why what LIVE holds and the draft does not descend from shall be overwritten. */
  readonly overwriteLive?: string;
  /** Gates that shall not block, and why. */
  readonly override?: GateOverride | undefined;
  /** For the kind `flows`: which ones. */
  readonly flows?: readonly string[];
  /** What was found out about the same content before counts still; true where it is not given. */
  readonly cache?: boolean;
}

/** `botlane plan`: what a publish would change, and what its gates say. Writes nothing. Exit 1 when blocked. */
export async function plan(
  terminal: Terminal,
  folder: string | undefined,
  kind: ReleaseKind,
  options: PlanOptions,
): Promise<number> {
  const project = readProject(terminal.cwd, folder);
  const store = releases(options.cache);
  const plans: ReleasePlan[] = [];
  for (const bot of someBots(project, terminal.cwd, folder)) {
    const result = await store.plan(bot, project, kind, options);
    if (!result.ok) throw new CommandError(result.error.message, EXIT.refused);
    plans.push(result.value);
  }
  if (options.format === 'json') {
    const [only] = plans;
    printJson(terminal, plans.length === 1 && only ? planJson(only) : { bots: plans.map(planJson) });
  } else {
    for (const one of plans) printPlan(terminal, one);
  }
  return plans.every(({ possible }) => possible) ? EXIT.ok : EXIT.refused;
}

/** What gates say as other programs read it. */
export function gatesJson(gates: readonly GateResult[]) {
  return gates.map(({ id, outcome, reason, details, override, overridable }) => ({
    id,
    outcome,
    reason,
    details,
    ...(override === undefined ? {} : { override }),
    ...(overridable ? { overridable } : {}),
  }));
}

/** A plan as other programs read it. */
export function planJson(planned: ReleasePlan) {
  const { bot, kind, flows, possible, gates, difference, nextVersion, notes, measured } = planned;
  const { understanding } = measured;
  return {
    bot,
    kind,
    ...(kind === 'flows' ? { flows } : {}),
    possible,
    gates: gatesJson(gates),
    difference,
    nextVersion,
    notes,
    ...(understanding && {
      understanding: {
        of: understanding.of,
        asked: understanding.asked,
        changed: understanding.changed,
        first: understanding.first.map(comparisonJson),
      },
    }),
  };
}

/** A plan for a person. */
export function printPlan(
  terminal: Terminal,
  { bot, kind, flows, possible, gates, difference, nextVersion, measured }: ReleasePlan,
): void {
  const what =
    kind === 'full'
      ? t('Publish {0}: full bot', bot)
      : kind === 'nlp'
        ? t('Publish {0}: NLP only', bot)
        : t('Publish {0}: flows {1}', bot, printable(flows.join(', ')));
  const verdict = possible ? t('possible, becomes version {0}', nextVersion) : t('not possible now');
  terminal.out(
    `${paint(terminal, 'bold', what)}: ${paint(terminal, possible ? 'green' : 'red', verdict)}\n\n`,
  );
  for (const gate of gates) terminal.out(gateLines(terminal, gate));
  terminal.out(`\n${t('What changes in LIVE')}:\n`);
  if (difference.length === 0) terminal.out(`  ${t('Nothing.')}\n`);
  for (const change of difference) terminal.out(`  ${printable(lineOf(change))}\n`);
  if (measured.understanding) terminal.out(understandingLines(measured.understanding));
}

/** What users say that would be understood otherwise, a line each. */
function understandingLines({ changed, first }: ChangedUnderstanding): string {
  if (changed === 0) return '';
  const more = changed > first.length ? [`  ${t('… and {0} more', changed - first.length)}\n`] : [];
  const lines = first.map((one) => `  ${comparisonLine(one)}\n`);
  return [`\n${t('What users say that would now be understood differently')}:\n`, ...lines, ...more].join('');
}

/** What a gate says, a line each. */
export function gateLines(
  terminal: Terminal,
  { id, title, outcome, reason, details, override, overridable }: GateResult,
): string {
  const more = [
    ...details,
    ...(override === undefined ? [] : [t('Overridden: {0}', override)]),
    ...(overridable ? [t('It may be overridden: --override {0} --reason "…"', id)] : []),
  ];
  const lines = more.map((line) => `      ${printable(line)}\n`);
  return [`  ${mark(terminal, outcome)} ${title}: ${printable(reason)}\n`, ...lines].join('');
}

function mark(terminal: Terminal, outcome: GateOutcome): string {
  switch (outcome) {
    case 'pass':
      return paint(terminal, 'green', '✓');
    case 'warn':
      return paint(terminal, 'yellow', '!');
    case 'block':
      return paint(terminal, 'red', '✗');
  }
}
