import { schemaOf } from '../schema/registry';
import type { MapEntry, MapNode, SyntaxDocument } from '../syntax/tree';
import type { Located } from '../text/range';
import { lowerBase } from './base';
import {
  type BotDefinition,
  DEFAULT_DIALOGS,
  type DefaultDialog,
  type NlpQualityMeasure,
  type NlpQualityPolicy,
  type RuleSeverity,
  type Variable,
  type VariableType,
} from './definitions';
import {
  asMap,
  defined,
  entriesAt,
  entryAt,
  located,
  mapAt,
  name,
  namesAt,
  number,
  text,
  textsAt,
  typed,
  valueAt,
} from './read';

/** What counts where `nlp` says nothing. */
const DEFAULT_NLP: BotDefinition['nlp'] = {
  intentThreshold: 0.8,
  entityThreshold: 0.8,
  maxMessageLength: 1000,
};

/** What counts where `release.nlpQuality` says nothing. */
const DEFAULT_NLP_QUALITY: BotDefinition['nlpQuality'] = {
  policy: 'warn',
  maxDrop: 2,
  measuredBy: 'tests',
};

const QUALITY_POLICIES: readonly NlpQualityPolicy[] = ['block', 'warn', 'off'];
const QUALITY_MEASURES: readonly NlpQualityMeasure[] = ['tests', 'cross-validation'];
const VARIABLE_TYPES: readonly VariableType[] = ['string', 'number', 'boolean', 'enum'];
const SEVERITIES: readonly RuleSeverity[] = ['error', 'warning', 'information', 'off'];

export function lowerBot(document: SyntaxDocument, root: MapNode): BotDefinition | undefined {
  const base = lowerBase(document, root, 'bot');
  if (!base) return undefined;
  const nlp = mapAt(root, 'nlp');
  const threshold = mapAt(nlp, 'threshold');
  const dialogsKey = entryAt(root, 'dialogs')?.key;
  return {
    kind: 'bot',
    ...base,
    languages: lowerLanguages(root),
    nlp: {
      intentThreshold: number(valueAt(threshold, 'intent')) ?? DEFAULT_NLP.intentThreshold,
      entityThreshold: number(valueAt(threshold, 'entity')) ?? DEFAULT_NLP.entityThreshold,
      maxMessageLength: number(valueAt(nlp, 'maxMessageLength')) ?? DEFAULT_NLP.maxMessageLength,
    },
    ...defined({ nlpSpan: entryAt(root, 'nlp')?.span, dialogsKey: dialogsKey && located(dialogsKey) }),
    dialogs: lowerDefaultDialogs(mapAt(root, 'dialogs')),
    variables: entriesAt(root, 'variables').map(lowerVariable),
    rules: lowerRules(entriesAt(root, 'rules')),
    release: lowerRelease(entriesAt(root, 'release')),
    nlpQuality: lowerNlpQuality(mapAt(mapAt(root, 'release'), 'nlpQuality')),
    releaseOverrides: textsAt(mapAt(root, 'release'), 'overrides'),
  };
}

/** What is no language tag counts as not written: nobody can be asked for texts in it. */
function lowerLanguages(root: MapNode): readonly Located[] {
  const tag = schemaOf('bot').key('languages')?.items;
  return namesAt(root, 'languages').filter(({ value }) => tag?.fits(value) ?? true);
}

function lowerDefaultDialogs(map: MapNode | undefined): ReadonlyMap<DefaultDialog, Located> {
  const dialogs = new Map<DefaultDialog, Located>();
  for (const key of DEFAULT_DIALOGS) {
    const link = name(valueAt(map, key));
    if (link) dialogs.set(key, link);
  }
  return dialogs;
}

/** A variable of an unknown type counts as text. */
function lowerVariable({ key, value, span }: MapEntry): Variable {
  const map = asMap(value);
  const written = text(valueAt(map, 'type'))?.value;
  const known = VARIABLE_TYPES.find((one) => one === written);
  const type = known ?? 'string';
  return {
    name: located(key),
    type,
    isTyped: known !== undefined,
    values: textsAt(map, 'values'),
    ...defined({ initial: lowerInitial(map, type) }),
    sensitive: typed(valueAt(map, 'sensitive'))?.value === true,
    span,
  };
}

function lowerInitial(
  map: MapNode | undefined,
  type: VariableType,
): Located<string | number | boolean> | undefined {
  const node = valueAt(map, 'initial');
  if (type === 'string' || type === 'enum') return text(node);
  const initial = typed(node);
  return typeof initial?.value === type ? (initial as Located<number | boolean>) : undefined;
}

function lowerRules(entries: readonly MapEntry[]): BotDefinition['rules'] {
  const rules = new Map<string, { code: Located; severity: RuleSeverity }>();
  for (const { key, value } of entries) {
    const written = text(value)?.value;
    const severity = SEVERITIES.find((known) => known === written);
    if (severity && !rules.has(key.text)) rules.set(key.text, { code: located(key), severity });
  }
  return rules;
}

function lowerNlpQuality(map: MapNode | undefined): BotDefinition['nlpQuality'] {
  const policy = text(valueAt(map, 'policy'))?.value;
  const measuredBy = text(valueAt(map, 'measuredBy'))?.value;
  return {
    policy: QUALITY_POLICIES.find((one) => one === policy) ?? DEFAULT_NLP_QUALITY.policy,
    maxDrop: number(valueAt(map, 'maxDrop')) ?? DEFAULT_NLP_QUALITY.maxDrop,
    measuredBy: QUALITY_MEASURES.find((one) => one === measuredBy) ?? DEFAULT_NLP_QUALITY.measuredBy,
  };
}

function lowerRelease(entries: readonly MapEntry[]): BotDefinition['release'] {
  const release = new Map<string, Located<string | number | boolean>>();
  for (const { key, value } of entries) {
    const setting = typed(value);
    if (setting && setting.value !== null && !release.has(key.text)) {
      release.set(key.text, { value: setting.value, span: setting.span });
    }
  }
  return release;
}
