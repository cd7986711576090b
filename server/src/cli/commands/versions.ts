import { t } from '@vscode/l10n';
import type { Version, VersionList } from '../../release/contract';
import { overriddenWords } from '../../release/gates/overriddenWords';
import { searchVersions } from '../../release/search';
import { readProject, someBots } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { releases } from '../releases';
import { paint, printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

/** `botlane versions`: every version, newest first, and which one is live. */
export async function versions(
  terminal: Terminal,
  folder: string | undefined,
  options: OutputOptions & { readonly search?: string },
): Promise<number> {
  const project = readProject(terminal.cwd, folder);
  const store = releases();
  const lists: {
    readonly bot: string;
    readonly list: VersionList;
    readonly found: readonly Version[];
  }[] = [];
  for (const bot of someBots(project, terminal.cwd, folder)) {
    const result = await store.versions(bot);
    if (!result.ok) throw new CommandError(result.error.message, EXIT.refused);
    const found = searchVersions(result.value.versions, options.search ?? '');
    lists.push({ bot: bot.id, list: result.value, found });
  }
  if (options.format === 'json') {
    const json = lists.map(({ bot, list, found }) => ({
      bot,
      live: list.live,
      versions: found.map(versionJson),
    }));
    printJson(terminal, json.length === 1 ? json[0] : { bots: json });
    return EXIT.ok;
  }
  for (const { bot, list, found } of lists) {
    terminal.out(`${paint(terminal, 'bold', bot)}\n`);
    if (list.liveProblem) terminal.out(`  ${printable(list.liveProblem.message)}\n`);
    if (list.versions.length === 0) terminal.out(`  ${t('Nothing has been published yet.')}\n`);
    else if (found.length === 0) terminal.out(`  ${t('No version is found.')}\n`);
    for (const version of found) terminal.out(versionLines(terminal, version));
  }
  return EXIT.ok;
}

function versionJson({ version, kind, notes, author, date, commit, live, overrides }: Version) {
  return { version, kind, notes, author, date, commit, live, overrides };
}

/** A line per version, and below it the rest of its notes and the gates that were overridden. */
function versionLines(terminal: Terminal, shown: Version): string {
  const { version, kind, notes, author, date, live, overrides } = shown;
  const mark = live ? paint(terminal, 'red', 'LIVE') : '    ';
  const [first = '', ...rest] = notes.split('\n').map(printable);
  const line = `  ${String(version).padStart(4)}  ${mark}  ${kind.padEnd(6)}  ${date}  ${printable(author)}  ${first}\n`;
  const below = [...rest, ...overrides.map((one) => printable(overriddenWords(one)))];
  return [line, ...below.map((more) => `          ${paint(terminal, 'dim', more)}\n`)].join('');
}
