import { t } from '@vscode/l10n';
import type { ProjectFile } from '../../project/snapshot';
import { nearestNames } from '../../text/didYouMean';
import { baseNameOf } from '../../text/uri';
import type { Span } from '../../text/range';

/** Puts sentences behind each other, leaving out those that are not there. */
export function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}

/** The name that was probably meant, whatever the order of the candidates; undefined when none is near. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  return nearestNames(name, nearestNames(name, candidates, Infinity).sort(), 1)[0];
}

/** The question that leads to a name that exists; undefined when none is near. */
export function didYouMeanSentence(near: string | undefined): string | undefined {
  return near === undefined ? undefined : t("Did you mean '{0}'?", near);
}

/** A place in words, for messages that name two places: file and line as people count. */
export function placeInWords(file: ProjectFile, span: Span): string {
  return t('{0}, line {1}', baseNameOf(file.uri), file.syntax.lines.positionAt(span.start).line + 1);
}
