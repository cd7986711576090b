import type { Button, Dialog } from '../../model/definitions';
import type { ProjectFile } from '../../project/snapshot';
import type { Span } from '../../text/range';

/** All buttons under a dialog's messages. */
export function buttonsOf(dialog: Dialog): readonly Button[] {
  return dialog.say.flatMap(({ buttons }) => buttons);
}

/** True when the schema found a mistake within the span: what is missing there may only be misspelt. */
export function hasSchemaProblem(file: ProjectFile, span: Span): boolean {
  return file.schemaProblems.some(
    (problem) => span.start <= problem.span.start && problem.span.end <= span.end,
  );
}
