import { foldName } from '../model/occurrence';
import type { BotSnapshot, PlacedOccurrence, ProjectFile } from '../project/snapshot';
import { touches, type Span } from '../text/range';
import { bareName, extentOf, occurrenceAt, type FilePlace } from './place';

/** Something that leads to dialogs: a dialog, an intent that triggers some, or the bot with its default dialogs. */
export interface CallItem extends FilePlace {
  readonly symbol: 'dialog' | 'intent' | 'bot';
  /** For dialogs `flow/dialog`. */
  readonly name: string;
  readonly label: string;
  readonly detail: string;
  readonly extent: Span;
}

export interface Call {
  /** The other end. */
  readonly item: CallItem;
  /** Where it is written, in the file of the one that leads; an intent's own name, for what it triggers. */
  readonly spans: readonly Span[];
}

/** The dialogs or intents under the cursor; the dialog around it when it is on no such name. */
export function prepareCallHierarchy(
  bot: BotSnapshot,
  file: ProjectFile,
  offset: number,
): readonly CallItem[] {
  const named = occurrenceAt(file, offset);
  if (named?.symbol === 'dialog' || named?.symbol === 'intent') {
    return itemsOf(bot, named.symbol, named.name);
  }
  const dialogs = file.definitions.flatMap((item) => (item.kind === 'flow' ? item.dialogs : []));
  const dialog = dialogs.find(({ span }) => touches(span, offset));
  return dialog ? itemsOf(bot, 'dialog', `${dialog.flow}/${dialog.name.value}`).slice(0, 1) : [];
}

/** What leads to this dialog: dialogs, intents, and the bot for its default dialogs. */
export function incomingCalls(bot: BotSnapshot, symbol: string, name: string): readonly Call[] {
  if (symbol !== 'dialog') return [];
  const calls = new Calls();
  for (const place of bot.occurrences('dialog', name)) {
    if (place.role !== 'reference') continue;
    if (place.dialog !== undefined) calls.add(itemsOf(bot, 'dialog', place.dialog)[0], place.span);
    else if (place.position === 'default-dialog') calls.add(itemsOf(bot, 'bot', bot.id)[0], place.span);
  }
  const intent = bot.dialog(name)[0]?.item.trigger?.intent?.value;
  const item = intent === undefined ? undefined : itemsOf(bot, 'intent', intent)[0];
  if (item) calls.add(item, item.span);
  return calls.all;
}

/** Where this dialog, or this intent, leads. */
export function outgoingCalls(bot: BotSnapshot, symbol: string, name: string): readonly Call[] {
  const calls = new Calls();
  if (symbol === 'dialog') {
    const within = foldName(name);
    const own = bot.dialog(name)[0]?.file.occurrences ?? [];
    for (const place of own) {
      if (place.symbol !== 'dialog' || place.role !== 'reference') continue;
      if (place.dialog === undefined || foldName(place.dialog) !== within) continue;
      calls.add(itemsOf(bot, 'dialog', place.name)[0], place.span);
    }
  } else if (symbol === 'intent') {
    const span = itemsOf(bot, 'intent', name)[0]?.span;
    for (const { position, dialog } of bot.occurrences('intent', name)) {
      if (!span || position !== 'trigger' || dialog === undefined) continue;
      calls.add(itemsOf(bot, 'dialog', dialog)[0], span);
    }
  } else {
    for (const place of bot.occurrencesOf('dialog')) {
      if (place.position === 'default-dialog') calls.add(itemsOf(bot, 'dialog', place.name)[0], place.span);
    }
  }
  return calls.all;
}

/** Calls by their other end, each end once. */
class Calls {
  readonly #byEnd = new Map<string, { readonly item: CallItem; readonly spans: Span[] }>();

  get all(): readonly Call[] {
    return [...this.#byEnd.values()];
  }

  add(item: CallItem | undefined, span: Span): void {
    if (!item) return;
    const key = `${item.symbol} ${foldName(item.name)}`;
    const known = this.#byEnd.get(key);
    if (!known) this.#byEnd.set(key, { item, spans: [span] });
    else if (!known.spans.some(({ start }) => start === span.start)) known.spans.push(span);
  }
}

function itemsOf(bot: BotSnapshot, symbol: CallItem['symbol'], name: string): readonly CallItem[] {
  const definitions = bot.occurrences(symbol, name).filter(({ role }) => role === 'definition');
  return definitions.map((place) => itemOf(bot, symbol, place));
}

function itemOf(bot: BotSnapshot, symbol: CallItem['symbol'], place: PlacedOccurrence): CallItem {
  const label = bareName(symbol, place.name);
  return {
    symbol,
    name: place.name,
    label,
    detail: symbol === 'dialog' ? place.name.slice(0, -label.length - 1) : bot.id,
    file: place.file,
    span: place.span,
    extent: extentOf(place.file, symbol, place.span),
  };
}
