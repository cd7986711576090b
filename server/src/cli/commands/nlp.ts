import { t } from '@vscode/l10n';
import { loadModel } from '../../nlp/loadModel';
import { type Understood, understand } from '../../nlp/understand';
import type { BotSnapshot } from '../../project/snapshot';
import type { ModelBytes, Releases } from '../../release/contract';
import { readProject, someBots } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { releases } from '../releases';
import { paint, printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

export interface NlpOptions extends OutputOptions {
  /** The bot's default language when absent. */
  readonly language?: string | undefined;
  /** Ask LIVE's model instead of the draft's. */
  readonly live: boolean;
}

/** What one bot makes of a message, and what decided whether that counts. */
interface Answer {
  readonly bot: string;
  readonly language: string;
  /** Scores at or below it are not understood; 0 to 1. */
  readonly threshold: number;
  readonly answer: Understood;
}

/** `botlane nlp TEXT`: what the bot makes of a message; each of them, where there are several. */
export async function nlp(
  terminal: Terminal,
  text: string,
  folder: string | undefined,
  options: NlpOptions,
): Promise<number> {
  const bots = someBots(readProject(terminal.cwd, folder), terminal.cwd, folder);
  const store = releases();
  const answers: Answer[] = [];
  for (const bot of bots) answers.push(await ask(store, bot, text, options));
  const [only] = answers;
  if (options.format === 'json') {
    printJson(
      terminal,
      answers.length === 1 && only
        ? answerJson(only.answer)
        : { bots: answers.map(({ bot, answer }) => ({ bot, ...answerJson(answer) })) },
    );
    return EXIT.ok;
  }
  for (const answer of answers) {
    if (answers.length > 1) terminal.out(`${paint(terminal, 'bold', answer.bot)}\n`);
    printAnswer(terminal, answer);
  }
  return EXIT.ok;
}

async function ask(store: Releases, draft: BotSnapshot, text: string, options: NlpOptions): Promise<Answer> {
  const bot = options.live ? await liveBot(store, draft) : draft;
  const settings = bot.settings?.item;
  const language = options.language ?? settings?.languages[0]?.value;
  if (!settings || language === undefined) {
    throw new CommandError(
      t('bot.yaml of {0} names no language. Run "botlane check".', bot.id),
      EXIT.refused,
    );
  }
  const languages = settings.languages.map(({ value }) => value);
  if (!languages.includes(language)) {
    throw new CommandError(
      t('{0} does not speak {1}. Its languages: {2}.', bot.id, language, languages.join(', ')),
    );
  }
  const loaded = loadModel((await modelOf(store, draft, language, options.live)).bytes);
  if (!loaded.ok) throw new CommandError(loaded.message, EXIT.refused);
  return {
    bot: draft.id,
    language,
    threshold: settings.nlp.intentThreshold,
    answer: understand(loaded.model, text, settings.nlp, { now: new Date() }),
  };
}

/** An answer as other programs read it. */
function answerJson({ intents, entities, understood }: Understood) {
  return {
    intents,
    entities: entities.map(({ entity, value, text, start, end, score }) => ({
      entity,
      value,
      text,
      start,
      end,
      score,
    })),
    understood,
  };
}

async function liveBot(store: Releases, draft: BotSnapshot): Promise<BotSnapshot> {
  const live = await store.live(draft);
  const bot = live.kind === 'known' ? await store.liveBot(draft) : undefined;
  if (bot) return bot;
  const reason = live.kind === 'unknown' ? live.problem.message : t('Nothing has been published yet.');
  throw new CommandError(t('There is no LIVE to ask. {0}', reason), EXIT.refused);
}

/** The model to ask; a draft that changed since its last training is not trained, and an older model would mislead. */
async function modelOf(
  store: Releases,
  draft: BotSnapshot,
  language: string,
  live: boolean,
): Promise<ModelBytes> {
  if (live) {
    const result = await store.liveModel(draft, language);
    if (!result.ok) throw new CommandError(result.error.message, EXIT.refused);
    if (result.value) return result.value;
    throw new CommandError(t('LIVE of {0} holds no model for {1}.', draft.id, language), EXIT.refused);
  }
  const result = await store.draftModel(draft, language);
  if (!result.ok) throw new CommandError(result.error.message, EXIT.refused);
  if (result.value && !result.value.stale) return result.value.model;
  throw new CommandError(
    t('{0} is not trained for {1}. Run "botlane train" first.', draft.id, language),
    EXIT.refused,
  );
}

function printAnswer(terminal: Terminal, { language, threshold, answer }: Answer): void {
  const { intents, entities, understood } = answer;
  const verdict = understood
    ? paint(
        terminal,
        'green',
        t('Understood, in {0}: the best score is above the threshold {1}.', language, threshold),
      )
    : paint(
        terminal,
        'yellow',
        t('Not understood, in {0}: no score is above the threshold {1}.', language, threshold),
      );
  terminal.out(`${verdict}\n`);
  for (const { name, score } of intents.slice(0, 5))
    terminal.out(`  ${score.toFixed(3)}  ${printable(name)}\n`);
  for (const { entity, value, text, score } of entities) {
    const from = printable(t('from "{0}"', text));
    terminal.out(`  ${score.toFixed(3)}  ${printable(entity)}: ${printable(String(value))} (${from})\n`);
  }
}
