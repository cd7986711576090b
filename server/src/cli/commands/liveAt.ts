import type { LiveAt } from '../../release/contract';
import { instantOf } from '../../release/deployment/when';
import { liveAtWords } from '../../release/liveAtWords';
import { localReader } from '../../release/timeWords';
import { ownTimeZone } from '../../text/timeZone';
import { readProject, someBots } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { releases } from '../releases';
import { printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

/** `botlane live` and `botlane live --at TIME`: which version is, or was, live. */
export async function liveAt(
  terminal: Terminal,
  folder: string | undefined,
  options: OutputOptions & { readonly at?: string },
): Promise<number> {
  const instant = options.at === undefined ? new Date() : timeOf(options.at);
  const store = releases();
  const found: { readonly bot: string; readonly live: LiveAt | undefined }[] = [];
  for (const bot of someBots(readProject(terminal.cwd, folder), terminal.cwd, folder)) {
    const result = await store.liveAt(bot, instant);
    if (!result.ok) throw new CommandError(result.error.message, EXIT.refused);
    found.push({ bot: bot.id, live: result.value });
  }
  if (options.format === 'json') {
    const at = instant.toISOString();
    const json = found.map(({ bot, live }) => ({ bot, at, live: live ?? null }));
    printJson(terminal, json.length === 1 ? json[0] : { bots: json });
    return EXIT.ok;
  }
  const reader = localReader();
  for (const { bot, live } of found) terminal.out(`${bot}: ${printable(liveAtWords(live, reader))}\n`);
  return EXIT.ok;
}

function timeOf(text: string): Date {
  const when = instantOf(text, ownTimeZone());
  if (when.ok) return when.instant;
  throw new CommandError(when.reason);
}
