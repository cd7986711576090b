import { t } from '@vscode/l10n';
import { legendWords } from './svg';
import type { NodeChange, NodeFinding } from './marks';
import type { Box, Sheet } from './sheets';

/** A sheet as its boxes see it: found out once, since each of them asks for what it is linked with. */
export class Neighbourhood {
  readonly flow: string;
  readonly #titles: ReadonlyMap<string, string>;
  readonly #outgoing: ReadonlyMap<string, Sheet['arrows']>;
  readonly #incoming: ReadonlyMap<string, Sheet['arrows']>;

  constructor({ flow, boxes, arrows }: Sheet) {
    this.flow = flow;
    this.#titles = new Map(boxes.map(({ id, title }) => [id, title]));
    this.#outgoing = byEnd(arrows, 'from');
    this.#incoming = byEnd(arrows, 'to');
  }

  /** Where a box leads, with what stands at the arrows; empty when nowhere. */
  ledTo({ id }: Box): string {
    return this.#ends(this.#outgoing.get(id), 'to');
  }

  /** What leads to a box; empty when nothing does. */
  leadingTo({ id }: Box): string {
    return this.#ends(this.#incoming.get(id), 'from');
  }

  #ends(arrows: Sheet['arrows'] = [], end: 'from' | 'to'): string {
    return arrows
      .map((arrow) => {
        const title = this.#titles.get(arrow[end]) ?? '';
        return arrow.title === '' ? title : `${title} (${arrow.title})`;
      })
      .join(', ');
  }
}

function byEnd(arrows: Sheet['arrows'], end: 'from' | 'to'): ReadonlyMap<string, Sheet['arrows']> {
  const found = new Map<string, Sheet['arrows'][number][]>();
  for (const arrow of arrows) {
    const known = found.get(arrow[end]);
    if (known) known.push(arrow);
    else found.set(arrow[end], [arrow]);
  }
  return found;
}

/** A box with all that the picture says about it, in sentences. */
export function describeBox(
  box: Box,
  sheet: Neighbourhood,
  findings: readonly NodeFinding[],
  change: NodeChange | undefined,
): string {
  const words = legendWords();
  const [outgoing, incoming] = [sheet.ledTo(box), sheet.leadingTo(box)];
  return [
    [nameOf(box), ...box.details].join(', '),
    sheet.flow === '' ? '' : t('In flow {0}', sheet.flow),
    ...findings.map(({ severity, message }) => {
      const word = words.severities.find(([one]) => one === severity)?.[1] ?? severity;
      return `${word}: ${message.replace(/\.$/, '')}`;
    }),
    change === undefined || change === 'removed'
      ? ''
      : (words.changes.find(([one]) => one === change)?.[1] ?? change),
    outgoing === '' ? '' : t('Leads to {0}', outgoing),
    incoming === '' ? '' : t('Reached from {0}', incoming),
  ]
    .filter((part) => part !== '')
    .map((part) => `${part}.`)
    .join(' ');
}

function nameOf({ kind, node }: Box): string {
  switch (kind) {
    case 'intent':
      return t('Intent {0}', node.name);
    case 'event':
      return t('Start {0}', node.name);
    case 'exit':
      return t('To dialog {0} of flow {1}', node.name, node.flow ?? '');
    case 'entry':
      return t('From flow {0}', node.flow ?? '');
    case 'dialog':
    case 'missing':
    case 'removed':
      return t('Dialog {0}', node.name);
  }
}
