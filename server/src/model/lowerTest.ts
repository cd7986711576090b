import { plainValue } from '../schema/plainValue';
import type { MapEntry, MapNode, SyntaxDocument } from '../syntax/tree';
import { lowerBase } from './base';
import type { ConversationTest, Expectation, NamedValue, PlainValue, Step } from './definitions';
import { lowerLink } from './dialogLink';
import {
  defined,
  entriesAt,
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

export function lowerTest(
  document: SyntaxDocument,
  root: MapNode,
  fileText: string,
): ConversationTest | undefined {
  const base = lowerBase(document, root, 'test');
  if (!base) return undefined;
  const given = mapAt(root, 'given');
  return {
    kind: 'test',
    ...base,
    ...defined({ language: name(valueAt(root, 'language')) }),
    given: {
      ...defined({ now: name(valueAt(given, 'now')) }),
      variables: lowerValues(entriesAt(given, 'variables')),
    },
    steps: mapsAt(root, 'steps').flatMap((step) => lowerStep(step, fileText) ?? []),
  };
}

function lowerStep(step: MapNode, fileText: string): Step | undefined {
  const { span } = step;
  const user = text(valueAt(step, 'user'));
  const press = text(valueAt(step, 'press'));
  const bot = text(valueAt(step, 'bot'));
  const http = mapAt(step, 'http');
  const expect = defined({ expect: lowerExpectation(mapAt(step, 'expect'), fileText) });
  if (user) return { kind: 'user', text: user, ...expect, span };
  if (press) return { kind: 'press', label: press, ...expect, span };
  if (bot) return { kind: 'bot', text: bot, span };
  if (http) {
    return {
      kind: 'http',
      ...defined({ url: text(valueAt(http, 'url')) }),
      status: number(valueAt(http, 'status')) ?? 200,
      answer: plainValue(valueAt(http, 'answer') ?? null, undefined) as PlainValue,
      span,
    };
  }
  return undefined;
}

function lowerExpectation(expect: MapNode | undefined, fileText: string): Expectation | undefined {
  if (!expect) return undefined;
  return {
    ...defined({
      intent: name(valueAt(expect, 'intent')),
      dialog: lowerLink(valueAt(expect, 'dialog'), fileText),
    }),
    variables: lowerValues(entriesAt(expect, 'variables')),
    entities: lowerValues(entriesAt(expect, 'entities')),
    contexts: namesAt(expect, 'contexts'),
    span: expect.span,
  };
}

function lowerValues(entries: readonly MapEntry[]): readonly NamedValue[] {
  return entries.flatMap(({ key, value }) => {
    const written = typed(value);
    return written ? [{ name: located(key), value: written }] : [];
  });
}
