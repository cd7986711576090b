import type { LanguageEvaluationView } from '../../../../server/src/protocol';
import type { PageTexts } from '../messages';
import { make } from './dom';
import { fill } from './format';
import { type Matrix, moved, strengthOf } from './matrix';

/**
 * The confusion matrix as a table that a screen reader reads by row and column, and in which arrow keys go from cell to
 * cell. Numbers say what colours say.
 *
 * @param choose somebody wants to see the expressions of a cell
 */
export function grid(
  { intents }: LanguageEvaluationView,
  matrix: Matrix,
  texts: PageTexts,
  choose: (expected: number, answered: number) => void,
): HTMLTableElement {
  const table = make('table', 'matrix');
  table.setAttribute('role', 'grid');
  table.setAttribute('aria-labelledby', 'matrix-title');
  table.setAttribute('aria-describedby', 'matrix-help');
  const nameOf = (intent: number): string => intents[intent]?.name ?? '';
  const head = make('thead');
  const titles = make('tr');
  titles.append(
    heading('', 'col', texts.corner),
    ...matrix.intents.map((one) => heading(nameOf(one), 'col')),
  );
  head.append(titles);
  const body = make('tbody');
  const cells = matrix.intents.map((expected) =>
    matrix.intents.map((answered) => {
      const count = matrix.count(expected, answered);
      const isRight = expected === answered;
      const cell = make('td', isRight ? 'right' : 'wrong', count === 0 ? '' : String(count));
      cell.tabIndex = -1;
      cell.dataset['strength'] = String(strengthOf(count, intents[expected]?.support ?? 0));
      const label = isRight
        ? fill(texts.rightCell, nameOf(expected), count)
        : fill(texts.cell, nameOf(expected), nameOf(answered), count);
      cell.setAttribute('aria-label', label);
      cell.title = label;
      if (count > 0) cell.addEventListener('click', () => choose(expected, answered));
      return cell;
    }),
  );
  for (const [index, expected] of matrix.intents.entries()) {
    const row = make('tr');
    row.append(heading(nameOf(expected), 'row'), ...(cells[index] ?? []));
    body.append(row);
  }
  table.append(head, body);
  followKeys(table, cells);
  return table;
}

function heading(name: string, scope: 'row' | 'col', label = name): HTMLTableCellElement {
  const cell = make('th');
  cell.scope = scope;
  cell.title = label;
  cell.setAttribute('aria-label', label);
  cell.append(make('span', '', name));
  return cell;
}

/** One cell is in the order of Tab; the others are reached from it. */
function followKeys(table: HTMLTableElement, cells: readonly (readonly HTMLElement[])[]): void {
  const places = new Map(
    cells.flatMap((row, y) => row.map((cell, x) => [cell as EventTarget, { row: y, column: x }] as const)),
  );
  const [first] = cells[0] ?? [];
  if (first) first.tabIndex = 0;
  table.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof HTMLElement) || !places.has(target)) return;
    for (const cell of table.querySelectorAll<HTMLElement>('td[tabindex="0"]')) cell.tabIndex = -1;
    target.tabIndex = 0;
  });
  table.addEventListener('keydown', (event) => {
    const place = event.target && places.get(event.target);
    if (!place) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      cells[place.row]?.[place.column]?.click();
      return;
    }
    const next = moved(event.key, place, cells.length);
    if (!next) return;
    event.preventDefault();
    cells[next.row]?.[next.column]?.focus();
  });
}
