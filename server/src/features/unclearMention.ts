import { conditionVariables } from '../model/condition';
import { lexedVariables } from '../model/conditionTokens';
import { embeddedScalars } from '../model/embeddedScalars';
import { messageVariables } from '../model/message';
import { lexedPlaceholders } from '../model/messageTokens';
import type { SymbolKind } from '../model/occurrence';
import type { BotSnapshot, ProjectFile } from '../project/snapshot';
import type { FilePlace } from './place';

/**
 * The first place that mentions a variable or entity where nobody can tell whether it is the name or a mere word: in a
 * condition, message or annotation that neither parses nor falls into tokens.
 */
export function unclearMention(bot: BotSnapshot, symbol: SymbolKind, name: string): FilePlace | undefined {
  if (symbol !== 'variable' && symbol !== 'entity') return undefined;
  const word = new RegExp(`(?<![\\w.-])${name.replace(/[.-]/g, '\\$&')}(?![\\w-])`, 'i');
  for (const file of bot.files.values()) {
    if (!word.test(file.syntax.text)) continue;
    const span = inAnnotations(file, word) ?? (symbol === 'variable' ? inScalars(file, word) : undefined);
    if (span) return { file, span };
  }
  return undefined;
}

function inScalars({ syntax }: ProjectFile, word: RegExp): FilePlace['span'] | undefined {
  const unclear = [
    ...embeddedScalars(syntax, 'condition').filter(
      ({ text }) => !conditionVariables(text) && !lexedVariables(text),
    ),
    ...[...embeddedScalars(syntax, 'message'), ...embeddedScalars(syntax, 'template')].filter(
      ({ text }) => !messageVariables(text) && !lexedPlaceholders(text),
    ),
  ];
  return unclear.find(({ text }) => word.test(text))?.span;
}

/** Only what stands between round brackets can name something there. */
function inAnnotations({ definitions }: ProjectFile, word: RegExp): FilePlace['span'] | undefined {
  for (const definition of definitions) {
    if (definition.kind !== 'intent') continue;
    for (const { expressions } of definition.expressions.values()) {
      for (const { source, problems, span } of expressions) {
        if (problems.length > 0 && bracketed(source).some((part) => word.test(part))) return span;
      }
    }
  }
  return undefined;
}

/** What stands behind each opening round bracket, up to the closing one. */
function bracketed(source: string): readonly string[] {
  return source
    .split('(')
    .slice(1)
    .map((part) => part.split(')', 1)[0] ?? '');
}
