import { t } from '@vscode/l10n';
import type { Intent } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import type { Span } from '../../text/range';
import type { CheckContext } from '../engine/lookups';
import { intentsIn } from '../facts/expressions';
import { definitions } from '../facts/names';
import type { MeasuredOverlap } from '../measured';
import type { Report, Rule } from '../rule';
import { firstOf } from '../support/definitions';
import { fileOf } from '../support/fixes';
import { moveTo } from '../support/moveFixes';
import { meta } from './overlappingIntents.meta';

/** Fewer than these are what a few odd expressions do to any intent. */
const FEWEST = 3;
/** From this share of an intent's expressions on, the other intent is about the same. */
const SHARE = 0.3;
/** More places than these make no list. */
const NAMED = 10;

/** Rule 32: on the intent whose expressions are taken for the other's. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    for (const intent of firstOf(context, file, intentsIn(file))) {
      for (const [language, block] of intent.expressions) {
        for (const overlap of context.measured.nlp.get(language)?.overlaps ?? []) {
          if (foldName(overlap.intent) !== foldName(intent.name.value)) continue;
          const texts = new Set(overlap.texts);
          // What was mended since no longer counts.
          const causes = block.expressions.filter(({ plain }) => texts.has(plain));
          if (!isOverlap(overlap, causes.length)) continue;
          const other = placeOf(context, overlap.other);
          if (other) yield report(file, intent, overlap, causes, other);
        }
      }
    }
  },

  fixes(finding, context) {
    const lines = fileOf(finding, context)?.syntax.lines;
    if (!lines) return [];
    // The last place is where the other intent stands.
    const spans = finding.related.slice(0, -1).map(({ range }) => ({
      start: lines.offsetAt(range.start),
      end: lines.offsetAt(range.end),
    }));
    return moveTo(finding, context, spans, finding.data['other']);
  },
};

function isOverlap({ of }: MeasuredOverlap, count: number): boolean {
  return count >= FEWEST && count >= SHARE * of;
}

interface Place {
  readonly file: ProjectFile;
  readonly span: Span;
}

/** The other intent; undefined when it is gone. */
function placeOf(context: CheckContext, name: string): Place | undefined {
  const [found] = context.look(definitions.intent, foldName(name));
  const file = found && context.open(found.uri);
  const intent = file && intentsIn(file).find((one) => foldName(one.name.value) === foldName(name));
  return file && intent && { file, span: intent.name.span };
}

function report(
  file: ProjectFile,
  { name }: Intent,
  overlap: MeasuredOverlap,
  causes: readonly { readonly span: Span }[],
  other: Place,
): Report {
  return {
    span: name.span,
    message: t(
      "Intents '{0}' and '{1}' overlap: of {2} expressions {3} are taken for '{1}' when the model does not know them. Tell the two apart by how they are said, or make one intent of them.",
      name.value,
      overlap.other,
      overlap.of,
      causes.length,
    ),
    related: [
      ...causes.slice(0, NAMED).map(({ span }) => ({
        file,
        span,
        message: t("This is taken for '{0}'.", overlap.other),
      })),
      { ...other, message: t("Intent '{0}' is here.", overlap.other) },
    ],
    data: { other: overlap.other },
  };
}
