import { t } from '@vscode/l10n';
import type { AdminCounts, Statistics } from '../../admin/api';
import { statisticsCsv } from '../../admin/csv';
import { RANGES, type RangeName, rangeOf } from '../../admin/range';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { type GatewayOptions, gatewayOf } from '../gatewayOption';
import { paint, printable, printJson, type Terminal } from '../terminal';

export interface StatsOptions extends GatewayOptions {
  readonly range: RangeName;
  readonly environment?: 'draft' | 'live';
  readonly channel?: string;
  readonly language?: string;
  /** Version. */
  readonly number?: number;
  readonly format: 'pretty' | 'json' | 'csv';
}

/** Lines of a list of names that people read. */
const MOST_NAMES = 10;

/** `botlane stats`: what users of a bot did, as its gateway counted it. */
export async function stats(
  terminal: Terminal,
  folder: string | undefined,
  options: StatsOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const { range, environment, channel, language, number: version } = options;
  const asked = await gatewayOf(options).statistics(bot.id, {
    ...rangeOf(range, new Date()),
    by: RANGES[range].by,
    environment,
    channel,
    language,
    version,
  });
  if (!asked.ok) throw new CommandError(asked.reason, EXIT.refused);
  if (options.format === 'json') printJson(terminal, asked.value);
  else if (options.format === 'csv') terminal.out(statisticsCsv(asked.value));
  else print(terminal, bot.id, asked.value);
  return EXIT.ok;
}

function print(terminal: Terminal, bot: string, statistics: Statistics): void {
  const { total, since, until, versions, channels, languages, intents, dialogs } = statistics;
  const title = t('{0}, from {1} to {2}', bot, since.slice(0, 10), until.slice(0, 10));
  terminal.out(`${paint(terminal, 'bold', title)}\n`);
  terminal.out(`  ${t('Users: {0}', total.users)}\n`);
  for (const line of countLines(total)) terminal.out(`  ${line}\n`);
  const groups = [
    [t('By version'), versions.map(({ name, messages }) => ({ name: name || t('draft'), count: messages }))],
    [t('By channel'), channels.map(({ name, messages }) => ({ name, count: messages }))],
    [t('By language'), languages.map(({ name, messages }) => ({ name, count: messages }))],
    [t('Intents'), intents],
    [t('Dialogs'), dialogs],
  ] as const;
  for (const [heading, rows] of groups) {
    if (rows.length === 0) continue;
    terminal.out(`\n${paint(terminal, 'bold', heading)}\n`);
    for (const { name, count } of rows.slice(0, MOST_NAMES)) {
      terminal.out(`  ${String(count).padStart(7)}  ${printable(name)}\n`);
    }
  }
}

function countLines(counts: AdminCounts): readonly string[] {
  const share = counts.asked === 0 ? 0 : Math.round((counts.notUnderstood / counts.asked) * 100);
  return [
    t('Conversations: {0}', counts.conversations),
    t('Messages: {0}', counts.messages),
    t('Not understood: {0} of {1} ({2}%)', counts.notUnderstood, counts.asked, share),
    t('Hand-overs: {0}', counts.handovers),
    t('Ratings: {0} up, {1} down', counts.thumbsUp, counts.thumbsDown),
  ];
}
