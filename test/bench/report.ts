/** One line of the speed table. */
export interface Comparison {
  readonly what: string;
  readonly unit: 'ms' | 'µs' | 'MB' | '× text';
  /** What Botlane needs. */
  readonly own: number;
  /** What it is compared with; missing where the figure itself is the aim. */
  readonly peer?: number;
  /** The ratio, or the figure itself, that is aimed for. */
  readonly aim: number;
}

export interface ResponseTime {
  readonly request: string;
  readonly p50: number;
  readonly p95: number;
}

export interface Section {
  readonly title: string;
  /** What was done, for a reader who wants to do it again. */
  readonly method: string;
  /** What `own` is compared with. */
  readonly peer?: string;
  readonly comparisons?: readonly Comparison[];
  readonly responses?: readonly ResponseTime[];
}

export function markdownOf({ title, method, peer, comparisons, responses }: Section): string {
  const parts = [`## ${title}`, method];
  if (comparisons) parts.push(table(comparisons, peer));
  if (responses) {
    parts.push(
      [
        '| request | p50 | p95 |',
        '|---|---:|---:|',
        ...responses.map(({ request, p50, p95 }) => `| ${request} | ${shown(p50)} ms | ${shown(p95)} ms |`),
      ].join('\n'),
    );
  }
  return parts.join('\n\n');
}

function table(comparisons: readonly Comparison[], peer = 'compared with'): string {
  return [
    `| what | ${peer} | Botlane | ratio | aim | |`,
    '|---|---:|---:|---:|---:|---|',
    ...comparisons.map((comparison) => {
      const { what, unit, own, aim } = comparison;
      const ratio = ratioOf(comparison);
      const compared = comparison.peer === undefined ? '' : `${shown(comparison.peer)} ${unit}`;
      const ratioShown = comparison.peer === undefined ? '' : fraction(ratio);
      return `| ${what} | ${compared} | ${shown(own)} ${unit} | ${ratioShown} | ≤ ${fraction(aim)} | ${ratio <= aim ? 'met' : `missed, ${shown(ratio / aim)} times the aim`} |`;
    }),
  ].join('\n');
}

function ratioOf({ own, peer }: Comparison): number {
  return peer === undefined ? own : own / peer;
}

/** Small ratios are read as fractions: 1/20. */
function fraction(ratio: number): string {
  return ratio <= 0.4 ? `1/${shown(1 / ratio)}` : shown(ratio);
}

/** Three digits that mean something. */
function shown(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en', { useGrouping: true });
  return String(Number(value.toPrecision(value >= 10 ? 3 : 2)));
}
