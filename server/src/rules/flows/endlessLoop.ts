import { t } from '@vscode/l10n';
import type { Dialog } from '../../model/definitions';
import type { BotSnapshot } from '../../project/snapshot';
import type { Rule } from '../rule';
import { buttonsOf, keyOf, targetOf } from '../support/dialogs';
import { meta } from './endlessLoop.meta';

/** Rule 14: dialogs that lead to each other for ever, without ever waiting for the user. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    const doomed = neverStopping(bot);
    const visited = new Set<string>();
    for (const { file, item } of bot.dialogs) {
      const path: string[] = [];
      let key = keyOf(item);
      while (doomed.has(key) && !visited.has(key)) {
        visited.add(key);
        path.push(key);
        key = doomed.get(key)?.[0] ?? '';
      }
      const start = path.indexOf(key);
      if (start === -1) continue;
      const ring = [...path.slice(start), key].map((name) => bot.dialog(name)[0]?.item.name.value ?? name);
      const first = bot.dialog(key)[0] ?? { file, item };
      yield {
        file: first.file,
        span: first.item.name.span,
        message: t(
          'These dialogs lead to each other for ever, and never wait for the user: {0}. Ask something, add buttons, or end.',
          ring.slice(0, 10).join(' → '),
        ),
      };
    }
  },
};

/** Dialogs from which no way leads to one that waits or ends, with where each goes on to. */
function neverStopping(bot: BotSnapshot): ReadonlyMap<string, readonly string[]> {
  const onward = new Map<string, readonly string[]>();
  const back = new Map<string, string[]>();
  const stopping: string[] = [];
  for (const { item } of bot.dialogs) {
    const key = keyOf(item);
    const targets = onwardFrom(item);
    if (targets.length === 0 || targets.some((target) => bot.dialog(target).length === 0)) stopping.push(key);
    onward.set(key, targets);
    for (const target of targets) {
      const sources = back.get(target) ?? [];
      back.set(target, sources);
      sources.push(key);
    }
  }
  for (let key = stopping.pop(); key !== undefined; key = stopping.pop()) {
    if (onward.delete(key)) for (const source of back.get(key) ?? []) stopping.push(source);
  }
  return onward;
}

/** Where a dialog goes on to by itself; empty when it waits or ends. */
function onwardFrom(dialog: Dialog): readonly string[] {
  const [way, second] = dialog.waysOn;
  if (second || buttonsOf(dialog).length > 0) return [];
  if (way?.value === 'next' && dialog.next) return [targetOf(dialog, dialog.next)];
  if (way?.value !== 'goto') return [];
  // Where no condition holds, a goto without a last branch goes nowhere.
  if (!dialog.goto?.some(({ when }) => !when)) return [];
  const targets = dialog.goto.map(({ next }) => (next ? targetOf(dialog, next) : undefined));
  return targets.some((target) => target === undefined) ? [] : targets.flatMap((target) => target ?? []);
}
