import { t } from '@vscode/l10n';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { FileKind, MapNode, SyntaxDocument } from '../syntax/tree';
import { describe, type Mistake } from './describe';
import { misplacedKindKey, wrongDocument } from './firstKey';
import {
  botValidator,
  entityValidator,
  flowValidator,
  intentValidator,
  testValidator,
} from './generated/validators';
import { placeAt } from './place';
import { plainValue } from './plainValue';
import { schemaOf } from './registry';
import { MAX_PROBLEMS, type SchemaProblem } from './schemaProblem';
import { keepValidDialogs, withoutValidDialogs } from './validDialogs';

const VALIDATORS: Readonly<Record<FileKind, ValidateFunction>> = {
  bot: botValidator,
  intent: intentValidator,
  entity: entityValidator,
  flow: flowValidator,
  test: testValidator,
};

/** Validators report more errors than people can read; beyond this many the rest is not even looked at. */
const MAX_ERRORS = 1000;

/**
 * The mistakes of a document against the schema of its kind: one per cause, each at its narrowest place, in the order
 * of the text. Never throws, whatever the document holds.
 */
export function validateDocument(document: SyntaxDocument, kind: FileKind): readonly SchemaProblem[] {
  const wrong = wrongDocument(document, kind);
  if (wrong) return [wrong];
  const { root } = document;
  if (root?.kind !== 'map') return [];

  const view = schemaOf(kind);
  const validator = VALIDATORS[kind];
  const unsure = withoutValidDialogs(root, kind);
  validator(plainValue(unsure, view));
  const errors = validator.errors ?? [];
  keepValidDialogs(unsure, kind, errors);
  const mistakes = causes(errors.slice(0, MAX_ERRORS)).flatMap(
    (error) => describe(error, placeAt(root, view, error.instancePath)) ?? [],
  );
  const misplaced = misplacedKindKey(root, kind);
  const problems = withoutConsequences(mistakes).map(({ problem }) => problem);
  return capped([...(misplaced ? [misplaced] : []), ...problems].sort(byPlace));
}

/** Errors that have a cause of their own: one per value, and none from inside a choice, for which the choice speaks. */
function causes(errors: readonly ErrorObject[]): ErrorObject[] {
  const seen = new Set<string>();
  return errors.filter((error) => {
    if (/\/(oneOf|anyOf)\/\d+\/required$/.test(error.schemaPath)) return false;
    const member = memberOf(error);
    const cause = `${error.instancePath}\n${member ?? ''}`;
    if (seen.has(cause)) return false;
    seen.add(cause);
    return true;
  });
}

/** The key that an error about a map is about; none when it is about the value as a whole. */
function memberOf({ keyword, params }: ErrorObject): string | undefined {
  const read = (name: string): string => `${keyword} ${String(params[name])}`;
  switch (keyword) {
    case 'required':
      return `missing ${String(params['missingProperty'])}`;
    case 'discriminator':
      return params['tagValue'] === undefined ? `missing ${String(params['tag'])}` : read('tag');
    case 'additionalProperties':
      return read('additionalProperty');
    case 'propertyNames':
      return read('propertyName');
    case 'dependentRequired':
      return read('missingProperty');
    case 'oneOf':
    case 'anyOf':
    case 'minProperties':
    case 'maxProperties':
      return keyword;
    default:
      return undefined;
  }
}

/**
 * A key that was mistyped is also missing under its right name, and where one of many is missing so is one of a few:
 * one mistake, told where it was made.
 */
function withoutConsequences(mistakes: readonly Mistake[]): Mistake[] {
  const byMap = new Map<MapNode, Mistake[]>();
  for (const mistake of mistakes) {
    if (!mistake.map) continue;
    const others = byMap.get(mistake.map);
    if (others) others.push(mistake);
    else byMap.set(mistake.map, [mistake]);
  }
  return mistakes.filter((mistake) => {
    const { map, lacks } = mistake;
    if (!map || !lacks) return true;
    return !byMap.get(map)?.some((other) => other !== mistake && explains(other, lacks));
  });
}

function explains({ problem, lacks }: Mistake, names: readonly string[]): boolean {
  if (problem.code === 'schema/unknown-key') return names.some((name) => problem.suggestions?.includes(name));
  return !!lacks && lacks.length > names.length && names.every((name) => lacks.includes(name));
}

function byPlace(a: SchemaProblem, b: SchemaProblem): number {
  return a.span.start - b.span.start || a.span.end - b.span.end;
}

function capped(problems: readonly SchemaProblem[]): readonly SchemaProblem[] {
  const last = problems[MAX_PROBLEMS];
  if (!last) return problems;
  const message = t('This document has more mistakes than are shown: repair the ones above first.');
  return [...problems.slice(0, MAX_PROBLEMS), { ...last, message }];
}
