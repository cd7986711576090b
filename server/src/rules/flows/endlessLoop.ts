import { t } from '@vscode/l10n';
import { rings } from '../facts/graph';
import { dialogAt } from '../facts/flows';
import type { Rule } from '../rule';
import { meta } from './endlessLoop.meta';

/** Rule 14: dialogs that lead to each other for ever, without ever waiting for the user. */
export const rule: Rule = {
  meta,

  files: ['flow'],

  *checkFile(file, context) {
    for (const [at, names] of context.derived(rings, file.uri) ?? []) {
      const dialog = dialogAt(file, at);
      if (!dialog) continue;
      yield {
        span: dialog.name.span,
        message: t(
          'These dialogs lead to each other for ever, and never wait for the user: {0}. Ask something, add buttons, or end.',
          names.join(' → '),
        ),
      };
    }
  },
};
