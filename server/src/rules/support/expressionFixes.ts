import { t } from '@vscode/l10n';
import type { ProjectFile } from '../../project/snapshot';
import type { Span } from '../../text/range';
import { editFile } from '../edits/documents';
import { takenOut } from '../edits/takenOut';
import type { Finding, Fix, RuleContext } from '../rule';
import { fileOf } from './fixes';

/** Fixes of a finding about two expressions: take the line out here, or out there. */
export function removeEither(finding: Finding, context: RuleContext): readonly Fix[] {
  const { intent = '', other = '' } = finding.data;
  const here = fileOf(finding, context);
  const [place] = finding.related;
  const there = place && context.bot.files.get(place.uri);
  const fixes = here ? removal(here, finding.span, intent) : [];
  if (!there) return fixes;
  const { lines } = there.syntax;
  const span = { start: lines.offsetAt(place.range.start), end: lines.offsetAt(place.range.end) };
  return [...fixes, ...removal(there, span, other)];
}

/** The fix that takes one expression out of its intent; none where its lines cannot go by themselves. */
export function removal(file: ProjectFile, span: Span, intent: string): readonly Fix[] {
  const edits = takenOut(file, [span]);
  if (!edits) return [];
  const title = t("Remove this expression from intent '{0}'", intent);
  return [{ title, kind: 'choice', changes: [editFile(file, ...edits)] }];
}
