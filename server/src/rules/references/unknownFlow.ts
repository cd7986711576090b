import { t } from '@vscode/l10n';
import type { ProjectFile } from '../../project/snapshot';
import type { Span } from '../../text/range';
import type { Fix, Rule } from '../rule';
import { createDialog } from '../support/createDialog';
import { replaceName } from '../support/fixes';
import { suggestionsFor } from '../support/meant';
import { unknownReferences } from '../support/references';
import { didYouMeanSentence, sentences } from '../support/sentences';

/** Rule 5, for flows. Default dialogs have rule 10. */
export const rule: Rule = {
  meta: {
    code: 'references/unknown-flow',
    severity: 'error',
    summary: 'A link leads into a flow that does not exist.',
    description: `The conversation would break off here. Correct the name of the flow, or create the flow.`,
    wrong: `
# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: generall/welcome
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
    right: `
# booking.flow.yaml
flow: booking
dialogs:
  start:
    trigger:
      intent: book_train
    next: general/welcome
# book_train.intent.yaml
intent: book_train
expressions:
  en: |
    book me a train`,
    source: "Rasa's validator",
    reference: true,
  },

  files: 'all',

  *checkFile(file, context) {
    const suggestions = context.once(suggestionsFor);
    for (const { span, name, position } of unknownReferences(file, context, 'flow')) {
      if (position === 'default-dialog') continue;
      const near = suggestions.name('flow', name);
      const advice = didYouMeanSentence(near) ?? t('Create it, or correct the link.');
      yield {
        span,
        message: sentences(t("Flow '{0}' does not exist.", name), advice),
        data: { name, dialog: dialogBehind(file, span), ...(near !== undefined && { near }) },
      };
    }
  },

  fixes(finding, context) {
    const { name = '', dialog = '', near } = finding.data;
    const change: Fix[] = near === undefined ? [] : replaceName(finding, context, near, true);
    return [...change, ...createDialog(context.bot, name, dialog)];
  },
};

/** The dialog's part of the link: what stands behind the slash. */
function dialogBehind(file: ProjectFile, span: Span): string {
  return /^\/([\w.-]+)/.exec(file.syntax.text.slice(span.end, span.end + 130))?.[1] ?? '';
}
