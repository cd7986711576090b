import type { ConversationTest, NamedValue, Step } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import type { Span } from '../../text/range';
import { factTable, oncePerTree } from '../engine/table';
import { append } from './names';

/** One thing that a test expects after a conversation. */
export interface Expected {
  readonly test: ConversationTest;
  /** The conversation up to there, as text: equal for tests that say and answer the same. */
  readonly history: string;
  /** What is expected: `intent`, `dialog`, `variable …`, or the message of the bot by its number in the turn. */
  readonly what: string;
  readonly value: string;
  readonly span: Span;
}

/** Everything that the conversation tests of a file expect, in its order. */
export const expectedIn = oncePerTree((file: ProjectFile): readonly Expected[] =>
  file.definitions.flatMap((test) => (test.kind === 'test' ? expectedOf(test) : [])),
);

/** What tests expect, by `history what`, each value once. */
export const expectations = factTable(['test'], (file) => {
  const found = new Map<string, string[]>();
  for (const { history, what, value } of expectedIn(file))
    append(found, expectationKey({ history, what }), value);
  return found;
});

export function expectationKey({ history, what }: Pick<Expected, 'history' | 'what'>): string {
  return `${history} ${what}`;
}

/** A turn: what the user does, with what happens until the user's next step. */
function turnsOf(steps: readonly Step[]): readonly Step[][] {
  const turns: Step[][] = [[]];
  for (const step of steps) {
    if (step.kind === 'user' || step.kind === 'press') turns.push([step]);
    else turns.at(-1)?.push(step);
  }
  return turns;
}

function expectedOf(test: ConversationTest): Expected[] {
  const { language, given, steps } = test;
  const history: unknown[] = [language?.value ?? '', given.now?.value ?? '', plain(given.variables)];
  const found: Expected[] = [];
  for (const turn of turnsOf(steps)) {
    // What is expected holds at the end of a turn, when every call was answered.
    history.push(turn.flatMap((step) => said(step)));
    const key = JSON.stringify(history);
    let messages = 0;
    for (const step of turn) {
      if (step.kind === 'bot') {
        const what = `message ${++messages}`;
        found.push({ test, history: key, what, value: step.text.value, span: step.text.span });
      } else if (step.kind !== 'http' && step.expect) {
        const { intent, dialog, variables } = step.expect;
        const add = (what: string, value: string, span: Span): void =>
          void found.push({ test, history: key, what, value, span });
        if (intent) add('intent', foldName(intent.value), intent.span);
        if (dialog) add('dialog', foldName(dialog.text.value), dialog.text.span);
        for (const { name, value } of variables) {
          add(`variable ${foldName(name.value)}`, String(value.value), value.span);
        }
      }
    }
  }
  return found;
}

function said(step: Step): unknown[] {
  if (step.kind === 'user') return ['user', step.text.value];
  if (step.kind === 'press') return ['press', step.label.value];
  return step.kind === 'http' ? ['http', step.status, step.answer] : [];
}

function plain(values: readonly NamedValue[]): unknown {
  const pairs = values.map(({ name, value }): [string, unknown] => [foldName(name.value), value.value]);
  return pairs.sort(([a], [b]) => (a < b ? -1 : 1));
}
