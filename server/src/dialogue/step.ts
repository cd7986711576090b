import { t } from '@vscode/l10n';
import { foldName } from '../model/occurrence';
import type { PredictContext } from '../nlp/contract';
import { hear, notUnderstood, type Models } from './hear';
import { savedOf } from './http';
import { fail, goOn, goTo } from './run';
import type { RunnableBot, RunnableDialog } from './runnable';
import type { Session } from './session';
import { speak } from './speak';
import type { Event, Outcome } from './turn';
import { Working } from './working';

/**
 * One step of a conversation. Pure: the same bot, models, session, event and moment give the same outcome, and nothing is
 * changed. Never throws, whatever the bot says and the user does; what goes wrong is told in the trace.
 *
 * @param session as `createSession` or an earlier step left it; it may have been written as JSON and read again
 * @param now the moment on the user's clock
 */
export function step(
  bot: RunnableBot,
  models: Models,
  session: Session,
  event: Event,
  now: PredictContext,
): Outcome {
  const working = new Working(bot, session, now);
  if (!bot.active) whileInactive(working, session);
  else take(working, models, session, event);
  return working.outcome();
}

/** A bot that is switched off says so, and the conversation stays where it is. */
function whileInactive(working: Working, session: Session): void {
  const key = working.bot.defaults.disabled;
  const dialog = key === undefined ? undefined : working.bot.dialogs.get(key);
  working.waiting = session.waiting;
  if (!dialog) return;
  working.note({ type: 'entered', dialog: dialog.name, why: 'disabled' });
  for (const { text } of dialog.say) speak(working, dialog.name, text);
}

function take(working: Working, models: Models, session: Session, event: Event): void {
  switch (event.type) {
    case 'answer':
    case 'done':
    case 'failed':
      resume(working, session, event);
      return;
    case 'language':
      working.waiting = session.waiting;
      if (working.bot.languages.includes(event.language)) working.language = event.language;
      else working.problem(t("the bot does not speak '{0}'", event.language));
      return;
    default:
      if (session.waiting)
        working.problem(t('the user went on before the answer came'), session.waiting.dialog);
  }
  if (event.type === 'start') goTo(working, working.bot.defaults.welcome, 'start');
  else if (event.type === 'press') press(working, event.button);
  else hear(working, models, event.text);
}

function press(working: Working, id: string): void {
  if (!working.isOffered(id)) {
    working.problem(t("button '{0}' was never offered", id));
    notUnderstood(working);
    return;
  }
  const button = working.bot.buttons.get(id);
  if (button?.url) return;
  if (button?.next !== undefined && working.bot.dialogs.has(button.next))
    goTo(working, button.next, 'button');
  else {
    working.problem(t("button '{0}' leads to a dialog that is gone", id));
    goTo(working, working.bot.defaults.welcome, 'gone');
  }
}

type EffectEvent = Extract<Event, { readonly effect: number }>;

/** Goes on where an effect was asked for. An answer that comes too late changes nothing. */
function resume(working: Working, session: Session, event: EffectEvent): void {
  const { waiting } = session;
  if (waiting?.effect !== event.effect) {
    working.waiting = waiting;
    working.problem(t('the answer came when nobody waited for it any more'));
    return;
  }
  working.entered = waiting.entered;
  working.failing = waiting.failing;
  const dialog = working.bot.dialogs.get(foldName(waiting.dialog));
  const action = dialog?.do[waiting.action];
  if (!dialog || action?.kind !== waiting.type) {
    working.problem(t("the conversation stood in '{0}', which is gone", waiting.dialog));
    goTo(working, working.bot.defaults.welcome, 'gone');
    return;
  }
  settle(working, dialog, waiting.action, event);
}

function settle(working: Working, dialog: RunnableDialog, index: number, event: EffectEvent): void {
  const action = dialog.do[index];
  const onError = action?.kind === 'http' ? action.onError : undefined;
  if (event.type === 'failed') {
    fail(working, event.reason, onError);
    return;
  }
  if (action?.kind === 'http') {
    const saved =
      event.type === 'answer'
        ? savedOf(action, event.status, event.body)
        : ({ ok: false, problem: t('the service gave no answer') } as const);
    if (!saved.ok) {
      fail(working, saved.problem, onError);
      return;
    }
    for (const [name, value] of saved.value) {
      working.set(name, value);
      working.unsay(name);
    }
  }
  goOn(working, dialog, index + 1);
}
