import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import type { BotSnapshot } from '../../project/snapshot';
import type { BotFiles, Result } from '../contract';
import { pathInTheWay } from './compose';
import { sortedFiles } from './hashes';
import { isSameMeaning, itemsOf } from './items';
import type { ItemTable } from './items';
import { botOf } from './snapshot';

/** A bot with its files. */
export interface FilesOfBot {
  readonly files: BotFiles;
  readonly bot: BotSnapshot;
}

/** What would be live, and which of its files come from the draft. */
export interface ComposedFlows {
  readonly files: BotFiles;
  readonly fromDraft: ReadonlySet<string>;
}

/**
 * What would be live after publishing chosen flows: their files from the draft, everything else of LIVE to the byte,
 * bot.yaml too. A chosen flow that the draft does not have goes. Files are taken whole: where that would change a flow that
 * is not chosen, the reason names it.
 */
export function composeFlows(
  draft: FilesOfBot,
  live: FilesOfBot,
  chosen: readonly string[],
): Result<ComposedFlows, string> {
  const names = new Set(chosen.map(foldName));
  const unknown = chosen.find((name) => draft.bot.flow(name).length + live.bot.flow(name).length === 0);
  if (unknown !== undefined)
    return refused(
      t('Neither the draft nor LIVE has a flow {0}. Choose among those that there are.', unknown),
    );
  const missing = chosen.find((name) => draft.bot.flow(name).length === 0);
  if (missing !== undefined && draft.bot.hasBrokenFiles) {
    return refused(
      t(
        'A file of the draft cannot be understood, so nobody knows whether the flow {0} is gone. Mend it first.',
        missing,
      ),
    );
  }
  const fromDraft = filesOf(draft.bot, names);
  const gone = filesOf(live.bot, names);
  const files = new Map<string, Uint8Array>();
  for (const [path, bytes] of live.files) if (!gone.has(path)) files.set(path, bytes);
  for (const [path, bytes] of draft.files) if (fromDraft.has(path)) files.set(path, bytes);
  const blocked = pathInTheWay(files);
  if (blocked !== undefined) {
    return refused(t('{0} is a file in LIVE and a folder in the draft. Rename one of them.', blocked));
  }
  const composed = botOf(live.bot.root, files, undefined, [live.bot]);
  const others = composed ? othersThatChange(itemsOf(live.bot), itemsOf(composed), names) : [];
  if (others.length > 0) {
    return refused(
      others.length === 1
        ? t(
            'The flow {0} shares a file with the chosen ones and changes with them. Choose it as well.',
            others[0] ?? '',
          )
        : t(
            'The flows {0} share files with the chosen ones and change with them. Choose them as well.',
            others.join(', '),
          ),
    );
  }
  return { ok: true, value: { files: sortedFiles(files), fromDraft } };
}

/** Paths of the files that hold any of these flows. */
function filesOf(bot: BotSnapshot, names: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(
    bot.flows.flatMap(({ file, item }) =>
      names.has(foldName(item.name.value)) ? [file.uri.slice(bot.root.length + 1)] : [],
    ),
  );
}

/** Flows that would differ from LIVE though they are not chosen. What cannot be understood is told by validation. */
function othersThatChange(
  before: ItemTable,
  after: ItemTable,
  chosen: ReadonlySet<string>,
): readonly string[] {
  const names = new Set<string>();
  for (const [key, { symbol, name, root }] of [...before, ...after]) {
    const differs = !isSameMeaning(before.get(key), after.get(key));
    if (symbol === 'flow' && root && differs && !chosen.has(foldName(name))) names.add(name);
  }
  return [...names].sort();
}

function refused(error: string): { readonly ok: false; readonly error: string } {
  return { ok: false, error };
}
