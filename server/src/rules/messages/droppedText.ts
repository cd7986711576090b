import { t } from '@vscode/l10n';
import type { ProjectFile } from '../../project/snapshot';
import type { ScalarNode } from '../../syntax/tree';
import type { Span } from '../../text/range';
import { editFile } from '../edits/documents';
import { lineEnd } from '../../syntax/lineParts';
import { partsOf } from '../part';
import type { Rule } from '../rule';
import { type TextScalar, textScalars } from '../support/embedded';
import { fileOf } from '../support/fixes';
import { meta } from './droppedText.meta';

/** Rule 24: what YAML takes for a comment behind a text. */
export const rule: Rule = {
  meta,

  files: ['flow', 'intent', 'entity'],

  *checkPart(part, context) {
    for (const node of saidAmong(context.once(textScalars), part.file)) {
      const lost = commentBehind(part.file.syntax.text, node);
      if (!lost) continue;
      yield {
        span: lost,
        message: t(
          "YAML takes this for a comment: users see only what stands before the '#'. Quote the text, with or without it.",
        ),
      };
    }
  },

  fixes(finding, context) {
    const file = fileOf(finding, context);
    if (!file) return [];
    const node = saidAmong(partsOf(file).flatMap(textScalars), file).find(
      (said) => commentBehind(file.syntax.text, said)?.start === finding.span.start,
    );
    if (!node) return [];
    const { start, end } = node.span;
    const quoted = (to: number) => {
      const value = file.syntax.text.slice(start, to);
      const newText = `"${value.replace(/["\\]/g, '\\$&')}"`;
      return [editFile(file, { span: { start, end: to }, newText })];
    };
    return [
      { title: t('Quote all of it'), kind: 'choice', preferred: true, changes: quoted(finding.span.end) },
      { title: t('Quote the text before it'), kind: 'choice', changes: quoted(end) },
    ];
  },
};

/** Messages, labels and one-line expressions; synonyms and values of entities. */
function saidAmong(texts: readonly TextScalar[], { kind }: ProjectFile): readonly ScalarNode[] {
  return texts
    .filter(
      ({ embedded, key }) =>
        embedded === 'message' || embedded === 'expressions' || (kind === 'entity' && key === undefined),
    )
    .map(({ node }) => node);
}

function commentBehind(text: string, { style, span }: ScalarNode): Span | undefined {
  if (style !== 'plain') return undefined;
  const end = lineEnd(text, span.end);
  const [, blanks = '', comment = ''] = /^([ \t]+)(#.*)$/.exec(text.slice(span.end, end)) ?? [];
  // A comment to a rule was meant as one.
  if (comment === '' || /^#\s*botlane-ignore\b/.test(comment)) return undefined;
  const start = span.end + blanks.length;
  return { start, end: start + comment.trimEnd().length };
}
