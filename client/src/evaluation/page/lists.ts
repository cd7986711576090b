import type { HeldOutView, LanguageEvaluationView } from '../../../../server/src/protocol';
import type { PageTexts } from '../messages';
import { headRow, link, make } from './dom';
import { fill, type Numbers } from './format';

/** So many lines at once: a page with all of a large bot would be slow. */
const MOST_LINES = 500;

interface Tools {
  readonly texts: PageTexts;
  readonly numbers: Numbers;
}

/** What is not understood as it should be, each line a click from its place. */
export function expressionList(
  expressions: readonly HeldOutView[],
  { texts, numbers }: Tools,
  open: (expression: HeldOutView) => void,
): readonly HTMLElement[] {
  if (expressions.length === 0) return [make('p', '', texts.nothingWrong)];
  const table = make('table', 'lines');
  const body = make('tbody');
  const rowOf = (expression: HeldOutView): HTMLElement => {
    const { text, expected, predicted, score, kind } = expression;
    const row = make('tr', kind);
    const name = make('th');
    name.scope = 'row';
    name.append(link(text, () => open(expression)));
    row.append(
      name,
      make('td', '', expected),
      make('td', '', predicted),
      make('td', 'number', numbers.score(score)),
      make('td', '', kindText(kind, texts)),
    );
    return row;
  };
  table.append(headRow(texts.expression, texts.intent, texts.takenFor, texts.scoreOfBest, texts.what), body);
  const more = make('button');
  more.type = 'button';
  const showMore = (): void => {
    const from = body.rows.length;
    body.append(...expressions.slice(from, from + MOST_LINES).map(rowOf));
    const left = expressions.length - body.rows.length;
    more.textContent = fill(texts.more, left);
    more.hidden = left === 0;
    // A button that goes takes the focus with it, and a list that grows is read on where it was.
    if (from > 0) body.rows[from]?.querySelector('button')?.focus();
  };
  more.addEventListener('click', showMore);
  showMore();
  return [table, more];
}

export function kindText(kind: HeldOutView['kind'], texts: PageTexts): string {
  switch (kind) {
    case 'other-intent':
      return texts.otherIntent;
    case 'not-understood':
      return texts.notUnderstood;
    case 'only-just':
      return texts.onlyJust;
  }
}

/** Pairs of intents that are taken for each other, with the expressions that cause it. */
export function overlapList(
  { overlaps }: LanguageEvaluationView,
  tools: Tools,
  open: (overlap: number, expression: number) => void,
): readonly HTMLElement[] {
  if (overlaps.length === 0) return [make('p', '', tools.texts.noOverlap)];
  return overlaps.map(({ intents: [one, other], expressions }, index) => {
    const details = make('details');
    details.append(
      make('summary', '', fill(tools.texts.overlap, one, other, expressions.length)),
      ...expressionList(expressions, tools, (expression) => open(index, expressions.indexOf(expression))),
    );
    return details;
  });
}
