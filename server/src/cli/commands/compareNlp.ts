import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { t } from '@vscode/l10n';
import type { BotSnapshot } from '../../project/snapshot';
import { compareNlp, type Said, shownSentence, type ShownSentence } from '../../release/quality/compareNlp';
import { sentencesOfBoth } from '../../release/quality/sentences';
import { sidesOf } from '../../release/quality/sides';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { ProgressLine } from '../progress';
import { answerer, releases, trainer } from '../releases';
import { paint, printJson, type Terminal } from '../terminal';
import { comparisonJson, comparisonLine } from '../understoodOtherwise';
import type { OutputOptions } from './command';

export interface CompareNlpOptions extends OutputOptions {
  /** What users said, in JSON lines `{text, lang}`; `lang` is the bot's default language when absent. */
  readonly messages?: string | undefined;
  /** Also what both understand alike. */
  readonly all: boolean;
}

/** `botlane compare-nlp`: what the draft understands otherwise than LIVE. What is not trained is trained first. */
export async function compareNlpCommand(
  terminal: Terminal,
  folder: string | undefined,
  options: CompareNlpOptions,
): Promise<number> {
  const bot = onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const messages =
    options.messages === undefined ? [] : messagesIn(bot, resolve(terminal.cwd, options.messages));
  const progress = new ProgressLine(terminal);
  const show = (from: number) => (fraction: number) =>
    progress.show(t('Comparing {0} with LIVE … {1}%', bot.id, Math.floor(100 * (from + fraction / 2))));
  try {
    const sides = await sidesOf(releases(), bot, trainer, { onProgress: show(0) });
    if (sides.outcome === 'cancelled') throw new CommandError(t('Cancelled.'), EXIT.refused);
    if (sides.outcome === 'refused') throw new CommandError(sides.reason, EXIT.refused);
    const said: Said[] = [...sentencesOfBoth(bot, sides.live.bot), ...messages];
    const compared = await compareNlp(said, sides.draft, sides.live, { answerer, onProgress: show(0.5) });
    if (!compared.ok) {
      const reason = compared.reason === 'cancelled' ? t('Cancelled.') : compared.message;
      throw new CommandError(reason, EXIT.refused);
    }
    progress.clear();
    const rows = compared.value.filter(({ kind }) => options.all || kind !== 'same').map(shownSentence);
    if (options.format === 'json') {
      const { version } = sides;
      printJson(terminal, { bot: bot.id, live: version, asked: said.length, rows: rows.map(comparisonJson) });
    } else print(terminal, said.length, rows);
    return EXIT.ok;
  } finally {
    progress.clear();
  }
}

function messagesIn(bot: BotSnapshot, file: string): readonly Said[] {
  const usual = bot.settings?.item.languages[0]?.value ?? '';
  return linesOf(file).flatMap((line, index): Said[] => {
    if (line.trim() === '') return [];
    const message = messageOf(line);
    if (!message) {
      throw new CommandError(
        t(
          '{0}: line {1} is no JSON object with a text "text" and, if there is "lang", a text there.',
          file,
          index + 1,
        ),
        EXIT.usage,
      );
    }
    return [{ text: message.text, language: message.lang ?? usual, source: 'message' }];
  });
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch (error) {
    throw new CommandError(
      t('The messages cannot be read: {0}', error instanceof Error ? error.message : String(error)),
      EXIT.usage,
    );
  }
}

function messageOf(line: string): { readonly text: string; readonly lang?: string } | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('text' in value) || typeof value.text !== 'string') return undefined;
    // Who records without a language may well write null.
    if (!('lang' in value) || value.lang === null) return { text: value.text };
    return typeof value.lang === 'string' ? { text: value.text, lang: value.lang } : undefined;
  } catch {
    return undefined;
  }
}

function print(terminal: Terminal, asked: number, rows: readonly ShownSentence[]): void {
  const titles = {
    'other-intent': t('Another intent than in LIVE'),
    'now-below': t('Understood in LIVE, and no longer'),
    'now-above': t('Not understood in LIVE, and now'),
    same: t('As in LIVE'),
  };
  for (const [kind, title] of Object.entries(titles)) {
    const own = rows.filter((row) => row.kind === kind);
    if (own.length === 0) continue;
    terminal.out(`${paint(terminal, 'bold', `${title}: ${own.length}`)}\n`);
    for (const row of own) terminal.out(`  ${comparisonLine(row)}\n`);
  }
  const changed = rows.filter(({ kind }) => kind !== 'same').length;
  terminal.out(`${t('{0} of {1} sentences are understood differently.', changed, asked)}\n`);
}
