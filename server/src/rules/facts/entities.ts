import type { Annotation, Entity } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { ProjectFile } from '../../project/snapshot';
import { factTable, oncePerTree } from '../engine/table';
import { normalForm } from '../support/expressions';
import { hasSchemaProblem } from '../support/mistaken';
import { blocksIn } from './expressions';

/** The entities of a file, in its order. */
export function entitiesIn(file: ProjectFile): readonly Entity[] {
  return file.definitions.filter((definition) => definition.kind === 'entity');
}

/** Entities by folded name: as written, the type (`''` when none can be read), whether they list values that can all be read. */
export const entities = factTable(['entity'], (file) => {
  const found = new Map<string, readonly [name: string, type: string, hasValues: boolean]>();
  for (const item of entitiesIn(file)) {
    const key = foldName(item.name.value);
    if (found.has(key)) continue;
    const isClear = !file.isBroken && !hasSchemaProblem(file, item.span);
    found.set(key, [item.name.value, item.type?.value ?? '', isClear && item.values.length > 0]);
  }
  return found;
});

/** What list entities understand: by `entity form` (folded name, normal form). */
export const entityTexts = factTable(['entity'], ({ definitions }) => {
  const found = new Map<string, true>();
  const seen = new Set<string>();
  for (const item of definitions) {
    if (item.kind !== 'entity' || seen.has(foldName(item.name.value))) continue;
    seen.add(foldName(item.name.value));
    for (const { value, synonyms } of item.values) {
      for (const text of [value, ...synonyms]) found.set(entityTextKey(item.name.value, text.value), true);
    }
  }
  return found;
});

export function entityTextKey(entity: string, text: string): string {
  return `${foldName(entity)} ${normalForm(text)}`;
}

/** Every annotation of a file, in its order. */
export const annotationsIn = oncePerTree((file: ProjectFile): readonly Annotation[] =>
  blocksIn(file).flatMap(({ block }) => block.expressions.flatMap(({ annotations }) => annotations)),
);

/** Which files annotate a text with an entity: by `entity form`, as above. */
export const annotatedTexts = factTable(['intent'], (file) => {
  const found = new Map<string, true>();
  for (const { entity, text } of annotationsIn(file)) {
    found.set(entityTextKey(entity.value, text.value), true);
  }
  return found;
});

/** With fewer different values nothing can be learned. */
export const FEWEST_VALUES = 5;

/** Different values that are annotated with an entity (folded): the first few of a file, no more than matter. */
export const annotatedValues = factTable(['intent'], (file) => {
  const found = new Map<string, string[]>();
  for (const { entity, text } of annotationsIn(file)) {
    const key = foldName(entity.value);
    const own = found.get(key) ?? [];
    found.set(key, own);
    const form = normalForm(text.value);
    if (own.length < FEWEST_VALUES && !own.includes(form)) own.push(form);
  }
  return found;
});

/** Expressions (folded) with annotations that cannot be read. */
export const unreadAnnotations = factTable(['intent'], (file) => {
  const found = new Map<string, true>();
  for (const { block } of blocksIn(file)) {
    for (const { source, problems } of block.expressions) {
      if (problems.length > 0) found.set(foldName(source), true);
    }
  }
  return found;
});

/** The entities (folded) that fill a variable (folded), in the order of the file. */
export const variableEntities = factTable(['intent'], (file) => {
  const found = new Map<string, string[]>();
  for (const { entity, variable } of annotationsIn(file)) {
    if (!variable) continue;
    const key = foldName(variable.value);
    const own = found.get(key) ?? [];
    found.set(key, own);
    if (!own.includes(foldName(entity.value))) own.push(foldName(entity.value));
  }
  return found;
});
