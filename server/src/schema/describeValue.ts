import { t } from '@vscode/l10n';
import type { ErrorObject } from 'ajv';
import { nearestNames } from '../text/didYouMean';
import type { Span } from '../text/range';
import { headSpan, type Place } from './place';
import type { SchemaProblem } from './schemaProblem';
import { firstSentence, nodeWords, quotedList, shortened, typeWords } from './words';

/** What an error about a single value means. Undefined for errors that say again what another one says. */
export function describeValue(error: ErrorObject, place: Place): SchemaProblem | undefined {
  const { params } = error;
  const name = nameOf(place);
  const number = Number(params['limit']);
  switch (error.keyword) {
    case 'type':
      return wrongType(place);
    case 'enum':
    case 'const':
      return place.node?.kind === 'scalar' ? unlistedValue(place) : wrongType(place);
    case 'pattern':
      return invalid(place, wrongFormSentence(place));
    case 'minLength':
      return invalid(place, t("'{0}' is empty.", name));
    case 'maxLength':
      return invalid(place, t("'{0}' is too long: {1} characters at most.", name, number));
    case 'minimum':
      return invalid(place, t("'{0}' must be {1} or more.", name, number));
    case 'maximum':
      return invalid(place, t("'{0}' must be {1} or less.", name, number));
    case 'minItems':
    case 'minProperties':
      return invalid(place, emptySentence(place));
    case 'maxItems':
      return tooManyItems(place, number);
    case 'uniqueItems':
      return repeatedItem(place, Math.max(Number(params['i']), Number(params['j'])));
    default:
      return undefined;
  }
}

function nameOf({ key }: Place): string {
  return key?.text ?? '';
}

function textOf({ node }: Place): string {
  return node?.kind === 'scalar' ? shortened(node.text) : '';
}

function descriptionOf({ view }: Place): string {
  return firstSentence(view?.description ?? '');
}

function invalid(place: Place, message: string, span: Span = headSpan(place)): SchemaProblem {
  return { code: 'schema/invalid-value', message, span };
}

function wrongFormSentence(place: Place): string {
  const form = place.view?.form ?? '';
  if (place.node?.kind === 'scalar' && place.node.text === '') {
    return t("'{0}' is empty. Write {1}.", nameOf(place), form);
  }
  return place.view?.isConfidential
    ? t("The value of '{0}' does not fit. Write {1}.", nameOf(place), form)
    : t("'{0}' does not fit '{1}'. Write {2}.", textOf(place), nameOf(place), form);
}

function emptySentence(place: Place): string {
  const sentence = place.item
    ? t("An item of '{0}' is empty. {1}", nameOf(place), descriptionOf(place))
    : t("'{0}' is empty. {1}", nameOf(place), descriptionOf(place));
  return sentence.trimEnd();
}

function wrongType(place: Place): SchemaProblem {
  const { node, view, item } = place;
  const name = nameOf(place);
  const description = descriptionOf(place);
  const wanted = wantedWords(place);
  const span = headSpan(place);
  const code = 'schema/wrong-type';
  if (node === null) {
    const message = item
      ? t("An item of '{0}' is empty: it must be {1}. {2}", name, wanted, description)
      : t("'{0}' has no value: it must be {1}. {2}", name, wanted, description);
    return { code, span, message: message.trimEnd() };
  }
  if (node.kind === 'scalar' && typeof node.value !== 'string' && view?.types.includes('string')) {
    const message = t(
      "'{0}' must be a text, but YAML reads {1} as something else: put it in quotes.",
      name,
      node.text,
    );
    return { code, span, message };
  }
  if (node.kind === 'scalar' && typeof node.value === 'number' && view?.types.includes('integer')) {
    return { code, span, message: t("'{0}' must be {1}. {2}", name, wanted, description).trimEnd() };
  }
  const found = nodeWords(node, view?.isText ?? false);
  const message = item
    ? t("An item of '{0}' must be {1}, not {2}. {3}", name, wanted, found, description)
    : t("'{0}' must be {1}, not {2}. {3}", name, wanted, found, description);
  return { code, span, message: message.trimEnd() };
}

function wantedWords({ view }: Place): string {
  const type = view?.types.find((name) => name !== 'null');
  if (type) return typeWords(type);
  return t('one of {0}', quotedList((view?.values ?? []).map(({ value }) => String(value))));
}

function unlistedValue(place: Place): SchemaProblem {
  const values = (place.view?.values ?? []).map(({ value }) => String(value));
  const text = textOf(place);
  const suggestions = nearestNames(text, values);
  return { ...invalid(place, unlistedSentence(nameOf(place), text, values, suggestions[0])), suggestions };
}

function unlistedSentence(
  name: string,
  text: string,
  values: readonly string[],
  nearest: string | undefined,
): string {
  if (values.length === 1) return t("'{0}' can only be {1}.", name, values[0] ?? '');
  if (text === '') return t("'{0}' is empty. It can be: {1}.", name, quotedList(values));
  return nearest === undefined
    ? t("'{0}' is no value of '{1}'. It can be: {2}.", text, name, quotedList(values))
    : t("'{0}' is no value of '{1}'. Did you mean '{2}'?", text, name, nearest);
}

function tooManyItems(place: Place, limit: number): SchemaProblem {
  const items = place.node?.kind === 'list' ? place.node.items : [];
  const first = items[limit];
  const span = first ? headSpan({ ...place, node: first, item: true }) : headSpan(place);
  const message = t("'{0}' has {1} items, and {2} are the most.", nameOf(place), items.length, limit);
  return invalid(place, message, span);
}

function repeatedItem(place: Place, index: number): SchemaProblem {
  const item = place.node?.kind === 'list' ? (place.node.items[index] ?? null) : null;
  const repeated: Place = { ...place, node: item, item: true };
  return invalid(repeated, t("'{0}' stands in '{1}' twice.", textOf(repeated), nameOf(place)));
}
