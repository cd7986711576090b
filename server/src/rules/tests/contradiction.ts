import { t } from '@vscode/l10n';
import type { ProjectFile } from '../../project/snapshot';
import type { CheckContext } from '../engine/lookups';
import { type Expected, expectationKey, expectations, expectedIn } from '../facts/turns';
import type { Rule } from '../rule';
import { placeInWords } from '../support/sentences';
import { meta } from './contradiction.meta';

/** Rule 40. Told at the later one, in the order of the files. */
export const rule: Rule = {
  meta,

  files: ['test'],

  *checkFile(file, context) {
    const own = expectedIn(file);
    for (const later of own) {
      const earlier = otherIn(file, own, later) ?? otherElsewhere(file, context, later);
      if (!earlier) continue;
      const { test, value, span } = earlier.expected;
      const name = test.name.value;
      const place = placeInWords(earlier.file, span);
      yield {
        span: later.span,
        message: t(
          "After the same conversation test '{0}' ({1}) expects '{2}' here. One of them must fail.",
          name,
          place,
          value,
        ),
        related: [{ file: earlier.file, span, message: t("Test '{0}' expects this.", name) }],
      };
    }
  },
};

interface Placed {
  readonly file: ProjectFile;
  readonly expected: Expected;
}

function contradicts(one: Expected, other: Expected): boolean {
  return one.history === other.history && one.what === other.what && one.value !== other.value;
}

/** An earlier test of the same file. */
function otherIn(file: ProjectFile, own: readonly Expected[], later: Expected): Placed | undefined {
  const expected = own.find((one) => one.span.start < later.span.start && contradicts(one, later));
  return expected && { file, expected };
}

/** A test of an earlier file. */
function otherElsewhere(file: ProjectFile, context: CheckContext, later: Expected): Placed | undefined {
  for (const { uri, value } of context.look(expectations, expectationKey(later))) {
    if (uri >= file.uri) return undefined;
    if (value.every((one) => one === later.value)) continue;
    const other = context.open(uri);
    const expected = other && expectedIn(other).find((one) => contradicts(one, later));
    if (other && expected) return { file: other, expected };
  }
  return undefined;
}
