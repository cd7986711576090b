import { t } from '@vscode/l10n';
import { legendWords } from './svg';
import type { NodeChange, NodeFinding } from './marks';
import type { Box, Sheet } from './sheets';

/** A box with all that the picture says about it, in sentences. */
export function describeBox(
  box: Box,
  sheet: Sheet,
  findings: readonly NodeFinding[],
  change: NodeChange | undefined,
): string {
  const words = legendWords();
  const titles = new Map(sheet.boxes.map(({ id, title }) => [id, title]));
  const ends = (arrows: Sheet['arrows'], end: 'from' | 'to'): string =>
    arrows
      .map((arrow) => {
        const title = titles.get(arrow[end]) ?? '';
        return arrow.title === '' ? title : `${title} (${arrow.title})`;
      })
      .join(', ');
  const outgoing = sheet.arrows.filter(({ from }) => from === box.id);
  const incoming = sheet.arrows.filter(({ to }) => to === box.id);
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
    outgoing.length > 0 ? t('Leads to {0}', ends(outgoing, 'to')) : '',
    incoming.length > 0 ? t('Reached from {0}', ends(incoming, 'from')) : '',
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
