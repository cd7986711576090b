import type { Finding, Fix, Rule, RuleContext, RuleMeta } from '../rule';

/** The mistakes of one code that the parser has found. The sentences are those of the syntax room. */
export function syntaxRule(
  meta: RuleMeta,
  fixes?: (finding: Finding, context: RuleContext) => readonly Fix[],
): Rule {
  return {
    meta,

    *check({ bot }) {
      for (const file of bot.files.values()) {
        for (const { code, message, span } of file.syntax.problems) {
          if (code === meta.code) yield { file, span, message };
        }
      }
    },

    ...(fixes && { fixes }),
  };
}
