import { t } from '@vscode/l10n';
import type { PlacedOccurrence } from '../../project/snapshot';
import type { SymbolKind } from '../../model/occurrence';
import type { Gate } from './gate';
import { pass } from './gate';

const LINKED: readonly SymbolKind[] = ['intent', 'entity', 'variable', 'context', 'flow', 'dialog'];

/** What is put together from draft and LIVE must hold whatever it links to. */
export const liveLinks: Gate = {
  id: 'live-links',
  title: () => t('Links of LIVE'),
  judge({ kind, live, composed, composeProblem }) {
    if (kind === 'full') return pass(t('A full publish brings its own flows.'));
    if (live.kind !== 'known') return pass(t('There is no LIVE to put together with.'));
    if (composeProblem !== undefined) return { outcome: 'block', reason: composeProblem };
    const broken = LINKED.flatMap((symbol) =>
      composed
        .occurrencesOf(symbol)
        .filter((link) => isLink(link) && !composed.occurrences(symbol, link.name).some(isDefinition)),
    );
    if (broken.length === 0) return pass(t('Everything that is linked to is there.'));
    return {
      outcome: 'block',
      reason: kind === 'nlp' ? nlpReason(broken.length) : flowsReason(broken.length),
      details: [...new Set(broken.map(sentence))],
      mend: 'botlane.publishFull',
    };
  },
};

function nlpReason(count: number): string {
  return count === 1
    ? t('The draft’s NLP and LIVE’s flows do not fit together: one link leads nowhere.')
    : t('The draft’s NLP and LIVE’s flows do not fit together: {0} links lead nowhere.', count);
}

function flowsReason(count: number): string {
  return count === 1
    ? t('The chosen flows and the rest of LIVE do not fit together: one link leads nowhere.')
    : t('The chosen flows and the rest of LIVE do not fit together: {0} links lead nowhere.', count);
}

function isDefinition({ role }: PlacedOccurrence): boolean {
  return role === 'definition';
}

/** Tests are stored with a version and run nowhere but here. */
function isLink({ role, position }: PlacedOccurrence): boolean {
  return role === 'reference' && position !== 'test';
}

function sentence({ symbol, name, dialog }: PlacedOccurrence): string {
  return dialog === undefined
    ? t('The {0} {1} is not there.', symbol, name)
    : t('{0} links to the {1} {2}, which is not there.', dialog, symbol, name);
}
