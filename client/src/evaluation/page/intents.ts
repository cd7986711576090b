import type { IntentQualityView, LanguageEvaluationView } from '../../../../server/src/protocol';
import type { PageTexts } from '../messages';
import { headRow, link, make } from './dom';
import type { Numbers } from './format';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 200;
const HEIGHT = 14;
const MARGIN = 7;

/** Precision and recall of each intent, worst first, in numbers and as a plot. */
export function intentTable(
  { intents }: LanguageEvaluationView,
  texts: PageTexts,
  numbers: Numbers,
  open: (intent: number) => void,
): HTMLTableElement {
  const table = make('table', 'lines');
  const body = make('tbody');
  const sorted = intents
    .map((intent, index) => ({ intent, index }))
    .sort((a, b) => a.intent.f1 - b.intent.f1);
  for (const { intent, index } of sorted) {
    const row = make('tr');
    const name = make('th');
    name.scope = 'row';
    if (intent.uri === undefined) name.textContent = intent.name;
    else name.append(link(intent.name, () => open(index)));
    const picture = make('td');
    picture.append(plot(intent));
    row.append(
      name,
      make('td', 'number', String(intent.support)),
      make('td', 'number', numbers.percent(intent.precision)),
      make('td', 'number', numbers.percent(intent.recall)),
      make('td', 'number', numbers.percent(intent.f1)),
      picture,
    );
    body.append(row);
  }
  table.append(
    headRow(texts.intent, texts.expressions, texts.precision, texts.recall, texts.f1, texts.plot),
    body,
  );
  return table;
}

/** A circle for precision and a diamond for recall on a line from 0 to 1; the numbers stand beside it. */
function plot({ precision, recall }: IntentQualityView): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', String(WIDTH));
  svg.setAttribute('height', String(HEIGHT));
  svg.setAttribute('aria-hidden', 'true');
  const middle = HEIGHT / 2;
  const at = (share: number): number => MARGIN + share * (WIDTH - 2 * MARGIN);
  const shape = (
    name: string,
    className: string,
    attributes: Readonly<Record<string, string | number>>,
  ): void => {
    const made = document.createElementNS(SVG, name);
    made.setAttribute('class', className);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    svg.append(made);
  };
  shape('line', 'axis', { x1: at(0), x2: at(1), y1: middle, y2: middle });
  shape('line', 'span', { x1: at(precision), x2: at(recall), y1: middle, y2: middle });
  shape('circle', 'precision', { cx: at(precision), cy: middle, r: 4 });
  const x = at(recall);
  shape('polygon', 'recall', {
    points: `${x - 5},${middle} ${x},${middle - 5} ${x + 5},${middle} ${x},${middle + 5}`,
  });
  return svg;
}
