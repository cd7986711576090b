import { t } from '@vscode/l10n';
import { actHandover, actHttp, actSet } from './actions';
import type { RunnableDialog } from './runnable';
import { foldName } from '../model/occurrence';
import { speak } from './speak';
import type { Reason } from './turn';
import { valueFor } from './variables';
import type { Working } from './working';

/** How many dialogs the bot may go through without the user doing anything. */
export const MOST_DIALOGS = 100;

/** Where the conversation goes next, and why; undefined when it waits. */
export type Next = { readonly dialog: string | undefined; readonly why: Reason } | undefined;

/**
 * Enters a dialog and goes on from there until the conversation waits for the user or for an effect. A question that was
 * asked is given up; only a bot that did not understand still waits for its answer.
 */
export function goTo(working: Working, dialog: string | undefined, why: Reason): void {
  if (why !== 'not-understood') working.pending = null;
  follow(working, { dialog, why });
}

/** Goes on in a dialog behind one of its actions, whose effect was answered. */
export function goOn(working: Working, dialog: RunnableDialog, action: number): void {
  follow(working, finish(working, dialog, action));
}

/** An error that `onError` or the bot's error dialog answers. Where that fails as well, the turn ends. */
export function fail(working: Working, problem: string, onError?: string): void {
  follow(working, failed(working, problem, onError));
}

function follow(working: Working, first: Next): void {
  for (let next = first; next; ) next = enter(working, next.dialog, next.why);
}

/** Where an error leads. The error dialog is tried once per turn of the user. */
function failed(working: Working, problem: string, onError?: string): Next {
  working.problem(problem);
  const dialog = onError ?? working.bot.defaults.error;
  if (onError === undefined) {
    if (working.failing || dialog === undefined) return undefined;
    working.failing = true;
  }
  return { dialog, why: 'error' };
}

function enter(working: Working, key: string | undefined, why: Reason): Next {
  const dialog = key === undefined ? undefined : working.bot.dialogs.get(key);
  if (!dialog) return failed(working, t("there is no dialog '{0}'", key ?? ''));
  if (working.entered >= MOST_DIALOGS) return loop(working);
  working.entered++;
  working.dialog = dialog.name;
  working.note({ type: 'entered', dialog: dialog.name, why });
  for (const { name, lifespan } of dialog.contexts) working.contexts[name] = lifespan;
  for (const { text, buttons } of dialog.say) speak(working, dialog.name, text, buttons);
  return finish(working, dialog, 0);
}

/** The bot would talk for ever; the error dialog and what follows it get one more chance. */
function loop(working: Working): Next {
  const first = !working.failing;
  const next = failed(
    working,
    t('{0} dialogs without a word of the user: the bot turns in circles', MOST_DIALOGS),
  );
  if (first) working.entered = 0;
  return next;
}

/** The actions from `action` on, and then the way on. */
function finish(working: Working, dialog: RunnableDialog, action: number): Next {
  for (let index = action; index < dialog.do.length; index++) {
    const one = dialog.do[index];
    switch (one?.kind) {
      case 'http': {
        const asked = actHttp(working, dialog, one, index);
        return asked.ok ? undefined : failed(working, asked.problem, one.onError);
      }
      case 'handover':
        actHandover(working, dialog, one.note, index);
        return undefined;
      case 'set':
        actSet(working, one.assignments);
        break;
      case 'clear':
        for (const { name } of one.variables) {
          working.set(name, undefined);
          working.unsay(name);
        }
        break;
      case 'language':
        if (working.bot.languages.includes(one.language)) working.language = one.language;
        else working.problem(t("the bot does not speak '{0}'", one.language));
        break;
      case undefined:
    }
  }
  return wayOn(working, dialog);
}

function wayOn(working: Working, dialog: RunnableDialog): Next {
  const { wayOn: way } = dialog;
  switch (way.kind) {
    case 'next':
      return { dialog: way.next, why: 'next' };
    case 'goto':
      return branch(working, dialog);
    case 'ask':
      return ask(working, dialog);
    case 'end':
      working.said = [];
      return undefined;
    case 'wait':
      return undefined;
  }
}

/** The first branch that holds. A condition that comes to nothing does not hold. */
function branch(working: Working, dialog: RunnableDialog): Next {
  if (dialog.wayOn.kind !== 'goto') return undefined;
  const { sys } = working;
  for (const [index, { when, next }] of dialog.wayOn.branches.entries()) {
    const result = when?.evaluate(working.value, sys);
    const holds = !result || (result.ok && typeof result.value === 'boolean' ? result.value : undefined);
    working.note({
      type: 'condition',
      dialog: dialog.name,
      branch: index,
      ...(when && { condition: when.source }),
      holds: !result || holds,
      ...(result && !result.ok && { problem: result.problem }),
    });
    if (!result || holds === true) return { dialog: next, why: 'branch' };
  }
  return failed(working, t("no branch of '{0}' holds", dialog.name));
}

/** Asks, unless the user said it already. */
function ask(working: Working, dialog: RunnableDialog): Next {
  if (dialog.wayOn.kind !== 'ask') return undefined;
  const { entity, save, text, next } = dialog.wayOn.ask;
  if (entity !== undefined) {
    const wanted = foldName(entity);
    const variable = save && foldName(save.name);
    const known = working.said.find(
      (one) =>
        foldName(one.entity) === wanted &&
        (one.variable === undefined || foldName(one.variable) === variable),
    );
    const value = known && save ? valueFor(save, known.value) : known?.value;
    if (known && value !== undefined) {
      working.use(known);
      if (save) working.set(save.name, value);
      working.note({ type: 'skipped', dialog: dialog.name, entity });
      return { dialog: next, why: 'answer' };
    }
  }
  speak(working, dialog.name, text);
  working.pending = { dialog: dialog.name, attempts: 0 };
  return undefined;
}
