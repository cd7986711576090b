import { t } from '@vscode/l10n';
import type { Version, VersionList } from '../../release/contract';
import { overriddenWords } from '../../release/gates/overriddenWords';
import { searchVersions } from '../../release/search';
import { localReader, shortTime } from '../../release/timeWords';
import type { TimeReader } from '../../release/timeWords';
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
  const reader = localReader();
  for (const { bot, list, found } of lists) {
    const times =
      found.length > 0 ? paint(terminal, 'dim', `  ${t('Times are those of {0}.', reader.zone)}`) : '';
    terminal.out(`${paint(terminal, 'bold', bot)}${times}\n`);
    if (list.liveProblem) terminal.out(`  ${printable(list.liveProblem.message)}\n`);
    if (list.versions.length === 0) terminal.out(`  ${t('Nothing has been published yet.')}\n`);
    else if (found.length === 0) terminal.out(`  ${t('No version is found.')}\n`);
    for (const version of found) terminal.out(versionLines(terminal, version, reader));
  }
  return EXIT.ok;
}

function versionJson({ version, kind, notes, author, date, commit, live, overrides }: Version) {
  return { version, kind, notes, author, date, commit, live, overrides };
}

/** Characters of `Nov 11, 2026, 12:00 PM`; longer ones, in other languages, push the rest aside. */
const WIDEST_TIME = 22;

/** A line per version, and below it the rest of its notes and the gates that were overridden. */
function versionLines(terminal: Terminal, shown: Version, reader: TimeReader): string {
  const { version, kind, notes, author, live, overrides } = shown;
  const date = shortTime(shown.date, reader).padEnd(WIDEST_TIME);
  const mark = live ? paint(terminal, 'red', 'LIVE') : '    ';
  const [first = '', ...rest] = notes.split('\n').map(printable);
  const line = `  ${String(version).padStart(4)}  ${mark}  ${kind.padEnd(6)}  ${date}  ${printable(author)}  ${first}\n`;
  const below = [...rest, ...overrides.map((one) => printable(overriddenWords(one)))];
  return [line, ...below.map((more) => `          ${paint(terminal, 'dim', more)}\n`)].join('');
}
