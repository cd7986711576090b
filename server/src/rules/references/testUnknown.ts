import { t } from '@vscode/l10n';
import type { SymbolKind } from '../../model/occurrence';
import type { BotSnapshot, ProjectFile } from '../../project/snapshot';
import type { Rule } from '../rule';
import { buttonsOf } from '../support/dialogs';
import { mayBeDefined } from '../support/doubt';
import { replaceName } from '../support/fixes';
import { nearestName } from '../support/meant';
import { didYouMeanSentence, nearest, sentences } from '../support/sentences';
import { meta } from './testUnknown.meta';

const KINDS: readonly SymbolKind[] = ['intent', 'flow', 'dialog', 'variable'];

/** Rule 9: what conversation tests name. A dialog of a flow that does not exist is told as the flow. */
export const rule: Rule = {
  meta,

  *check({ bot }) {
    for (const kind of KINDS) {
      for (const { file, span, name, role, position } of bot.occurrencesOf(kind)) {
        if (role !== 'reference' || position !== 'test' || mayBeDefined(bot, kind, name)) continue;
        if (bot.occurrences(kind, name).some((other) => other.role === 'definition')) continue;
        const [flow = ''] = name.split('/');
        if (kind === 'dialog' && (bot.flow(flow).length === 0 || mayBeDefined(bot, 'flow', flow))) continue;
        const own = kind === 'dialog' ? name.slice(name.indexOf('/') + 1) : name;
        const found = nearestName(bot, kind, name);
        const near = kind === 'dialog' ? found?.slice(found.indexOf('/') + 1) : found;
        const message = sentences(unknownSentence(kind, own), didYouMeanSentence(near));
        yield { file, span, message, data: near === undefined ? {} : { near } };
      }
    }
    yield* unknownButtons(bot);
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
  return t("This test names variable '{0}', which is not declared.", name);
}

function* unknownButtons(bot: BotSnapshot): ReturnType<Rule['check']> {
  // A button may stand in what cannot be understood.
  const unclear = ({ syntax, schemaProblems }: ProjectFile): boolean =>
    syntax.kind === 'flow' && schemaProblems.some(({ code }) => code !== 'schema/invalid-value');
  if (bot.hasBrokenFiles || [...bot.files.values()].some(unclear)) return;
  const labels = new Set<string>();
  for (const { item } of bot.dialogs) {
    for (const { label } of buttonsOf(item)) for (const { text } of label.values()) labels.add(text.value);
  }
  // A label with a placeholder may say anything.
  if ([...labels].some((label) => label.includes('{'))) return;
  for (const { file, item } of bot.tests) {
    for (const step of item.steps) {
      if (step.kind !== 'press' || labels.has(step.label.value)) continue;
      const near = labels.size <= MOST_LABELS ? nearest(step.label.value, labels) : undefined;
      const message = sentences(t("No button says '{0}'.", step.label.value), didYouMeanSentence(near));
      yield { file, span: step.label.span, message };
    }
  }
}

/** Comparing with more labels than this costs more than it helps. */
const MOST_LABELS = 1000;
