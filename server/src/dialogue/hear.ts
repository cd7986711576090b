import { t } from '@vscode/l10n';
import { foldName } from '../model/occurrence';
import type { Model } from '../nlp/contract';
import { understand } from '../nlp/understand';
import { goTo } from './run';
import type { RunnableAsk, RunnableDialog } from './runnable';
import { bestMatch, saidIn, without } from './said';
import { speak } from './speak';
import type { Heard } from './turn';
import { triggeredDialog } from './triggers';
import { valueFor } from './variables';
import type { Working } from './working';

/** The model of a language; undefined when there is none, and nothing is understood then. */
export type Models = (language: string) => Model | undefined;

/** More intents than this are of no interest to anyone who reads a trace. */
const MOST_INTENTS = 5;

/** The user says something: a pending question takes it first, then whatever dialog the intent leads to. */
export function hear(working: Working, models: Models, text: string): void {
  working.counters.messages++;
  const heard = makeSense(working, models, text);
  working.heard = heard;
  const tooLong = text.length > working.bot.settings.maxMessageLength;
  // Of before, only what is for a variable still counts.
  working.said = working.said.filter(({ variable }) => variable !== undefined);
  const { pending } = working;
  const asking = pending && working.bot.dialogs.get(foldName(pending.dialog));
  if (pending && asking?.wayOn.kind !== 'ask') {
    age(working);
    working.problem(t("the conversation stood in '{0}', which is gone", pending.dialog));
    goTo(working, working.bot.defaults.welcome, 'gone');
    return;
  }
  const intent = heard.understood ? heard.intents[0]?.name : undefined;
  const triggered = intent === undefined ? undefined : triggeredDialog(working.bot, intent, working.contexts);
  age(working);
  if (tooLong) {
    notUnderstood(working);
  } else if (asking?.wayOn.kind === 'ask') {
    working.said = [
      ...working.said,
      ...saidIn(working.bot, text, heard.entities, undefined, working.language),
    ];
    if (!answer(working, asking.wayOn.ask, text, heard)) {
      if (triggered !== undefined && intent !== undefined) begin(working, text, heard, intent, triggered);
      else retry(working, asking, asking.wayOn.ask);
    }
  } else if (triggered !== undefined && intent !== undefined) {
    begin(working, text, heard, intent, triggered);
  } else {
    notUnderstood(working);
  }
}

function makeSense(working: Working, models: Models, text: string): Heard {
  const model = models(working.language);
  if (!model) {
    working.problem(t('the NLP is not trained for {0}', working.language));
    return { text, intents: [], entities: [], understood: false };
  }
  const { intents, entities, understood } = understand(model, text, working.bot.settings, working.now);
  return { text, intents: intents.slice(0, MOST_INTENTS), entities, understood };
}

/** A context lasts for so many messages of the user, and this was one. */
function age(working: Working): void {
  for (const name of Object.keys(working.contexts)) {
    const left = (working.contexts[name] ?? 0) - 1;
    if (left > 0) working.contexts[name] = left;
    else delete working.contexts[name];
  }
}

/** A dialog that an intent triggers: what its message said for variables is kept first. */
function begin(working: Working, text: string, heard: Heard, intent: string, dialog: string): void {
  working.said = saidIn(working.bot, text, heard.entities, intent, working.language);
  for (const { variable: name, value } of working.said) {
    const variable = name === undefined ? undefined : working.bot.variables.get(foldName(name));
    const held = variable && valueFor(variable, value);
    if (variable && held !== undefined) working.set(variable.name, held);
  }
  goTo(working, dialog, 'intent');
}

/** Takes the message as the answer to a question; false when it is none. */
function answer(working: Working, ask: RunnableAsk, text: string, heard: Heard): boolean {
  const match = ask.entity === undefined ? undefined : bestMatch(heard.entities, ask.entity);
  const given = ask.entity === undefined ? text.trim() : match?.value;
  if (given === undefined || given === '') return false;
  const value = ask.save ? valueFor(ask.save, given) : given;
  if (value === undefined) {
    working.problem(t("'{0}' cannot hold '{1}'", ask.save?.name ?? '', String(given)));
    return false;
  }
  // A free answer is one thing as a whole.
  working.said = match ? without(working.said, match) : [];
  if (ask.save) {
    working.set(ask.save.name, value);
    working.unsay(ask.save.name);
  }
  goTo(working, ask.next, 'answer');
  return true;
}

function retry(working: Working, dialog: RunnableDialog, ask: RunnableAsk): void {
  const attempt = (working.pending?.attempts ?? 0) + 1;
  if (!ask.retry) {
    notUnderstood(working);
    return;
  }
  const { text, max, next } = ask.retry;
  if (max !== undefined && next !== undefined && attempt > max) {
    goTo(working, next, 'retry');
    return;
  }
  working.pending = { dialog: dialog.name, attempts: attempt };
  working.dialog = dialog.name;
  working.note({ type: 'asked-again', dialog: dialog.name, attempt });
  speak(working, dialog.name, text);
}

/** Says so. A question that waits keeps waiting. */
export function notUnderstood(working: Working): void {
  working.counters.notUnderstood++;
  const dialog = working.bot.defaults.notUnderstood;
  if (dialog !== undefined) goTo(working, dialog, 'not-understood');
}
