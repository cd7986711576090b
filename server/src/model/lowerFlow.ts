import type { MapEntry, MapNode, SyntaxDocument } from '../syntax/tree';
import type { Located } from '../text/range';
import { lowerBase } from './base';
import type { Ask, Branch, Button, Dialog, Flow, Message, Retry, Trigger, WayOn } from './definitions';
import { lowerLink } from './dialogLink';
import { EntryMemo } from './entryMemo';
import { lowerLocalized } from './localized';
import { lowerAction } from './lowerAction';
import {
  defined,
  entriesAt,
  entryAt,
  located,
  mapAt,
  mapsAt,
  name,
  namesAt,
  number,
  text,
  typed,
  valueAt,
} from './read';

const WAYS_ON: readonly WayOn[] = ['ask', 'goto', 'next', 'end'];

/** Of the entries of a flow's `dialogs` that an edit has left alone. */
const dialogs = new EntryMemo<Dialog | undefined>();

export function lowerFlow(document: SyntaxDocument, root: MapNode, fileText: string): Flow | undefined {
  const base = lowerBase(document, root, 'flow');
  if (!base) return undefined;
  const lowered = entriesAt(root, 'dialogs').flatMap(
    (entry) => dialogs.get(entry, base.name.value, () => lowerDialog(entry, base.name.value, fileText)) ?? [],
  );
  return { kind: 'flow', ...base, dialogs: lowered };
}

/** A dialog in which nothing stands yet is one without a way on; what is no map at all is none. */
function lowerDialog({ key, value, span }: MapEntry, flow: string, fileText: string): Dialog | undefined {
  if (value !== null && value.kind !== 'map')
    return isNothing(value) ? emptyDialog(key, flow, span) : undefined;
  if (value === null) return emptyDialog(key, flow, span);
  const goto = entryAt(value, 'goto');
  return {
    name: located(key),
    flow,
    ...defined({
      trigger: lowerTrigger(value),
      ask: lowerAsk(mapAt(value, 'ask'), fileText),
      goto: goto && mapsAt(value, 'goto').map((branch) => lowerBranch(branch, fileText)),
      next: lowerLink(valueAt(value, 'next'), fileText),
    }),
    say: mapsAt(value, 'say').map((message) => lowerMessage(message, fileText)),
    do: mapsAt(value, 'do').flatMap((action) => lowerAction(action, fileText) ?? []),
    end: typed(valueAt(value, 'end'))?.value === true,
    waysOn: WAYS_ON.flatMap((way): Located<WayOn>[] => {
      const entry = entryAt(value, way);
      return entry ? [{ value: way, span: entry.key.content }] : [];
    }),
    contexts: entriesAt(value, 'contexts').map((entry) => ({
      name: located(entry.key),
      lifespan: number(entry.value) ?? 1,
    })),
    span,
  };
}

function isNothing(value: { readonly kind: string; readonly value?: unknown }): boolean {
  return value.kind === 'scalar' && value.value === null;
}

function emptyDialog(key: MapEntry['key'], flow: string, span: Dialog['span']): Dialog {
  return { name: located(key), flow, say: [], do: [], end: false, waysOn: [], contexts: [], span };
}

function lowerTrigger(dialog: MapNode): Trigger | undefined {
  const trigger = mapAt(dialog, 'trigger');
  if (!trigger) return undefined;
  return {
    ...defined({ intent: name(valueAt(trigger, 'intent')) }),
    requires: namesAt(trigger, 'requires'),
    span: trigger.span,
  };
}

function lowerMessage(message: MapNode, fileText: string): Message {
  return {
    text: lowerLocalized(valueAt(message, 'text')),
    buttons: mapsAt(message, 'buttons').map((button) => lowerButton(button, fileText)),
    span: message.span,
  };
}

function lowerButton(button: MapNode, fileText: string): Button {
  return {
    label: lowerLocalized(valueAt(button, 'label')),
    ...defined({ next: lowerLink(valueAt(button, 'next'), fileText), url: text(valueAt(button, 'url')) }),
    span: button.span,
  };
}

function lowerAsk(ask: MapNode | undefined, fileText: string): Ask | undefined {
  if (!ask) return undefined;
  return {
    text: lowerLocalized(valueAt(ask, 'text')),
    ...defined({
      entity: name(valueAt(ask, 'entity')),
      save: name(valueAt(ask, 'save')),
      retry: lowerRetry(mapAt(ask, 'retry'), fileText),
      next: lowerLink(valueAt(ask, 'next'), fileText),
    }),
    span: ask.span,
  };
}

function lowerRetry(retry: MapNode | undefined, fileText: string): Retry | undefined {
  if (!retry) return undefined;
  return {
    text: lowerLocalized(valueAt(retry, 'text')),
    ...defined({ max: number(valueAt(retry, 'max')), next: lowerLink(valueAt(retry, 'next'), fileText) }),
    span: retry.span,
  };
}

function lowerBranch(branch: MapNode, fileText: string): Branch {
  return {
    ...defined({ when: text(valueAt(branch, 'when')), next: lowerLink(valueAt(branch, 'next'), fileText) }),
    isUnconditional: entryAt(branch, 'when') === undefined,
    span: branch.span,
  };
}
