import type { Releases } from '../../release/contract';
import { folderUri } from '../folder';
import type { CHECK_FORMATS } from '../formats';
import { RecordingTerminal } from '../recordingTerminal';
import { rememberedCheck } from '../rememberedCheck';
import type { Terminal } from '../terminal';

export interface CheckOptions {
  readonly format: (typeof CHECK_FORMATS)[number];
  /** More warnings than this fail the check. */
  readonly maxWarnings?: number | undefined;
  /** `CODE` or `CODE=severity`. */
  readonly rule: readonly string[];
  /** Say again what was said of the same files before, and remember it for the next time. */
  readonly cache: boolean;
}

/**
 * `botlane check`: every finding of every bot, as the editor shows them. Exit 1 when there is an error, or more warnings
 * than allowed. What reads and checks files is loaded only when something is to be checked.
 */
export async function check(
  terminal: Terminal,
  folder: string | undefined,
  options: CheckOptions,
): Promise<number> {
  let opened: Promise<Releases> | undefined;
  const store = (): Promise<Releases> =>
    (opened ??= import('../releases.js').then(({ releases }) => releases(options.cache)));
  const memory = options.cache
    ? rememberedCheck(terminal, folderUri(terminal.cwd, folder), options, store)
    : undefined;
  if (!memory) {
    const { freshCheck } = await import('../freshCheck.js');
    return (await freshCheck(terminal, folder, options, await store())).code;
  }
  const known = await memory.recall();
  if (known) {
    terminal.err(known.err);
    terminal.out(known.out);
    return known.code;
  }
  const recorded = new RecordingTerminal(terminal);
  const { freshCheck } = await import('../freshCheck.js');
  const checked = await freshCheck(recorded, folder, options, await store(), memory);
  // A rule that failed may do better next time.
  if (!checked.crashed) await memory.keep(checked.project, { ...recorded.said, code: checked.code });
  for (const { bot, live, findings } of checked.forGates()) {
    await (await store()).noteFindings(bot, live, findings);
  }
  return checked.code;
}
