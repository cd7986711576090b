import { t } from '@vscode/l10n';
import type { Dialog, Entity, Intent } from '../model/definitions';
import type { Occurrence, SymbolKind } from '../model/occurrence';
import type { BotSnapshot } from '../project/snapshot';
import { baseNameOf } from '../text/uri';
import { escapeMarkdown, shorten, type Markdown } from './markdown';

/** Expressions, values and uses shown as a sample. */
const SAMPLE = 5;
const LONGEST = 160;

/** A symbol in a few lines: what it is, what it holds, where it is used. */
export function describeSymbol(bot: BotSnapshot, named: Occurrence, live?: BotSnapshot): Markdown {
  const places = bot.occurrences(named.symbol, named.name);
  const definition = places.find(({ role }) => role === 'definition');
  const lines = [
    `**${escapeMarkdown(kindName(named.symbol))}** ${escapeMarkdown(definition?.name ?? named.name)}`,
  ];
  if (!definition) lines.push(absence(named, live));
  else lines.push(...detailsOf(bot, named));
  if (definition && live) lines.push(...liveLines(named, live));
  lines.push(usesOf(bot, named));
  return lines.filter((line) => line !== '').join('\n\n');
}

function kindName(symbol: SymbolKind): string {
  const names: Readonly<Record<SymbolKind, string>> = {
    bot: t('Bot'),
    intent: t('Intent'),
    entity: t('Entity'),
    flow: t('Flow'),
    dialog: t('Dialog'),
    context: t('Context'),
    variable: t('Variable'),
    language: t('Language'),
    test: t('Conversation test'),
  };
  return names[symbol];
}

function absence({ symbol, name }: Occurrence, live: BotSnapshot | undefined): string {
  const inLive = live?.occurrences(symbol, name).some(({ role }) => role === 'definition');
  return inLive ? t('Not defined in this draft. LIVE still has it.') : t('Not defined in this bot.');
}

function detailsOf(bot: BotSnapshot, { symbol, name }: Occurrence): readonly Markdown[] {
  switch (symbol) {
    case 'intent':
      return bot
        .intent(name)
        .slice(0, 1)
        .flatMap(({ item }) => intentLines(item));
    case 'entity':
      return bot
        .entity(name)
        .slice(0, 1)
        .flatMap(({ item }) => entityLines(item));
    case 'dialog':
      return bot
        .dialog(name)
        .slice(0, 1)
        .flatMap(({ item }) => dialogLines(item));
    case 'flow':
      return bot
        .flow(name)
        .slice(0, 1)
        .flatMap(({ item }) => [
          ...textLine(item.description?.value),
          list(
            t('Dialogs'),
            item.dialogs.map((dialog) => dialog.name.value),
          ),
        ]);
    case 'variable':
      return variableLines(bot, name);
    default:
      return [];
  }
}

function intentLines(intent: Intent): readonly Markdown[] {
  const blocks = [...intent.expressions.values()].map(({ language, expressions }) => {
    const sample = expressions
      .slice(0, SAMPLE)
      .map(({ plain }) => `- ${escapeMarkdown(shorten(plain, LONGEST))}`);
    const count =
      expressions.length === 1
        ? t('{0}: 1 expression', language.value)
        : t('{0}: {1} expressions', language.value, expressions.length);
    return [escapeMarkdown(count), '', ...sample].join('\n');
  });
  return [...textLine(intent.description?.value ?? intent.title?.value), ...blocks];
}

function entityLines(entity: Entity): readonly Markdown[] {
  const type = entity.system
    ? `${entity.type?.value ?? ''} ${entity.system.value}`
    : (entity.type?.value ?? '');
  return [
    ...textLine(type),
    ...textLine(entity.description?.value),
    list(
      t('Values'),
      entity.values.map(({ value }) => value.value),
    ),
    list(
      t('Patterns'),
      entity.patterns.map(({ value }) => value),
    ),
  ];
}

function dialogLines(dialog: Dialog): readonly Markdown[] {
  const texts = [...dialog.say.map(({ text }) => text), ...(dialog.ask ? [dialog.ask.text] : [])];
  const languages = new Set(texts.flatMap((text) => [...text.keys()]));
  const previews = [...languages].map((language) => {
    const said = texts.flatMap((text) => text.get(language)?.text.value ?? []).slice(0, SAMPLE);
    return [
      escapeMarkdown(`${language}:`),
      '',
      ...said.map((line) => `- ${escapeMarkdown(shorten(line, LONGEST))}`),
    ].join('\n');
  });
  const intent = dialog.trigger?.intent?.value;
  return [...(intent === undefined ? [] : textLine(t('Linked to intent {0}.', intent))), ...previews];
}

function variableLines(bot: BotSnapshot, name: string): readonly Markdown[] {
  const variable = bot.settings?.item.variables.find((one) => one.name.value === name);
  if (!variable) return [];
  const initial = variable.initial?.value;
  return [
    ...textLine(variable.type),
    list(
      t('Values'),
      variable.values.map(({ value }) => value),
    ),
    ...(initial === undefined ? [] : textLine(t('Starts as {0}.', String(initial)))),
  ];
}

/** How an intent of the draft stands against LIVE. */
function liveLines({ symbol, name }: Occurrence, live: BotSnapshot): readonly Markdown[] {
  if (symbol !== 'intent') return [];
  const there = live.intent(name)[0]?.item;
  if (!there) return textLine(t('New: LIVE does not have it yet.'));
  const counts = [...there.expressions.values()].map(
    ({ language, expressions }) => `${language.value} ${expressions.length}`,
  );
  return textLine(t('Expressions in LIVE: {0}.', counts.join(', ')));
}

function usesOf(bot: BotSnapshot, { symbol, name }: Occurrence): Markdown {
  const uses = bot.occurrences(symbol, name).filter(({ role }) => role === 'reference');
  if (uses.length === 0) return escapeMarkdown(t('Used nowhere.'));
  const places = new Set(uses.map((use) => use.dialog ?? baseNameOf(use.file.uri)));
  return list(uses.length === 1 ? t('Used once') : t('Used {0} times', uses.length), [...places]);
}

function textLine(text: string | undefined): readonly Markdown[] {
  return text === undefined || text.trim() === '' ? [] : [escapeMarkdown(shorten(text, 2 * LONGEST))];
}

function list(label: string, items: readonly string[]): Markdown {
  if (items.length === 0) return '';
  const shown = items.slice(0, SAMPLE).map((item) => escapeMarkdown(shorten(item, LONGEST)));
  return `${escapeMarkdown(label)}: ${shown.join(', ')}${items.length > SAMPLE ? ', …' : ''}`;
}
