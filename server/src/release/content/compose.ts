import { t } from '@vscode/l10n';
import { definitionKindOf } from '../../files/definitionNames';
import type { BotFiles, Result } from '../contract';
import { sortedFiles } from './hashes';
import { isReadable, replaceNlpSettings } from './nlpSettings';

const BOT_FILE = 'bot.yaml';

/**
 * What would be live after publishing NLP only: the draft's intents and entities, everything else of LIVE to the byte,
 * and LIVE's bot.yaml with the draft's `nlp` in place of its own.
 */
export function composeNlp(draft: BotFiles, live: BotFiles): Result<BotFiles, string> {
  const files = new Map<string, Uint8Array>();
  for (const [path, bytes] of live) if (!isNlpFile(path)) files.set(path, bytes);
  for (const [path, bytes] of draft) if (isNlpFile(path)) files.set(path, bytes);
  const from = draft.get(BOT_FILE);
  const into = live.get(BOT_FILE);
  if (!from || !isReadable(from)) {
    return { ok: false, error: t('bot.yaml of the draft cannot be understood. Mend it first.') };
  }
  if (!into || !isReadable(into)) {
    return { ok: false, error: t('bot.yaml of LIVE cannot be understood. Publish the full bot.') };
  }
  const settings = replaceNlpSettings(into, from);
  if (!settings) {
    return {
      ok: false,
      error: t(
        'The “nlp” settings of the draft cannot be put into the bot.yaml of LIVE. Publish the full bot.',
      ),
    };
  }
  files.set(BOT_FILE, settings);
  const composed = sortedFiles(files);
  const blocked = pathInTheWay(composed);
  return blocked === undefined
    ? { ok: true, value: composed }
    : {
        ok: false,
        error: t('{0} is a file in LIVE and a folder in the draft. Rename one of them.', blocked),
      };
}

/** True for files that belong to the NLP part as a whole. */
export function isNlpFile(path: string): boolean {
  const kind = definitionKindOf(path.slice(path.lastIndexOf('/') + 1));
  return kind === 'intent' || kind === 'entity';
}

/** A path that is a file and a folder at once, which no tree can hold. */
export function pathInTheWay(files: BotFiles): string | undefined {
  for (const path of files.keys()) {
    for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (files.has(path.slice(0, slash))) return path.slice(0, slash);
    }
  }
  return undefined;
}
