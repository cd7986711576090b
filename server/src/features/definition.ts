import type { BotSnapshot, ProjectFile } from '../project/snapshot';
import type { Span } from '../text/range';
import { extentOf, occurrenceAt, type FilePlace } from './place';

export interface DefinitionTarget extends FilePlace {
  /** The whole definition; `span` is its name. */
  readonly extent: Span;
}

export interface DefinitionResult {
  /** The name under the cursor. */
  readonly origin: Span;
  /** Every definition of the name: two when it is defined twice, and contexts are output by many dialogs. */
  readonly targets: readonly DefinitionTarget[];
}

/** Where the name under the cursor is defined. Undefined when the cursor is on no name or nothing defines it. */
export function definition(
  bot: BotSnapshot,
  file: ProjectFile,
  offset: number,
): DefinitionResult | undefined {
  const named = occurrenceAt(file, offset);
  if (!named) return undefined;
  const targets = bot
    .occurrences(named.symbol, named.name)
    .filter(({ role }) => role === 'definition')
    .map((place) => ({
      file: place.file,
      span: place.span,
      extent: extentOf(place.file, place.symbol, place.span),
    }));
  return targets.length > 0 ? { origin: named.span, targets } : undefined;
}
