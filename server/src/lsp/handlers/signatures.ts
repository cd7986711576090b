import { MarkupKind, type SignatureHelp } from 'vscode-languageserver';
import { plainOf } from '../../features/markdown';
import { signatureHelp } from '../../features/signatureHelp';
import { guarded } from '../guard';
import type { Session } from '../session';

/** How the functions of conditions are called. */
export function registerSignatures(session: Session): void {
  session.connection.onSignatureHelp(
    guarded(session, 'Signature help', ({ textDocument, position }): SignatureHelp | null => {
      const target = session.targetAt(textDocument.uri, position);
      const found = target && signatureHelp(target.bot, target.file, target.offset);
      if (!found) return null;
      const { label, meaning, parameters, active } = found;
      const documentation = session.client.markdownHover
        ? { kind: MarkupKind.Markdown, value: meaning }
        : { kind: MarkupKind.PlainText, value: plainOf(meaning) };
      const signature = { label, documentation, parameters: parameters.map((one) => ({ label: one })) };
      return { signatures: [signature], activeSignature: 0, activeParameter: active };
    }),
  );
}
