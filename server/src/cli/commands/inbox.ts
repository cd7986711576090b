import { t } from '@vscode/l10n';
import type { InboxItem } from '../../admin/api';
import type { Asked, Gateway } from '../../admin/gateway';
import { scoresWith } from '../../admin/newScores';
import { reviewInbox, type ReviewedItem, stillUnknown } from '../../admin/reviewInbox';
import { addExpressions, type NewExpression } from '../../features/addExpressions';
import { foldName } from '../../model/occurrence';
import type { Model } from '../../nlp/contract';
import { loadModel } from '../../nlp/loadModel';
import type { BotSnapshot } from '../../project/snapshot';
import { applyEdits } from '../../text/edit';
import { onlyBot, readProject } from '../bots';
import { CommandError, EXIT } from '../exitCode';
import { replaceFiles } from '../fileWriter';
import { type GatewayOptions, gatewayOf } from '../gatewayOption';
import { releases, trainer } from '../releases';
import { paint, printable, printJson, type Terminal } from '../terminal';
import type { OutputOptions } from './command';

export interface InboxOptions extends OutputOptions, GatewayOptions {
  readonly folder?: string;
}

export interface AcceptOptions extends InboxOptions {
  readonly intent?: string;
  readonly text?: string;
  readonly dryRun: boolean;
}

/** Of the inbox at a time, and at most: nobody goes through more at once. */
const PAGE = 200;
const MOST = 2000;
/** Characters of an id that are shown; enough to be told apart by. */
const SHOWN = 10;

/** `botlane inbox list`: what waits, beside what the draft makes of it now. */
export async function listInbox(terminal: Terminal, options: InboxOptions): Promise<number> {
  const bot = theBot(terminal, options);
  const rows = await review(bot, await waiting(gatewayOf(options), bot));
  if (options.format === 'json') {
    printJson(terminal, { bot: bot.id, items: rows.map(({ item, now }) => ({ ...item, now: now ?? null })) });
    return EXIT.ok;
  }
  if (rows.length === 0) terminal.out(`${t('The inbox of {0} is empty.', bot.id)}\n`);
  for (const { item, now } of rows) {
    const then = item.intent === undefined ? '–' : `${printable(item.intent)} ${item.score.toFixed(2)}`;
    const after = now ? ` → ${printable(now.name)} ${now.score.toFixed(2)}` : '';
    const times = item.count === 1 ? '' : ` ×${item.count}`;
    terminal.out(
      `${paint(terminal, 'dim', item.id.slice(0, SHOWN))}  ${item.language}  ${printable(item.text)}${times}  ${paint(terminal, 'dim', `${then}${after}`)}\n`,
    );
  }
  return EXIT.ok;
}

/** `botlane inbox accept`: texts become expressions of the draft's files. */
export async function acceptFromInbox(
  terminal: Terminal,
  wanted: readonly string[],
  options: AcceptOptions,
): Promise<number> {
  if (options.text !== undefined && wanted.length > 1) {
    throw new CommandError(t('--text is for one text only.'));
  }
  const bot = theBot(terminal, options);
  const gateway = gatewayOf(options);
  const rows = await review(bot, chosen(await waiting(gateway, bot), wanted));
  const choices = rows.map((row) => ({ row, expression: expressionFor(bot, row, options) }));
  const expressions = choices.map(({ expression }) => expression);
  if (options.dryRun) {
    const scores = await scoresWith(bot, expressions, trainer);
    printScores(terminal, expressions, scores ?? [], options);
    return EXIT.ok;
  }
  const changes = addExpressions(bot, expressions);
  if ('refused' in changes) throw new CommandError(changes.refused, EXIT.refused);
  replaceFiles(
    changes.flatMap((change) => {
      if (change.kind !== 'edit') return [];
      const before = bot.files.get(change.uri)?.syntax.text ?? '';
      return [{ uri: change.uri, before, after: applyEdits(before, change.edits) }];
    }),
  );
  settled(
    await gateway.decide(
      bot.id,
      choices.map(({ row: { item }, expression: { intent } }) => ({
        id: item.id,
        verdict:
          item.intent !== undefined && foldName(item.intent) === foldName(intent) ? 'accepted' : 'assigned',
        intent,
      })),
    ),
  );
  if (options.format === 'json') {
    printJson(terminal, {
      bot: bot.id,
      accepted: choices.map(({ row, expression }) => ({ id: row.item.id, ...expression })),
    });
    return EXIT.ok;
  }
  for (const { row, expression } of choices) {
    terminal.out(
      `${row.item.id}  ${printable(expression.intent)} (${expression.language}): ${printable(expression.text)}\n`,
    );
  }
  return EXIT.ok;
}

/** `botlane inbox ignore`: texts are left out of the inbox. */
export async function ignoreInInbox(
  terminal: Terminal,
  wanted: readonly string[],
  options: InboxOptions,
): Promise<number> {
  const bot = theBot(terminal, options);
  const gateway = gatewayOf(options);
  const items = chosen(await waiting(gateway, bot), wanted);
  settled(
    await gateway.decide(
      bot.id,
      items.map(({ id }) => ({ id, verdict: 'ignored' })),
    ),
  );
  if (options.format === 'json') printJson(terminal, { bot: bot.id, ignored: items.map(({ id }) => id) });
  else for (const { id, text } of items) terminal.out(`${id}  ${printable(text)}\n`);
  return EXIT.ok;
}

/** `botlane inbox undo`: what was decided waits again. */
export async function undoInInbox(
  terminal: Terminal,
  ids: readonly string[],
  options: InboxOptions,
): Promise<number> {
  const bot = theBot(terminal, options);
  const { undone } = settled(await gatewayOf(options).undo(bot.id, ids));
  if (options.format === 'json') printJson(terminal, { bot: bot.id, undone });
  else terminal.out(`${t('Waiting again: {0}.', undone)}\n`);
  return EXIT.ok;
}

function theBot(terminal: Terminal, { folder }: InboxOptions): BotSnapshot {
  return onlyBot(readProject(terminal.cwd, folder), terminal.cwd, folder);
}

async function waiting(gateway: Gateway, bot: BotSnapshot): Promise<readonly InboxItem[]> {
  const items: InboxItem[] = [];
  let after: string | undefined;
  do {
    const page = settled(await gateway.inbox(bot.id, { order: 'most-frequent', limit: PAGE, after }));
    items.push(...page.items);
    after = page.next;
  } while (after !== undefined && items.length < MOST);
  return items;
}

async function review(bot: BotSnapshot, items: readonly InboxItem[]): Promise<readonly ReviewedItem[]> {
  const store = releases();
  const models = new Map<string, Model>();
  const unknown = stillUnknown(bot, items);
  for (const language of new Set(unknown.map((item) => item.language))) {
    const found = await store.draftModel(bot, language);
    const loaded = found.ok && found.value ? loadModel(found.value.model.bytes) : undefined;
    if (loaded?.ok) models.set(language, loaded.model);
  }
  return reviewInbox(unknown, (language) => models.get(language));
}

/** The items that ids, or beginnings of ids, name. */
function chosen(items: readonly InboxItem[], wanted: readonly string[]): readonly InboxItem[] {
  const found = wanted.map((id) => {
    const [first, second] = items.filter((item) => item.id.startsWith(id));
    if (!first) {
      throw new CommandError(
        t('Nothing in the inbox is called {0}. “botlane inbox list” shows what waits.', id),
      );
    }
    if (second && first.id !== id) {
      throw new CommandError(t('{0} begins more than one id. Say more of it.', id));
    }
    return first;
  });
  return [...new Set(found)];
}

function expressionFor(
  bot: BotSnapshot,
  { item, now }: ReviewedItem,
  { intent, text }: AcceptOptions,
): NewExpression {
  const proposed = intent ?? now?.name ?? item.intent;
  if (proposed === undefined) {
    throw new CommandError(t('No intent was proposed for “{0}”. Say one with --intent.', item.text));
  }
  const known = bot.intent(proposed)[0];
  if (!known) throw new CommandError(t('There is no intent "{0}" in this bot.', proposed));
  return { text: text ?? item.text, language: item.language, intent: known.item.name.value };
}

function printScores(
  terminal: Terminal,
  expressions: readonly NewExpression[],
  scores: readonly (number | null)[],
  options: OutputOptions,
): void {
  if (options.format === 'json') {
    printJson(terminal, {
      scores: expressions.map((expression, at) => ({ ...expression, score: scores[at] ?? null })),
    });
    return;
  }
  for (const [at, { text, intent }] of expressions.entries()) {
    const score = scores[at];
    terminal.out(
      `${score === undefined || score === null ? '–' : score.toFixed(2)}  ${printable(intent)}: ${printable(text)}\n`,
    );
  }
}

function settled<T>(asked: Asked<T>): T {
  if (asked.ok) return asked.value;
  throw new CommandError(asked.reason, EXIT.refused);
}
