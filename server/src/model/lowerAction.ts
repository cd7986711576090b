import { plainValue } from '../schema/plainValue';
import type { MapEntry, MapNode, SyntaxNode } from '../syntax/tree';
import type { Located } from '../text/range';
import type { Action, PlainValue } from './definitions';
import { lowerLink } from './dialogLink';
import { defined, entriesAt, entryAt, located, name, text, valueAt } from './read';

/** An action by the key that names it; undefined when there is no such action or its value has the wrong type. */
export function lowerAction(action: MapNode, fileText: string): Action | undefined {
  const { span } = action;
  for (const { key, value } of action.entries) {
    const lowered = lowerByKey(key.text, value, fileText);
    if (lowered) return { ...lowered, span };
  }
  return undefined;
}

type Unplaced<T> = T extends unknown ? Omit<T, 'span'> : never;

function lowerByKey(key: string, value: SyntaxNode | null, fileText: string): Unplaced<Action> | undefined {
  switch (key) {
    case 'http':
      return value?.kind === 'map' ? lowerHttp(value, fileText) : undefined;
    case 'set':
      return value?.kind === 'map'
        ? { kind: 'set', assignments: pairs(value.entries, 'variable', 'expression') }
        : undefined;
    case 'clear':
      return value?.kind === 'list'
        ? { kind: 'clear', variables: value.items.flatMap((item) => name(item) ?? []) }
        : undefined;
    case 'language': {
      const language = name(value);
      return language && { kind: 'language', language };
    }
    case 'handover':
      return { kind: 'handover', ...defined({ message: text(value) }) };
    default:
      return undefined;
  }
}

function lowerHttp(http: MapNode, fileText: string): Unplaced<Action> {
  const body = entryAt(http, 'body');
  return {
    kind: 'http',
    ...defined({
      method: name(valueAt(http, 'method')),
      url: text(valueAt(http, 'url')),
      secret: name(valueAt(http, 'secret')),
      onError: lowerLink(valueAt(http, 'onError'), fileText),
      body: body && (plainValue(body.value, undefined) as PlainValue),
    }),
    headers: pairs(entriesAt(http, 'headers'), 'name', 'value'),
    save: pairs(entriesAt(http, 'save'), 'variable', 'pointer'),
  };
}

/** Entries as pairs of what the key and what the value say. */
function pairs<K extends string, V extends string>(
  entries: readonly MapEntry[],
  left: K,
  right: V,
): Record<K | V, Located>[] {
  return entries.flatMap(({ key, value }) => {
    const written = text(value);
    return written ? [{ [left]: located(key), [right]: written } as Record<K | V, Located>] : [];
  });
}
