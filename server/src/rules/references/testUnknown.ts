import { t } from '@vscode/l10n';
import { foldName, type SymbolKind } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import type { CheckContext } from '../engine/lookups';
import { mayBeDefined } from '../facts/doubt';
import { labels, unclearFlows } from '../facts/flows';
import { brokenFiles, names, occurrencesIn } from '../facts/names';
import type { Report, Rule } from '../rule';
import { isDefined } from '../support/definitions';
import { replaceName } from '../support/fixes';
import { suggestionsFor } from '../support/meant';
import { didYouMeanSentence, nearest, sentences } from '../support/sentences';
import { meta } from './testUnknown.meta';

const KINDS: readonly SymbolKind[] = ['intent', 'entity', 'flow', 'dialog', 'context', 'variable'];

/** Rule 9: what conversation tests name. A dialog of a flow that does not exist is told as the flow. */
export const rule: Rule = {
  meta,

  files: ['test'],

  *checkFile(file, context) {
    const suggestions = context.once(suggestionsFor);
    for (const kind of KINDS) {
      for (const { span, name, role, position } of occurrencesIn(file, kind)) {
        if (role !== 'reference' || position !== 'test' || isKnown(context, kind, name)) continue;
        const [flow = ''] = name.split('/');
        if (kind === 'dialog' && !isCertainlyFlow(context, flow)) continue;
        const own = kind === 'dialog' ? name.slice(name.indexOf('/') + 1) : name;
        const found = suggestions.name(kind, name);
        const near = kind === 'dialog' ? found?.slice(found.indexOf('/') + 1) : found;
        const message = sentences(unknownSentence(kind, own), didYouMeanSentence(near));
        yield { span, message, data: near === undefined ? {} : { near } };
      }
    }
    yield* unknownButtons(file, context);
  },

  fixes(finding, context) {
    const { near } = finding.data;
    return near === undefined ? [] : replaceName(finding, context, near, true);
  },
};

function unknownSentence(kind: SymbolKind, name: string): string {
  if (kind === 'intent') return t("This test expects intent '{0}', which does not exist.", name);
  if (kind === 'flow') return t("This test expects flow '{0}', which does not exist.", name);
  if (kind === 'dialog') return t("This test expects dialog '{0}', which does not exist.", name);
  if (kind === 'entity') return t("This test expects entity '{0}', which does not exist.", name);
  if (kind === 'context') return t("This test expects context '{0}', which no dialog outputs.", name);
  return t("This test names variable '{0}', which is not declared.", name);
}

function isKnown(context: CheckContext, kind: SymbolKind, name: string): boolean {
  return context.look(names[kind], foldName(name)).length > 0 || mayBeDefined(context, kind, name);
}

function isCertainlyFlow(context: CheckContext, flow: string): boolean {
  return isDefined(context, 'flow', flow) && !mayBeDefined(context, 'flow', flow);
}

function* unknownButtons(file: ProjectFile, context: CheckContext): Iterable<Report> {
  // A button may stand in what cannot be understood; a label with a placeholder may say anything.
  if (
    context.look(brokenFiles, '').length > 0 ||
    context.look(unclearFlows, '').length > 0 ||
    context.look(labels, '{').length > 0
  )
    return;
  for (const test of file.definitions) {
    for (const step of test.kind === 'test' ? test.steps : []) {
      if (step.kind !== 'press' || context.look(labels, step.label.value).length > 0) continue;
      const all = context.all(labels);
      const near = all.size <= MOST_LABELS ? nearest(step.label.value, all.keys()) : undefined;
      const message = sentences(t("No button says '{0}'.", step.label.value), didYouMeanSentence(near));
      yield { span: step.label.span, message };
    }
  }
}

/** Comparing with more labels than this costs more than it helps. */
const MOST_LABELS = 1000;
