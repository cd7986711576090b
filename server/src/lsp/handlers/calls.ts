import { type CallHierarchyItem, SymbolKind } from 'vscode-languageserver';
import {
  type Call,
  type CallItem,
  incomingCalls,
  outgoingCalls,
  prepareCallHierarchy,
} from '../../features/callHierarchy';
import { rangeOf } from '../convert';
import { guarded } from '../guard';
import type { Session, Target } from '../session';

/** Which dialog leads to which, as the protocol's call hierarchy, in the draft and in LIVE. */
export function registerCalls(session: Session): void {
  const { callHierarchy } = session.connection.languages;

  callHierarchy.onPrepare(
    guarded(session, 'Call hierarchy', ({ textDocument, position }) => {
      const target = session.targetAt(textDocument.uri, position);
      if (!target) return null;
      const items = prepareCallHierarchy(target.bot, target.file, target.offset);
      return items.length === 0 ? null : items.map((item) => itemOf(session, target, item));
    }),
  );

  callHierarchy.onIncomingCalls(
    guarded(session, 'Incoming calls', ({ item }) =>
      called(session, item, incomingCalls, (target, { item: from, spans }) => ({
        from: itemOf(session, target, from),
        fromRanges: spans.map((span) => rangeOf(from.file, span)),
      })),
    ),
  );

  callHierarchy.onOutgoingCalls(
    guarded(session, 'Outgoing calls', ({ item }) =>
      called(session, item, outgoingCalls, (target, { item: to, spans }) => ({
        to: itemOf(session, target, to),
        fromRanges: spans.map((span) => rangeOf(target.file, span)),
      })),
    ),
  );
}

/** The calls of an item that the client holds; its file leads to its bot. */
function called<Result>(
  session: Session,
  { uri, data }: CallHierarchyItem,
  calls: typeof incomingCalls,
  convert: (target: Target, call: Call) => Result,
): Result[] | null {
  const target = session.target(uri);
  if (!target) return null;
  const { symbol, name } = data as Pick<CallItem, 'symbol' | 'name'>;
  return calls(target.bot, symbol, name).map((call) => convert(target, call));
}

const KINDS: Readonly<Record<CallItem['symbol'], SymbolKind>> = {
  dialog: SymbolKind.Method,
  intent: SymbolKind.Event,
  bot: SymbolKind.Package,
};

function itemOf(session: Session, { project }: Target, item: CallItem): CallHierarchyItem {
  const { symbol, name, label, detail, file } = item;
  return {
    name: label,
    kind: KINDS[symbol],
    detail,
    uri: session.conversion(project).clientUri(file.uri),
    range: rangeOf(file, item.extent),
    selectionRange: rangeOf(file, item.span),
    data: { symbol, name },
  };
}
