import type { Finding, Fix } from '../rules/rule';
import type { Span } from '../text/range';

export interface CodeAction {
  readonly fix: Fix;
  /** What it mends. */
  readonly finding: Finding;
  /** The editor may apply it without asking which: safe, and the only preferred one of its finding. */
  readonly preferred: boolean;
}

/**
 * The quick fixes for the findings of one file that meet `span` (the selection, or the cursor).
 * @param fixesOf the fixes of a finding's rule; may be slow, so it is asked for the findings that meet the span only
 */
export function codeActions(
  findings: readonly Finding[],
  span: Span,
  fixesOf: (finding: Finding) => readonly Fix[],
): readonly CodeAction[] {
  const met = findings.filter((finding) => finding.span.start <= span.end && span.start <= finding.span.end);
  return met.flatMap((finding) => {
    const fixes = fixesOf(finding);
    const favourites = fixes.filter((fix) => fix.preferred);
    const favourite = favourites.length === 1 ? favourites[0] : undefined;
    return fixes.map((fix) => ({ fix, finding, preferred: fix === favourite }));
  });
}
