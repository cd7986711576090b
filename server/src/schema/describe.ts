import { t } from '@vscode/l10n';
import type { ErrorObject } from 'ajv';
import type { MapNode } from '../syntax/tree';
import { nearestNames } from '../text/didYouMean';
import { describeValue } from './describeValue';
import { entryOf, headSpan, type Place } from './place';
import type { SchemaProblem } from './schemaProblem';
import type { SchemaView } from './schemaView';
import { firstSentence, quotedList } from './words';

/** A problem, with what is needed to tell causes from their consequences. */
export interface Mistake {
  readonly problem: SchemaProblem;
  /** The map that the problem is about. */
  readonly map?: MapNode;
  /** The keys of which it lacks one. */
  readonly lacks?: readonly string[];
}

/**
 * What one error of a validator means, in a sentence, at the narrowest place. Undefined for errors that say again what
 * another one says.
 */
export function describe(error: ErrorObject, place: Place): Mistake | undefined {
  const { keyword, params } = error;
  const param = (name: string): string => String(params[name]);
  const map = place.node?.kind === 'map' ? place.node : undefined;
  if (!map) return valueMistake(error, place);
  switch (keyword) {
    case 'required':
      return missingKey(param('missingProperty'), map, place);
    case 'discriminator':
      return params['tagValue'] === undefined
        ? missingKey(param('tag'), map, place)
        : wrongVariant(param('tag'), map, place);
    case 'additionalProperties':
      return unknownKey(param('additionalProperty'), map, place);
    case 'propertyNames':
      return wrongName(param('propertyName'), map, place);
    case 'dependentRequired':
      return missingCompanion(param('property'), [param('missingProperty')], map);
    case 'anyOf':
      return lonelyKey(error, map, place.view);
    case 'oneOf':
      return wrongChoice(params['passingSchemas'] !== null, map, place);
    case 'maxProperties':
      return tooManyKeys(map, place);
    case 'pattern':
    case 'minLength':
    case 'maxLength':
      // From inside `propertyNames`, which reports the name itself.
      return undefined;
    default:
      return valueMistake(error, place);
  }
}

function valueMistake(error: ErrorObject, place: Place): Mistake | undefined {
  const problem = describeValue(error, place);
  return problem && { problem };
}

function missingKey(name: string, map: MapNode, place: Place): Mistake {
  const misnamed = misnamedTag(name, map, place);
  if (misnamed) return misnamed;
  const description = firstSentence((place.view?.key(name) ?? place.choice?.key(name))?.description ?? '');
  return {
    problem: {
      code: 'schema/required-key',
      message: t("'{0}' is missing. {1}", name, description).trimEnd(),
      span: headSpan(place),
    },
    map,
    lacks: [name],
  };
}

/** Without the key that decides over all others validators look at none of these, so that nobody else sees it misnamed. */
function misnamedTag(name: string, map: MapNode, place: Place): Mistake | undefined {
  const known = place.view ?? place.choice;
  if (known?.discriminator !== name) return undefined;
  const entry = map.entries.find(
    ({ key }) => !known?.key(key.text) && nearestNames(key.text, [name]).length > 0,
  );
  return entry && unknownKey(entry.key.text, map, { ...place, view: known });
}

function unknownKey(name: string, map: MapNode, { view, choice }: Place): Mistake | undefined {
  const entry = entryOf(map, name);
  if (!entry) return undefined;
  const free = (view?.keys ?? []).map((key) => key.name).filter((key) => !entryOf(map, key));
  const suggestions = nearestNames(name, free);
  return {
    problem: {
      code: 'schema/unknown-key',
      message: unknownKeySentence(name, map, view, choice, suggestions[0], free),
      span: entry.key.span,
      suggestions,
    },
    map,
  };
}

function unknownKeySentence(
  name: string,
  map: MapNode,
  view: SchemaView | undefined,
  choice: SchemaView | undefined,
  nearest: string | undefined,
  free: readonly string[],
): string {
  if (name === '') return t('This key is empty. There can be: {0}.', quotedList(free));
  const tag = choice?.discriminator;
  if (tag !== undefined && choice?.key(name)) {
    const value = entryOf(map, tag)?.value;
    return t("'{0}' does not go with '{1}: {2}'.", name, tag, value?.kind === 'scalar' ? value.text : '');
  }
  if (nearest !== undefined) {
    const description = firstSentence(view?.key(nearest)?.description ?? '');
    return t("There is no key '{0}' here. Did you mean '{1}'? {2}", name, nearest, description).trimEnd();
  }
  if (free.length > 0) return t("There is no key '{0}' here. There can be: {1}.", name, quotedList(free));
  return t("There is no key '{0}' here, and all others are written.", name);
}

function wrongName(name: string, map: MapNode, { view, key }: Place): Mistake | undefined {
  const entry = entryOf(map, name);
  if (!entry) return undefined;
  const form = view?.keyNames?.form;
  return {
    problem: {
      code: 'schema/invalid-value',
      message:
        name === ''
          ? t("A key of '{0}' is empty.", key?.text ?? '')
          : form === undefined
            ? t("'{0}' is too long for a key of '{1}'.", name, key?.text ?? '')
            : t("'{0}' cannot be a key of '{1}'. Write {2}.", name, key?.text ?? '', form),
      span: entry.key.span,
    },
  };
}

function wrongVariant(tag: string, map: MapNode, { choice }: Place): Mistake | undefined {
  const entry = entryOf(map, tag);
  if (!entry) return undefined;
  const place: Place = {
    node: entry.value,
    view: choice?.key(tag),
    choice: choice?.key(tag),
    key: entry.key,
    item: false,
  };
  const problem = describeValue({ keyword: 'enum', instancePath: '', schemaPath: '', params: {} }, place);
  return problem && { problem };
}

function missingCompanion(name: string, companions: readonly string[], map: MapNode): Mistake | undefined {
  const entry = entryOf(map, name);
  if (!entry) return undefined;
  return {
    problem: {
      code: 'schema/required-key',
      message:
        companions.length === 1
          ? t("'{0}' needs '{1}' beside it.", name, companions[0] ?? '')
          : t("'{0}' needs one of these keys beside it: {1}.", name, quotedList(companions)),
      span: entry.key.span,
    },
    map,
    lacks: companions,
  };
}

/** A key that makes sense only beside one of a few others (`dependentSchemas` with `anyOf` of `required`). */
function lonelyKey(error: ErrorObject, map: MapNode, view: SchemaView | undefined): Mistake | undefined {
  const name = /dependentSchemas\/([^/]+)\/anyOf$/.exec(error.schemaPath)?.[1];
  return name === undefined ? undefined : missingCompanion(name, view?.companions(name) ?? [], map);
}

function wrongChoice(several: boolean, map: MapNode, place: Place): Mistake | undefined {
  const names = place.view?.exclusive ?? [];
  const written = map.entries.filter(({ key }) => names.includes(key.text));
  const second = written[1];
  if (several && second) {
    return {
      problem: {
        code: 'schema/invalid-value',
        message: t('Only one of these can stand here: {0}.', quotedList(names)),
        span: second.key.span,
      },
    };
  }
  return {
    problem: {
      code: 'schema/required-key',
      message: t('One of these is missing: {0}.', quotedList(names)),
      span: headSpan(place),
    },
    map,
    lacks: names,
  };
}

function tooManyKeys(map: MapNode, { view }: Place): Mistake | undefined {
  const known = map.entries.filter(({ key }) => view?.key(key.text));
  const second = known[1];
  // With one known key the others are unknown ones, which are reported as such.
  if (!second) return undefined;
  return {
    problem: {
      code: 'schema/invalid-value',
      message: t("'{0}' needs a '-' of its own: one item holds one thing.", second.key.text),
      span: second.key.span,
    },
  };
}
