import { t } from '@vscode/l10n';
import { foldName } from '../../model/occurrence';
import { intentsIn } from '../facts/expressions';
import type { Rule } from '../rule';
import { firstOf } from '../support/definitions';
import { meta } from './uncovered.meta';

/** Rule 39. */
export const rule: Rule = {
  meta,

  files: ['intent', 'flow'],

  *checkFile(file, context) {
    const { coverage } = context.measured;
    if (!coverage) return;
    for (const { name } of firstOf(context, file, intentsIn(file))) {
      if (coverage.intents.has(foldName(name.value))) continue;
      yield {
        span: name.span,
        message: t("No conversation test says anything that means intent '{0}'.", name.value),
      };
    }
    const flows = file.definitions.filter((definition) => definition.kind === 'flow');
    for (const { flow, name } of firstOf(context, file, flows).flatMap(({ dialogs }) => dialogs)) {
      if (coverage.dialogs.has(foldName(`${flow}/${name.value}`))) continue;
      yield {
        span: name.span,
        message: t("No conversation test comes to dialog '{0}/{1}'.", flow, name.value),
      };
    }
  },
};
