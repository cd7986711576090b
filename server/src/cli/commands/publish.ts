import { t } from '@vscode/l10n';
import type { ReleaseKind } from '../../release/contract';
import { publishAfresh } from '../../release/publishAfresh';
import { stepWords } from '../../release/stepWords';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { interruptible } from '../interrupt';
import { ProgressLine } from '../progress';
import { releases } from '../releases';
import { printable, printJson, type Terminal } from '../terminal';
import { gateLines, gatesJson, type PlanOptions, plan, planJson, printPlan } from './plan';
import { trainBot } from './train';

export interface PublishOptions extends PlanOptions {
  readonly kind: ReleaseKind;
  readonly notes: string;
  /** Train first what is not trained. */
  readonly train: boolean;
  /** Say what would be published, and publish nothing. */
  readonly dryRun?: boolean;
}

/** `botlane publish`: plan, gates, and when nothing blocks, a version that is live. Needs no terminal. */
export async function publish(
  terminal: Terminal,
  folder: string | undefined,
  options: PublishOptions,
): Promise<number> {
  const project = readProject(terminal.cwd, folder);
  const bot = onlyBot(project, terminal.cwd, folder);
  const store = releases(options.cache);
  if (options.train) await trainBot(terminal, store, bot);
  if (options.dryRun) return plan(terminal, folder, options.kind, options);
  const progress = new ProgressLine(terminal);
  try {
    const result = await interruptible((signal) =>
      publishAfresh(store, bot, project, options.kind, {
        ...(options.flows ? { flows: options.flows } : {}),
        overwriteLive: options.overwriteLive,
        override: options.override,
        notes: options.notes,
        signal,
        onStep: (step) => progress.show(stepWords(step)),
      }),
    );
    progress.clear();
    switch (result.outcome) {
      case 'published': {
        const { version, kind, commit, tag, gates } = result;
        for (const warning of result.warnings) terminal.err(`${printable(warning)}\n`);
        if (options.format === 'json') {
          printJson(terminal, { bot: bot.id, version, kind, commit, tag, gates: gatesJson(gates) });
          return EXIT.ok;
        }
        for (const gate of gates) if (gate.outcome === 'warn') terminal.err(gateLines(terminal, gate));
        terminal.out(`${t('Version {0} of {1} is live ({2}).', version, bot.id, tag)}\n`);
        return EXIT.ok;
      }
      case 'blocked':
        if (options.format === 'json') printJson(terminal, planJson(result.plan));
        else printPlan(terminal, result.plan);
        return EXIT.refused;
      case 'outdated':
        throw new CommandError(t('Nothing was published. {0}', result.message), EXIT.refused);
      case 'failed':
        throw new CommandError(t('Nothing was published. {0}', result.problem.message), EXIT.refused);
    }
  } finally {
    progress.clear();
  }
}
