import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { suppressionsOf } from '../suppressions';

/** A suppression outlives the memory of its author: it says why, or it does not count. */
export const rule: Rule = {
  meta: {
    code: 'rules/suppression-without-reason',
    severity: 'warning',
    summary: 'A comment silences a rule without a reason.',
    description: `\`# botlane-ignore <code>: <reason>\` silences a rule for its line, or for the next one when it stands on a line of its own; for expressions it stands at their language. Without a reason it silences nothing.`,
    wrong: `
# refund.intent.yaml
intent: refund # botlane-ignore references/unused-intent
expressions:
  en: |
    I want my money back`,
    right: `
# refund.intent.yaml
intent: refund # botlane-ignore references/unused-intent: collected for the next release
expressions:
  en: |
    I want my money back`,
    source: 'own',
  },

  files: 'all',

  *checkFile(file) {
    for (const { code, reason, span } of suppressionsOf(file)) {
      if (code && reason) continue;
      yield {
        span,
        message: code
          ? t("This comment silences nothing: say why, as in '# botlane-ignore {0}: reason'.", code.value)
          : t(
              "This comment silences nothing: write '# botlane-ignore', the code of a rule, a colon and the reason.",
            ),
      };
    }
  },
};
