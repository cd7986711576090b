import type { Finding, RelatedPlace, Severity } from '../rules/rule';
import type { Range } from '../text/range';

/** A finding as an editor shows it. */
export interface Diagnostic {
  readonly range: Range;
  readonly severity: Severity;
  readonly code: string;
  /** Address of the rule's documentation page. */
  readonly page: string | undefined;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  /** Shown faded: nothing uses it. */
  readonly unnecessary: boolean;
}

/**
 * @param docs address of the folder that holds the documentation pages of the rules, without a slash at the end
 */
export function diagnosticOf(finding: Finding, docs: string | undefined): Diagnostic {
  return {
    range: finding.range,
    severity: finding.severity,
    code: finding.code,
    page: docs && `${docs}/${finding.code}.md`,
    message: finding.message,
    related: finding.related,
    unnecessary: finding.code.includes('/unused-'),
  };
}
