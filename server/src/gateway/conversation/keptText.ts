import type { RunnableBot } from '../../dialogue/runnable';
import type { Session } from '../../dialogue/session';
import { HIDDEN } from '../../dialogue/speak';
import type { Trace } from '../../dialogue/turn';
import { foldName } from '../../model/occurrence';

/** What of a user's message may be kept. */
export interface KeptText {
  readonly text: string;
  /** Nothing of it may be: it answers a question about something sensitive. */
  readonly isHidden: boolean;
}

/**
 * A message of a user without what is meant for a sensitive variable. The answer to a question about one is left out as a
 * whole, right or wrong; elsewhere the entities go that are only ever for such variables, and whatever one was set to.
 */
export function keptText(
  bot: RunnableBot,
  before: Session,
  text: string,
  traces: readonly Trace[],
): KeptText {
  if (bot.sensitive.size === 0) return { text, isHidden: false };
  if (asksForSensitive(bot, before)) return { text: HIDDEN, isHidden: true };
  const entities = sensitiveEntities(bot);
  const values = new Set<string>();
  const spans: { readonly start: number; readonly end: number }[] = [];
  for (const { heard, entries } of traces) {
    for (const entry of entries) {
      const isSecret = entry.type === 'set' && bot.sensitive.has(foldName(entry.variable));
      if (isSecret && entry.value !== null) values.add(String(entry.value));
    }
    for (const match of heard?.entities ?? []) {
      if (entities.has(foldName(match.entity)) || values.has(String(match.value))) spans.push(match);
    }
  }
  return { text: withoutValues(withoutSpans(text, spans), values), isHidden: false };
}

/** Whether a question stands whose answer is for a sensitive variable. */
export function asksForSensitive(bot: RunnableBot, { pending }: Session): boolean {
  const way = pending && bot.dialogs.get(foldName(pending.dialog))?.wayOn;
  return way?.kind === 'ask' && way.ask.save !== undefined && bot.sensitive.has(foldName(way.ask.save.name));
}

const known = new WeakMap<RunnableBot, ReadonlySet<string>>();

/** Entities (names case folded) that questions and annotations use for sensitive variables. */
function sensitiveEntities(bot: RunnableBot): ReadonlySet<string> {
  const before = known.get(bot);
  if (before) return before;
  const found = new Set<string>();
  for (const { wayOn } of bot.dialogs.values()) {
    if (wayOn.kind !== 'ask' || wayOn.ask.entity === undefined || !wayOn.ask.save) continue;
    if (bot.sensitive.has(foldName(wayOn.ask.save.name))) found.add(foldName(wayOn.ask.entity));
  }
  for (const [key, { variables }] of bot.roles) {
    const [, entity = ''] = key.split(' ');
    if (variables.some((name) => bot.sensitive.has(foldName(name)))) found.add(foldName(entity));
  }
  known.set(bot, found);
  return found;
}

function withoutSpans(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  let kept = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start >= at) kept += text.slice(at, start) + HIDDEN;
    at = Math.max(at, end);
  }
  return kept + text.slice(at);
}

/** A value that was said in words that no entity marks; longer ones first, so that a part of one does not show. */
function withoutValues(text: string, values: ReadonlySet<string>): string {
  const longest = [...values].filter((value) => value !== '').sort((a, b) => b.length - a.length);
  return longest.reduce((rest, value) => rest.replaceAll(value, HIDDEN), text);
}
