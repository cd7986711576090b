import { t } from '@vscode/l10n';
import type { FeedbackItem } from '../../admin/api';
import { csvOf } from '../../admin/csv';
import { type RangeName, rangeOf } from '../../admin/range';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { type GatewayOptions, gatewayOf } from '../gatewayOption';
import { paint, printable, printJson, type Terminal } from '../terminal';

export interface FeedbackOptions extends GatewayOptions {
  readonly range: RangeName;
  readonly environment?: 'draft' | 'live';
  readonly thumb?: 'up' | 'down';
  readonly format: 'pretty' | 'json' | 'csv';
}

/** Ratings at a time. */
const PAGE = 200;

const COLUMNS = [
  'at',
  'thumb',
  'comment',
  'dialog',
  'version',
  'environment',
  'conversation',
  'message',
] as const;

/** `botlane feedback`: what users thought of the answers of a bot, the newest first. */
export async function feedback(
  terminal: Terminal,
  folder: string | undefined,
  options: FeedbackOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const gateway = gatewayOf(options);
  const { range, environment, thumb } = options;
  const items: FeedbackItem[] = [];
  let after: string | undefined;
  do {
    const query = { ...rangeOf(range, new Date()), environment, thumb, after, limit: PAGE };
    const page = await gateway.feedback(bot.id, query);
    if (!page.ok) throw new CommandError(page.reason, EXIT.refused);
    items.push(...page.value.items);
    after = page.value.next;
  } while (after !== undefined);
  if (options.format === 'json') printJson(terminal, { bot: bot.id, feedback: items });
  else if (options.format === 'csv') {
    terminal.out(
      csvOf(
        COLUMNS,
        items.map((item) => COLUMNS.map((column) => item[column] ?? '')),
      ),
    );
  } else print(terminal, bot.id, items);
  return EXIT.ok;
}

function print(terminal: Terminal, bot: string, items: readonly FeedbackItem[]): void {
  const up = items.filter(({ thumb }) => thumb === 'up').length;
  const title = t('{0}: {1} up, {2} down', bot, up, items.length - up);
  terminal.out(`${paint(terminal, 'bold', title)}\n`);
  for (const { at, thumb, comment, dialog } of items) {
    const sign = thumb === 'up' ? paint(terminal, 'green', '+') : paint(terminal, 'red', '-');
    const text = comment === '' ? '' : `  ${printable(comment)}`;
    terminal.out(`${sign} ${at.slice(0, 16).replace('T', ' ')}  ${printable(dialog)}${text}\n`);
  }
}
