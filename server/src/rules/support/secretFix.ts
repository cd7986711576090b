import { t } from '@vscode/l10n';
import { editFile } from '../edits/documents';
import { columnOf, newlineOf } from '../edits/lines';
import { entryAround } from '../edits/syntaxPath';
import { removeEntry } from '../edits/yamlEdits';
import type { Finding, Fix, RuleContext } from '../rule';
import { fileOf } from './fixes';

/** The name that stands in for a secret until a person gives a better one. */
const NAME = 'API_TOKEN';

/** The fix that sends a named secret instead of the header that holds one. Only a bearer token can be sent by name. */
export function useSecretName(finding: Finding, context: RuleContext): readonly Fix[] {
  const file = fileOf(finding, context);
  const http = file && entryAround(file.syntax, finding.span.start, 'http')?.entry.value;
  const headers = file && entryAround(file.syntax, finding.span.start, 'headers');
  if (!file || http?.kind !== 'map' || headers?.entry.value?.kind !== 'map') return [];
  if (http.entries.some(({ key }) => key.text === 'secret')) return [];
  const map = headers.entry.value;
  const header = map.entries.find(
    ({ span }) => span.start <= finding.span.start && finding.span.end <= span.end,
  );
  if (header?.key.text.toLowerCase() !== 'authorization') return [];
  const { text } = file.syntax;
  const { start } = headers.entry.span;
  const named = `secret: ${NAME}`;
  const between = http.style === 'flow' ? ', ' : newlineOf(text) + ' '.repeat(columnOf(text, start));
  const edits =
    map.entries.length === 1
      ? [{ span: headers.entry.span, newText: named }]
      : [{ span: { start, end: start }, newText: named + between }, removeEntry(text, map, header)];
  return [
    {
      title: t("Send the secret named '{0}' instead", NAME),
      kind: 'choice',
      preferred: true,
      changes: [editFile(file, ...edits)],
    },
  ];
}
