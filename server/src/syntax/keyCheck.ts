import { t } from '@vscode/l10n';
import type { Lines } from '../text/lines';
import type { ProblemList } from './problems';
import { isRefusedName } from './refusedNames';
import type { ScalarNode } from './tree';

/** Reports the keys of one map that stand there twice, or are none. */
export class KeyCheck {
  readonly #seen = new Map<string, ScalarNode>();
  readonly #lines: Lines;
  readonly #problems: ProblemList;

  constructor(lines: Lines, problems: ProblemList) {
    this.#lines = lines;
    this.#problems = problems;
  }

  /** Checks the next key, in the order of the text. */
  add(key: ScalarNode): void {
    const earlier = this.#seen.get(key.text);
    if (earlier) {
      const line = this.#lines.positionAt(earlier.span.start).line + 1;
      this.#problems.add(
        'syntax/duplicate-key',
        key.span,
        t(
          "The key '{0}' stands here twice: it is already in line {1}. Remove or rename one of them.",
          shorten(key.text),
          line,
        ),
      );
      return;
    }
    this.#seen.set(key.text, key);
    if (isMergeKey(key)) {
      this.#problems.add(
        'syntax/unsupported',
        key.span,
        t("Merge keys ('<<') are not part of the format: write the keys out."),
      );
    } else if (isRefusedName(key.text)) {
      this.#problems.add(
        'syntax/unsupported',
        key.span,
        t("'{0}' cannot be a key: programs that read the bot may give it a meaning of its own.", key.text),
      );
    }
  }
}

function isMergeKey({ text, style }: ScalarNode): boolean {
  return text === '<<' && style === 'plain';
}

/** Keys are shown in messages; a hostile one may be a megabyte long. */
function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 59)}…` : name;
}
