import uPlot from 'uplot';
import type { Statistics } from '../../../../server/src/protocol';
import type { PageTexts } from '../messages';
import { share, versionName } from './numbers';

/** Height of a plot (pixels). */
const HEIGHT = 200;

/** The plots of the page, with releases marked on the time axis. They follow the page's width and the editor's colours. */
export class Plots {
  readonly #places: { readonly messages: HTMLElement; readonly understood: HTMLElement };
  readonly #texts: PageTexts;
  readonly #resize: ResizeObserver;
  #statistics: Statistics | undefined;
  #plots: uPlot[] = [];

  constructor(
    places: { readonly messages: HTMLElement; readonly understood: HTMLElement },
    texts: PageTexts,
  ) {
    this.#places = places;
    this.#texts = texts;
    this.#resize = new ResizeObserver(() => this.#fit());
    this.#resize.observe(places.messages);
    // The editor changes the classes of the body with its theme.
    new MutationObserver(() => this.#draw()).observe(document.body, { attributeFilter: ['class'] });
  }

  show(statistics: Statistics): void {
    this.#statistics = statistics;
    this.#draw();
  }

  #draw(): void {
    const statistics = this.#statistics;
    for (const plot of this.#plots) plot.destroy();
    this.#plots = [];
    for (const place of Object.values(this.#places)) place.hidden = !statistics?.timeline.length;
    if (!statistics?.timeline.length) return;
    const { messages, conversations, notUnderstood } = this.#texts;
    const points = statistics.timeline;
    const times = points.map(({ at }) => Date.parse(at) / 1000);
    this.#plots = [
      this.#plot(this.#places.messages, statistics, times, [
        { label: messages, color: '--vscode-charts-blue', values: points.map((point) => point.messages) },
        {
          label: conversations,
          color: '--vscode-charts-green',
          values: points.map((point) => point.conversations),
          dash: [6, 4],
        },
      ]),
      this.#plot(this.#places.understood, statistics, times, [
        { label: notUnderstood, color: '--vscode-charts-red', values: points.map(share) },
      ]),
    ];
  }

  #plot(
    place: HTMLElement,
    { since, until, releases }: Statistics,
    times: number[],
    lines: readonly {
      readonly label: string;
      readonly color: string;
      readonly values: (number | null)[];
      readonly dash?: number[];
    }[],
  ): uPlot {
    const ink = color('--vscode-foreground');
    const grid = { stroke: color('--vscode-editorWidget-border'), width: 1 };
    const axis: uPlot.Axis = { stroke: ink, grid, ticks: grid };
    return new uPlot(
      {
        width: widthOf(place),
        height: HEIGHT,
        scales: {
          x: { range: [Date.parse(since) / 1000, Date.parse(until) / 1000] },
          y: { range: (_plot, _low, high) => [0, Math.max(1, high)] },
        },
        axes: [axis, { ...axis, size: 60 }],
        series: [
          {},
          ...lines.map(({ label, color: name, dash }): uPlot.Series => {
            const stroke = color(name);
            return {
              label,
              stroke,
              width: 2,
              points: { show: true, size: 6, fill: stroke },
              ...(dash && { dash }),
            };
          }),
        ],
        hooks: {
          draw: [
            (plot) => {
              for (const { at, version } of releases) {
                markRelease(plot, Date.parse(at) / 1000, versionName(version, this.#texts), ink);
              }
            },
          ],
        },
      },
      [times, ...lines.map(({ values }) => values)],
      place.querySelector<HTMLElement>('.plot') ?? place,
    );
  }

  #fit(): void {
    const width = widthOf(this.#places.messages);
    for (const plot of this.#plots) if (plot.width !== width) plot.setSize({ width, height: HEIGHT });
  }
}

function widthOf(place: HTMLElement): number {
  return Math.max(240, place.clientWidth);
}

/** A line at the moment at which a release came to be served, with its version. */
function markRelease(plot: uPlot, at: number, name: string, ink: string): void {
  const x = Math.round(plot.valToPos(at, 'x', true));
  const { left, top, width, height } = plot.bbox;
  if (x < left || x > left + width) return;
  const { ctx } = plot;
  ctx.save();
  ctx.strokeStyle = ink;
  ctx.fillStyle = ink;
  ctx.setLineDash([2, 3]);
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, top + height);
  ctx.stroke();
  ctx.fillText(name, x + 4, top + 12);
  ctx.restore();
}

function color(name: string): string {
  return getComputedStyle(document.body).getPropertyValue(name).trim() || 'currentColor';
}
