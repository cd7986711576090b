import { t } from '@vscode/l10n';
import type { Entity } from '../../model/definitions';
import { foldName } from '../../model/occurrence';
import type { Placed } from '../../project/snapshot';
import { nearestNames } from '../../text/didYouMean';
import { editFile } from '../edits/documents';
import { rootEntry } from '../edits/syntaxPath';
import { appendEntry, appendItem, oneLine } from '../edits/yamlEdits';
import type { Fix, Rule } from '../rule';
import { annotatedTexts, annotationsIn, entities, entityTextKey, entityTexts } from '../facts/entities';
import { meta } from './unknownValue.meta';

/** Rule 29: annotated texts that their list entity does not know. Each text is told once per entity. */
export const rule: Rule = {
  meta,

  files: ['intent'],

  *checkFile(file, context) {
    const told = new Set<string>();
    for (const { text, entity } of annotationsIn(file)) {
      const key = entityTextKey(entity.value, text.value);
      if (told.has(key)) continue;
      told.add(key);
      const [list] = context.look(entities, foldName(entity.value));
      const [name = '', type, hasValues] = list?.value ?? [];
      // Values that cannot be read are no reason to report those who use them.
      if (!list || type !== 'list' || !hasValues) continue;
      if (context.look(entityTexts, key).some(({ uri }) => uri === list.uri)) continue;
      if (context.look(annotatedTexts, key)[0]?.uri !== file.uri) continue;
      yield {
        span: text.span,
        message: t(
          "'{0}' is no value of entity '{1}'. Add it as a synonym, or correct it.",
          text.value,
          name,
        ),
        data: { text: text.value, entity: name },
      };
    }
  },

  fixes({ data }, { bot }) {
    const { text = '', entity = '' } = data;
    const placed = bot.entity(entity)[0];
    if (!placed || /[\n\\]/.test(text)) return [];
    const names = placed.item.values.map(({ value }) => value.value);
    const near = nearestNames(text, names, SUGGESTED);
    const chosen = near.length > 0 ? near : names.slice(0, SUGGESTED);
    return [...chosen.flatMap((value) => addSynonym(placed, value, text)), ...addValue(placed, text)];
  },
};

/** Nobody chooses from a longer menu. */
const SUGGESTED = 3;

function addSynonym({ file, item }: Placed<Entity>, value: string, text: string): Fix[] {
  const values = rootEntry(item.document, 'values')?.value;
  const list =
    values?.kind === 'map' ? values.entries.find(({ key }) => key.text === value)?.value : undefined;
  if (list?.kind !== 'list') return [];
  const edit = appendItem(file.syntax.text, list, oneLine(asScalar(text)));
  const title = t("Add '{0}' as a synonym of '{1}'", text, value);
  return [{ title, kind: 'choice', changes: [editFile(file, edit)] }];
}

function addValue({ file, item }: Placed<Entity>, text: string): Fix[] {
  const values = rootEntry(item.document, 'values')?.value;
  if (values?.kind !== 'map') return [];
  const edit = appendEntry(file.syntax.text, values, asScalar(text), oneLine('[]'));
  return [
    { title: t("Add '{0}' as a value of its own", text), kind: 'choice', changes: [editFile(file, edit)] },
  ];
}

function asScalar(text: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _-]*$/u.test(text) ? text.trimEnd() : JSON.stringify(text);
}
