import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import { completion } from '../../features/completion/completion';
import {
  type CompletionItem as FeatureItem,
  type Named,
  withoutTabStops,
} from '../../features/completion/item';
import { detailOf } from '../../features/completion/names';
import { plainOf } from '../../features/markdown';
import type { ProjectFile } from '../../project/snapshot';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Session } from '../session';

/** What a proposal carries to ask what there is to say about it. */
interface ItemData {
  readonly uri: string;
  readonly about: Named;
}

/** Completion, in the draft only: nothing is written in LIVE. */
export function registerCompletion(session: Session): void {
  const { connection } = session;
  connection.onCompletion(
    guarded(session, 'Completion', ({ textDocument, position }): CompletionList | null => {
      const target = session.targetAt(textDocument.uri, position);
      if (!target || target.isLive) return null;
      const { items, incomplete } = completion(target.bot, target.file, target.offset);
      return { isIncomplete: incomplete, items: items.map((item) => itemOf(session, target.file, item)) };
    }),
  );

  connection.onCompletionResolve((item) => {
    try {
      return resolved(session, item);
    } catch (error) {
      session.log('Completion failed', error);
      return item;
    }
  });
}

const KINDS: Readonly<Record<FeatureItem['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  snippet: CompletionItemKind.Snippet,
  function: CompletionItemKind.Function,
  operator: CompletionItemKind.Operator,
  bot: CompletionItemKind.Module,
  intent: CompletionItemKind.Event,
  entity: CompletionItemKind.Enum,
  flow: CompletionItemKind.Class,
  dialog: CompletionItemKind.Method,
  context: CompletionItemKind.Keyword,
  variable: CompletionItemKind.Variable,
  language: CompletionItemKind.Constant,
  test: CompletionItemKind.Interface,
};

function resolved(session: Session, item: CompletionItem): CompletionItem {
  const data = item.data as ItemData | undefined;
  const target = data && session.target(data.uri);
  const detail = target && detailOf(target.bot, data.about);
  return detail === undefined || detail === '' ? item : { ...item, detail };
}

function itemOf({ client }: Session, file: ProjectFile, item: FeatureItem): CompletionItem {
  const snippet = item.snippet && client.snippets;
  const newText = item.snippet && !snippet ? withoutTabStops(item.newText) : item.newText;
  return {
    label: item.label,
    kind: KINDS[item.kind],
    sortText: item.sort,
    textEdit: { range: rangeOf(file, item.replace), newText },
    insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    insertTextMode: InsertTextMode.asIs,
    ...(item.filter !== undefined && { filterText: item.filter }),
    ...(item.detail !== undefined && { detail: item.detail }),
    ...(item.about && { data: { uri: file.uri, about: item.about } satisfies ItemData }),
    ...(item.documentation !== undefined && {
      documentation: client.markdownHover
        ? { kind: MarkupKind.Markdown, value: item.documentation }
        : { kind: MarkupKind.PlainText, value: plainOf(item.documentation) },
    }),
    ...(item.more && client.isOwn && { command: { title: '', command: 'editor.action.triggerSuggest' } }),
  };
}
