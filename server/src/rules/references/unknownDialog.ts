import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { editFile } from '../edits/documents';
import type { Finding, Fix, Rule, RuleContext } from '../rule';
import { definitions } from '../facts/names';
import { createDialog } from '../support/createDialog';
import { fileOf } from '../support/fixes';
import { suggestionsFor } from '../support/meant';
import { unknownReferences } from '../support/references';
import { didYouMeanSentence, sentences } from '../support/sentences';
import { meta } from './unknownDialog.meta';

/** Rule 5, for dialogs. Default dialogs have rule 10; a flow that does not exist has a rule of its own. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkFile(file, context) {
    const suggestions = context.once(suggestionsFor);
    for (const { span, name, position } of unknownReferences(file, context, 'dialog')) {
      const [flowName = '', dialog = ''] = splitLink(name);
      const flow = context.look(definitions.flow, foldName(flowName))[0]?.value[0];
      if (position === 'default-dialog' || flow === undefined) continue;
      const near = shortened(suggestions.dialog(name), flowName);
      const advice = didYouMeanSentence(near) ?? t('Create it, or correct the link.');
      yield {
        span,
        message: sentences(t("Flow '{0}' has no dialog '{1}'.", flow, dialog), advice),
        data: near === undefined ? { name } : { name, near },
      };
    }
  },

  fixes(finding, context) {
    const { name = '', near } = finding.data;
    const [flow = '', dialog = ''] = splitLink(name);
    const change = near === undefined ? [] : changeLink(finding, context, flow, near);
    return [...change, ...createDialog(context.bot, flow, dialog)];
  },
};

/** As a link from that flow says it. */
function shortened(link: string | undefined, flow: string): string | undefined {
  const prefix = `${foldName(flow)}/`;
  return link !== undefined && foldName(link).startsWith(prefix) ? link.slice(prefix.length) : link;
}

/** The finding covers the dialog's part of the link; a link to another flow replaces both parts. */
function changeLink(finding: Finding, context: RuleContext, flow: string, link: string): Fix[] {
  const file = fileOf(finding, context);
  if (!file) return [];
  const prefix = `${flow}/`;
  const before = file.syntax.text.slice(0, finding.span.start);
  const whole = link.includes('/') && foldName(before).endsWith(foldName(prefix));
  const start = whole ? finding.span.start - prefix.length : finding.span.start;
  const edit = { span: { start, end: finding.span.end }, newText: link };
  return [
    {
      title: t("Change to '{0}'", link),
      kind: 'choice',
      preferred: true,
      changes: [editFile(file, edit)],
    },
  ];
}

function splitLink(name: string): readonly string[] {
  const slash = name.indexOf('/');
  return [name.slice(0, slash), name.slice(slash + 1)];
}
