import { t } from '@vscode/l10n';
import { requestOf } from './http';
import type { HttpAction, RunnableAction, RunnableDialog } from './runnable';
import { render, type Template } from './text';
import type { Effect } from './turn';
import { valueFor } from './variables';
import type { Working } from './working';

/** Asks the host for a call; the conversation waits for its answer. */
export function actHttp(
  working: Working,
  dialog: RunnableDialog,
  action: HttpAction,
  index: number,
): { readonly ok: true } | { readonly ok: false; readonly problem: string } {
  const request = requestOf(action, working.value);
  if (!request.ok) return request;
  wait(working, dialog, index, { type: 'http', id: working.counters.effects + 1, request: request.value });
  return { ok: true };
}

/** Asks the host to bring in a person. */
export function actHandover(working: Working, dialog: RunnableDialog, note: Template, index: number): void {
  const { text, problems } = render(note, working.language, working.value);
  for (const problem of problems) working.problem(problem);
  wait(working, dialog, index, { type: 'handover', id: working.counters.effects + 1, note: text });
}

function wait(working: Working, dialog: RunnableDialog, action: number, effect: Effect): void {
  working.counters.effects = effect.id;
  working.effect(effect);
  working.note({ type: 'effect', dialog: dialog.name, effect });
  working.waiting = {
    effect: effect.id,
    type: effect.type,
    dialog: dialog.name,
    action,
    entered: working.entered,
    failing: working.failing,
  };
}

/** Each assignment sees what the ones before it did. One that comes to nothing leaves its variable as it is. */
export function actSet(
  working: Working,
  assignments: Extract<RunnableAction, { kind: 'set' }>['assignments'],
): void {
  for (const { name, variable, expression } of assignments) {
    const result = expression.evaluate(working.value, working.sys);
    const value = result.ok && variable ? valueFor(variable, result.value) : undefined;
    if (variable && value !== undefined) {
      working.set(variable.name, value);
      working.unsay(variable.name);
    } else {
      const reason = result.ok ? t('the variable cannot hold this value') : result.problem;
      working.problem(t("'{0}' was not set: {1}", name, reason));
    }
  }
}
