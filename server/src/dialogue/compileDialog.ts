import type { Action, Dialog, DialogLink, Message, PlainValue } from '../model/definitions';
import { foldName } from '../model/occurrence';
import { compileExpression } from './condition/expression';
import type {
  BodyTemplate,
  RunnableAction,
  RunnableDialog,
  RunnableMessage,
  RunnableVariable,
  RunnableWayOn,
} from './runnable';
import { compileLocalized, compileTemplate } from './text';

type Variables = ReadonlyMap<string, RunnableVariable>;

/** Compiles one dialog; links become keys of dialogs, names of variables the variables. */
export function compileDialog(dialog: Dialog, variables: Variables): RunnableDialog {
  const name = `${dialog.flow}/${dialog.name.value}`;
  return {
    name,
    contexts: dialog.contexts.map((context) => ({
      name: foldName(context.name.value),
      lifespan: context.lifespan,
    })),
    say: dialog.say.map((message, index) => compileMessage(message, `${name}#${index}`, dialog)),
    do: dialog.do.map((action) => compileAction(action, dialog, variables)),
    wayOn: compileWayOn(dialog, variables),
  };
}

/** Where a link leads, as the key of a dialog. */
function keyOf({ flow }: Dialog, link: DialogLink): string {
  return foldName(`${link.flow?.value ?? flow}/${link.dialog.value}`);
}

function compileMessage(message: Message, id: string, dialog: Dialog): RunnableMessage {
  return {
    text: compileLocalized(message.text),
    buttons: message.buttons.map((button, index) => ({
      id: `${id}.${index}`,
      label: compileLocalized(button.label),
      ...(button.next && { next: keyOf(dialog, button.next) }),
      ...(button.url && { url: compileTemplate(button.url.value) }),
    })),
  };
}

/** Of a dialog with two ways on (a finding) the first counts, in the order of the format. */
function compileWayOn(dialog: Dialog, variables: Variables): RunnableWayOn {
  const { ask, goto, next } = dialog;
  if (ask) {
    const { entity, save, retry } = ask;
    const saved = save && variables.get(foldName(save.value));
    return {
      kind: 'ask',
      ask: {
        text: compileLocalized(ask.text),
        ...(entity && { entity: entity.value }),
        ...(saved && { save: saved }),
        ...(retry && {
          retry: {
            text: compileLocalized(retry.text),
            ...(retry.max !== undefined && { max: retry.max }),
            ...(retry.next && { next: keyOf(dialog, retry.next) }),
          },
        }),
        next: ask.next && keyOf(dialog, ask.next),
      },
    };
  }
  if (goto) {
    return {
      kind: 'goto',
      branches: goto.map((branch) => ({
        ...(!branch.isUnconditional && { when: compileExpression(branch.when?.value ?? '') }),
        next: branch.next && keyOf(dialog, branch.next),
      })),
    };
  }
  if (next) return { kind: 'next', next: keyOf(dialog, next) };
  return { kind: dialog.end ? 'end' : 'wait' };
}

function compileAction(action: Action, dialog: Dialog, variables: Variables): RunnableAction {
  const find = (name: string): RunnableVariable | undefined => variables.get(foldName(name));
  switch (action.kind) {
    case 'http':
      return {
        kind: 'http',
        method: action.method?.value ?? 'GET',
        url: compileTemplate(action.url?.value ?? ''),
        headers: action.headers.map(({ name, value }) => ({
          name: name.value,
          value: compileTemplate(value.value),
        })),
        ...(action.secret && { secret: action.secret.value }),
        ...(action.body !== undefined && { body: compileBody(action.body) }),
        save: action.save.map(({ variable, pointer }) => ({
          name: variable.value,
          variable: find(variable.value),
          pointer: readPointer(pointer.value),
        })),
        ...(action.onError && { onError: keyOf(dialog, action.onError) }),
      };
    case 'set':
      return {
        kind: 'set',
        assignments: action.assignments.map(({ variable, expression }) => ({
          name: variable.value,
          variable: find(variable.value),
          expression: compileExpression(expression.value),
        })),
      };
    case 'clear':
      return { kind: 'clear', variables: action.variables.flatMap(({ value }) => find(value) ?? []) };
    case 'language':
      return { kind: 'language', language: action.language.value };
    case 'handover':
      return { kind: 'handover', note: compileTemplate(action.message?.value ?? '') };
  }
}

/** RFC 6901. */
function readPointer(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function compileBody(value: PlainValue): BodyTemplate {
  if (typeof value === 'string') return { kind: 'text', template: compileTemplate(value) };
  if (value === null || typeof value !== 'object') return { kind: 'value', value };
  if (isList(value)) return { kind: 'list', items: value.map(compileBody) };
  return { kind: 'map', entries: Object.entries(value).map(([key, inner]) => [key, compileBody(inner)]) };
}

/** `Array.isArray` does not narrow a read-only list. */
function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}
