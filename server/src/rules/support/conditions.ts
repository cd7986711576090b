import type { ASTNode } from '@marcbachmann/cel-js';
import { t } from '@vscode/l10n';
import { readCondition } from '../../model/condition';
import { checkCondition, type ConditionProblem, type ConditionVariable } from '../../model/conditionTypes';
import type { EmbeddedProblem } from '../../model/embedded';
import { spanInScalar } from '../../syntax/scalarMap';
import type { ScalarNode } from '../../syntax/tree';
import type { Span } from '../../text/range';
import { editFile } from '../edits/documents';
import type { Finding, Fix, Report, Rule, RuleContext, RuleMeta } from '../rule';
import type { PartContext } from '../engine/lookups';
import type { FilePart } from '../part';
import { variableNamed } from '../facts/settings';
import { embeddedScalars } from './embedded';
import { fileOf } from './fixes';
import { didYouMeanSentence, nearest, sentences } from './sentences';

/** A condition, or an expression whose value a variable takes, as it stands in a file. */
export interface WrittenCondition {
  readonly node: ScalarNode;
  /** The variable that takes the value; undefined for a condition. */
  readonly target: string | undefined;
  readonly tree: ASTNode | undefined;
  readonly problems: readonly (EmbeddedProblem & { readonly code: string })[];
}

/** Every condition of a part with what is wrong with it. Ask for it by `once`: it is read and checked for all rules. */
export function conditionsIn(_part: FilePart, context: PartContext): readonly WrittenCondition[] {
  return context
    .once(embeddedScalars)
    .flatMap(({ node, embedded, key, keyPosition }) =>
      embedded === 'condition' && node.text.trim() !== ''
        ? [
            checked(node, keyPosition === 'set' ? key?.text : undefined, (name) =>
              variableNamed(context, name),
            ),
          ]
        : [],
    );
}

function checked(
  node: ScalarNode,
  target: string | undefined,
  variables: (name: string) => ConditionVariable | undefined,
): WrittenCondition {
  const read = readCondition(node.text);
  if ('problem' in read) {
    const problem = { ...read.problem, code: 'conditions/syntax' };
    return { node, target, tree: undefined, problems: [problem] };
  }
  const taker = target === undefined ? undefined : variables(target);
  // A value for a variable that does not exist may be of any type.
  const any: ConditionVariable = { name: target ?? '', type: 'string', values: [] };
  const found = checkCondition(read.tree, variables, target === undefined ? undefined : (taker ?? any));
  const problems =
    target === undefined || taker
      ? found
      : found.filter(({ start, end }) => !isWhole(read.tree, { start, end }));
  return { node, target, tree: read.tree, problems: problems.map(advised) };
}

function isWhole({ range }: ASTNode, { start, end }: Span): boolean {
  return range.start === start && range.end === end;
}

/** With the name that was probably meant. */
function advised(problem: ConditionProblem): EmbeddedProblem & { readonly code: string } {
  const { candidates = [], name, ...rest } = problem;
  if (name === undefined) return rest;
  const near = nearest(name, candidates);
  const list = t('It is one of these: {0}.', candidates.slice(0, 20).join(', '));
  const message = sentences(
    rest.message,
    didYouMeanSentence(near) ?? (candidates.length > 0 ? list : undefined),
  );
  if (near === undefined) return { ...rest, message };
  return { ...rest, message, replacement: problem.code === 'conditions/unknown-value' ? `'${near}'` : near };
}

/** Rule 20: the mistakes of one code in all conditions. */
export function conditionRule(meta: RuleMeta): Rule {
  return {
    meta,

    files: 'all',

    *checkPart({ file }, context) {
      for (const { node, problems } of context.once(conditionsIn)) {
        for (const { code, message, start, end, replacement } of problems) {
          if (code !== meta.code) continue;
          const span = spanInScalar(node, file.syntax.text, start, end);
          const report: Report = { span, message };
          yield replacement === undefined ? report : { ...report, data: { replacement } };
        }
      }
    },

    fixes: changeInPlace,
  };
}

/** Writes what was probably meant; in a double-quoted scalar only what needs no escape there. */
function changeInPlace(finding: Finding, context: RuleContext): readonly Fix[] {
  const file = fileOf(finding, context);
  const { replacement } = finding.data;
  if (!file || replacement === undefined) return [];
  const written = file.syntax.text.slice(finding.span.start, finding.span.end);
  const quote = written.charAt(0);
  const bare = replacement.replace(/^'|'$/g, '');
  const newText = quote === '"' || quote === "'" ? `${quote}${bare}${quote}` : replacement;
  if (written.includes('\\')) return [];
  return [
    {
      title: t('Change to {0}', newText),
      kind: 'choice',
      preferred: true,
      changes: [editFile(file, { span: finding.span, newText })],
    },
  ];
}
