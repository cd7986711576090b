import type { MapEntry, MapNode, SyntaxDocument } from '../syntax/tree';
import { lowerBase } from './base';
import type { ConversationTest, Expectation, Step } from './definitions';
import { lowerLink } from './dialogLink';
import { defined, entriesAt, located, mapAt, mapsAt, name, text, typed, valueAt } from './read';

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
      variables: lowerVariables(entriesAt(given, 'variables')),
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
  if (http) return { kind: 'http', ...defined({ url: text(valueAt(http, 'url')) }), span };
  return undefined;
}

function lowerExpectation(expect: MapNode | undefined, fileText: string): Expectation | undefined {
  if (!expect) return undefined;
  return {
    ...defined({
      intent: name(valueAt(expect, 'intent')),
      dialog: lowerLink(valueAt(expect, 'dialog'), fileText),
    }),
    variables: lowerVariables(entriesAt(expect, 'variables')),
    span: expect.span,
  };
}

function lowerVariables(entries: readonly MapEntry[]): Expectation['variables'] {
  return entries.flatMap(({ key, value }) => {
    const written = typed(value);
    return written ? [{ name: located(key), value: written }] : [];
  });
}
