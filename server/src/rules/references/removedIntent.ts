import { t } from '@vscode/l10n';
import { editFile } from '../edits/documents';
import { entryAround } from '../edits/syntaxPath';
import { removeEntry } from '../edits/yamlEdits';
import type { Finding, Fix, Rule, RuleContext } from '../rule';
import { fileOf, replaceName } from '../support/fixes';
import { indexOf } from '../engine/indexes';
import { unknownReferences } from '../support/references';
import { nearestIntents, removedIntent, renamedTo } from '../support/removed';
import { restoreIntent } from '../support/restore';
import { sentences } from '../support/sentences';
import { meta } from './removedIntent.meta';

const CANDIDATES = 3;

/** Rule 2: what `references/unknown-intent` reports, where LIVE has the intent; instead of it, never beside it. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkFile(file, context) {
    for (const { span, name } of unknownReferences(file, context, 'intent')) {
      const { live } = context;
      if (live.kind !== 'known') return;
      const removed = removedIntent(context, name);
      if (!removed) continue;
      const renamed = renamedTo(context, name);
      yield {
        span,
        message: sentences(
          t(
            "Intent '{0}' was removed: LIVE (version {1}) still has it, and this dialog is linked to it.",
            name,
            live.version,
          ),
          renamed && t("Was it renamed to '{0}'?", renamed.item.name.value),
        ),
        related: renamed
          ? [
              {
                file: renamed.file,
                span: renamed.item.name.span,
                message: t("Most expressions of '{0}' are here now.", name),
              },
            ]
          : [],
        data: { name },
      };
    }
  },

  fixes(finding, context) {
    const index = indexOf(context);
    const { name: old = '' } = finding.data;
    const removed = removedIntent(index, old);
    if (!removed) return [];
    const renamed = renamedTo(index, old)?.item.name.value;
    const restore = { ...restoreIntent(context, removed), preferred: renamed === undefined };
    const links = nearestIntents(context, removed, CANDIDATES).flatMap((name) =>
      replaceName(finding, context, name, name === renamed),
    );
    return [
      ...(renamed === undefined ? [restore, ...links] : [...links, restore]),
      ...unlink(finding, context),
    ];
  },
};

function unlink(finding: Finding, context: RuleContext): Fix[] {
  const file = fileOf(finding, context);
  const trigger = file && entryAround(file.syntax, finding.span.start, 'trigger');
  if (!file || !trigger) return [];
  const edit = removeEntry(file.syntax.text, trigger.map, trigger.entry);
  return [{ title: t('Remove the link'), kind: 'choice', changes: [editFile(file, edit)] }];
}
