import { t } from '@vscode/l10n';
import type { Rule } from '../rule';
import { secretsIn } from '../support/secrets';
import { useSecretName } from '../support/secretFix';
import { meta } from './secret.meta';

/** Rule 25. The sentence never repeats the secret. */
export const rule: Rule = {
  meta,

  files: 'all',

  *checkPart({ file, regions }) {
    // No secret that is looked for goes on in another line.
    for (const { start, end } of regions) {
      for (const { span, what } of secretsIn(file.syntax.text.slice(start, end))) {
        yield {
          span: { start: start + span.start, end: start + span.end },
          message: t(
            "This looks like {0}. Whoever reads the file, or any version of it, can use it. Take it out, make a new one, and give its name under 'secret'.",
            what,
          ),
        };
      }
    }
  },

  fixes: useSecretName,
};
