import type { Finding, Fix, Rule, RuleContext, RuleMeta } from '../rule';

/** The mistakes of one code that the parser has found. The sentences are those of the syntax room. */
export function syntaxRule(
  meta: RuleMeta,
  fixes?: (finding: Finding, context: RuleContext) => readonly Fix[],
): Rule {
  return {
    meta,

    files: 'all',

    *checkFile(file) {
      for (const { code, message, span } of file.syntax.problems) {
        if (code === meta.code) yield { span, message };
      }
    },

    ...(fixes && { fixes }),
  };
}
