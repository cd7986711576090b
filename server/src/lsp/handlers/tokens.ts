import {
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensOptions,
} from 'vscode-languageserver';
import {
  type SemanticToken,
  semanticTokens,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
} from '../../features/semanticTokens';
import type { ProjectFile } from '../../project/snapshot';
import { guarded } from '../guard';
import type { Session } from '../session';

export const semanticTokensOptions: SemanticTokensOptions = {
  legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
  full: true,
  range: true,
};

/** Semantic tokens, in the draft and in LIVE. */
export function registerTokens(session: Session): void {
  const { semanticTokens: requests } = session.connection.languages;

  requests.on(
    guarded(session, 'Semantic tokens', ({ textDocument }) => {
      const target = session.target(textDocument.uri);
      return target ? encoded(target.file, semanticTokens(target.file)) : NONE;
    }),
  );

  requests.onRange(
    guarded(session, 'Semantic tokens', ({ textDocument, range }) => {
      const target = session.target(textDocument.uri);
      if (!target) return NONE;
      const { lines } = target.file.syntax;
      const within = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
      return encoded(target.file, semanticTokens(target.file, within));
    }),
  );
}

const NONE: SemanticTokens = { data: [] };

function encoded(file: ProjectFile, tokens: readonly SemanticToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const { span, type, modifiers } of tokens) {
    const { line, character } = file.syntax.lines.positionAt(span.start);
    const bits = modifiers.reduce((sum, modifier) => sum + 2 ** TOKEN_MODIFIERS.indexOf(modifier), 0);
    builder.push(line, character, span.end - span.start, TOKEN_TYPES.indexOf(type), bits);
  }
  return builder.build();
}
