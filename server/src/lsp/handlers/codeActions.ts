import { t } from '@vscode/l10n';
import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver';
import { codeActions } from '../../features/codeActions';
import { moveExpressions, moveTargets, selectedExpressions } from '../../features/moveExpressions';
import type { ExpressionSelection } from '../../protocol';
import { safeFixes } from '../../rules/fixAll';
import type { Finding, Fix } from '../../rules/rule';
import { fixesOf } from '../../rules/run';
import type { Span } from '../../text/range';
import { toCodeAction, workspaceEditOf } from '../convert';
import { finished } from '../../text/turns';
import { guarded } from '../guard';
import type { Session, Target } from '../session';

const MOVE = CodeActionKind.RefactorMove;
/** Ours, so that people can leave it out of what runs on save: `source.fixAll` asks for it too. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.botlane`;

export const CODE_ACTION_KINDS: readonly string[] = [CodeActionKind.QuickFix, MOVE, FIX_ALL];

/** Moves that are offered by name, to clients that have no list to choose from. */
const NAMED_MOVES = 3;

/** Quick fixes, safe fixes of a whole file, and refactorings. They change files, so there are none in LIVE. */
export function registerCodeActions(session: Session): void {
  session.connection.onCodeAction(
    guarded(
      session,
      'Code actions',
      async ({ textDocument, range, context }, token): Promise<CodeAction[]> => {
        const target = session.target(textDocument.uri);
        if (!target || target.isLive) return [];
        const { lines } = target.file.syntax;
        const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
        const wanted = (kind: string): boolean => context.only?.some((only) => holds(only, kind)) ?? true;
        return [
          ...(wanted(CodeActionKind.QuickFix) ? quickFixes(session, target, span) : []),
          ...(wanted(CodeActionKind.QuickFix) ? takeIntoDraft(session, target, span) : []),
          // On request only: it would stand beside the quick fixes of every finding.
          ...(context.only && wanted(FIX_ALL) ? fixAll(session, target) : []),
          ...(wanted(MOVE)
            ? await moves(session, target, span, { textDocument, range, context }, token)
            : []),
        ];
      },
    ),
  );
}

/** Kinds are hierarchical: `source` asks for `source.fixAll` too. */
function holds(only: string, kind: string): boolean {
  return only === '' || kind === only || kind.startsWith(`${only}.`);
}

function quickFixes(session: Session, target: Target, span: Span): CodeAction[] {
  const conversion = session.conversion(target.project);
  const actions = codeActions(session.findings(target.file.uri), span, fixesIn(session, target));
  return actions.flatMap(
    (action) => toCodeAction(action, session.diagnosticOf(action.finding, conversion), conversion) ?? [],
  );
}

/** The fix of drift is no edit but a merge, which a command of our client does. */
function takeIntoDraft(session: Session, { bot, file, project }: Target, span: Span): CodeAction[] {
  const finding = session
    .findings(file.uri)
    .find(
      ({ code, span: { start, end } }) => code === 'release/drift' && start <= span.end && span.start <= end,
    );
  if (!finding || !session.client.isOwn) return [];
  const title = t('Take LIVE into the draft');
  const command = { title, command: 'botlane.takeIntoDraft', arguments: [{ botRoot: bot.root }] };
  const diagnostics = [session.diagnosticOf(finding, session.conversion(project))];
  return [{ title, kind: CodeActionKind.QuickFix, isPreferred: true, diagnostics, command }];
}

function fixAll(session: Session, target: Target): CodeAction[] {
  const { uri } = target.file;
  const conversion = session.conversion(target.project);
  const { changes, mended } = safeFixes(session.findings(uri), fixesIn(session, target), uri);
  const edit = changes.length > 0 && workspaceEditOf(changes, conversion);
  if (!edit) return [];
  const diagnostics = mended.map((finding) => session.diagnosticOf(finding, conversion));
  return [{ title: t('Fix everything that is safe to fix in this file'), kind: FIX_ALL, diagnostics, edit }];
}

function fixesIn(session: Session, { bot, live, project }: Target): (finding: Finding) => readonly Fix[] {
  return (finding) =>
    fixesOf(
      finding,
      { bot, live, project },
      { onCrash: (code, error) => session.log(`The fixes of rule ${code} failed`, error) },
    );
}

async function moves(
  session: Session,
  target: Target,
  span: Span,
  { textDocument, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const { bot, file, project } = target;
  const selected = selectedExpressions(file, span);
  if (!selected || bot.names('intent').length < 2) return [];
  if (session.client.isOwn) {
    const title =
      selected.expressions.length === 1
        ? t('Move expression to another intent…')
        : t('Move {0} expressions to another intent…', selected.expressions.length);
    const selection: ExpressionSelection = { uri: textDocument.uri, range };
    const command = { title, command: 'botlane.moveExpressions', arguments: [selection] };
    return [{ title, kind: MOVE, command }];
  }
  // Looking for likely targets is too much work for every move of the cursor.
  if (context.triggerKind === CodeActionTriggerKind.Automatic) return [];
  const targets = await finished(moveTargets(bot, selected), () => token.isCancellationRequested);
  return (targets ?? []).slice(0, NAMED_MOVES).flatMap(({ intent }) => {
    const changes = moveExpressions(bot, file, span, intent);
    const edit = 'refused' in changes ? undefined : workspaceEditOf(changes, session.conversion(project));
    return edit ? [{ title: t("Move to intent '{0}'", intent), kind: MOVE, edit }] : [];
  });
}
