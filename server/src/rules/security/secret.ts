import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { secretsIn } from '../support/secrets';
import { useSecretName } from '../support/secretFix';
import { meta } from './secret.meta';

/** Rule 25. The sentence never repeats the secret. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkFile(file) {
    for (const { span, what } of secretsIn(file.syntax.text)) {
      yield {
        span,
        message: t(
          "This looks like {0}. Whoever reads the file, or any version of it, can use it. Take it out, make a new one, and give its name under 'secret'.",
          what,
        ),
      };
    }
  },

  fixes: useSecretName,
};
