import { t } from '@vscode/l10n';
import type { Version, VersionList } from '../../release/contract';
import { readProject, someBots } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { releases } from '../releases';
import { paint, printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

/** `botlane versions`: every version, newest first, and which one is live. */
export async function versions(
  terminal: Terminal,
  folder: string | undefined,
  options: OutputOptions,
): Promise<number> {
  const project = readProject(terminal.cwd, folder);
  const store = releases();
  const lists: { readonly bot: string; readonly list: VersionList }[] = [];
  for (const bot of someBots(project, terminal.cwd, folder)) {
    const result = await store.versions(bot);
    if (!result.ok) throw new CommandError(result.error.message, EXIT.refused);
    lists.push({ bot: bot.id, list: result.value });
  }
  if (options.format === 'json') {
    const json = lists.map(({ bot, list }) => ({
      bot,
      live: list.live,
      versions: list.versions.map(versionJson),
    }));
    printJson(terminal, json.length === 1 ? json[0] : { bots: json });
    return EXIT.ok;
  }
  for (const { bot, list } of lists) {
    terminal.out(`${paint(terminal, 'bold', bot)}\n`);
    if (list.liveProblem) terminal.out(`  ${printable(list.liveProblem.message)}\n`);
    if (list.versions.length === 0) terminal.out(`  ${t('Nothing has been published yet.')}\n`);
    for (const version of list.versions) terminal.out(`  ${versionLine(terminal, version)}\n`);
  }
  return EXIT.ok;
}

function versionJson({ version, kind, notes, author, date, commit, live }: Version) {
  return { version, kind, notes, author, date, commit, live };
}

function versionLine(terminal: Terminal, { version, kind, notes, author, date, live }: Version): string {
  const mark = live ? paint(terminal, 'red', 'LIVE') : '    ';
  const [firstLine = ''] = notes.split('\n', 1);
  return `${String(version).padStart(4)}  ${mark}  ${kind.padEnd(6)}  ${date}  ${printable(author)}  ${printable(firstLine)}`;
}
