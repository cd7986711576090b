import type { YAMLParseError } from 'yaml';
import type { Lines } from '../text/lines';
import { skipBlanks } from './lineParts';

/**
 * The library's errors without those that follow from an earlier one:
 * - a bracket too many makes it lose its place, and all of the rest is unexpected;
 * - beside one line that is indented too far, or too little, all of its neighbours are;
 * - below a key that has a text beside it as well, every line is wrong anew.
 */
export function withoutConsequences(
  errors: readonly YAMLParseError[],
  text: string,
  lines: Lines,
): readonly YAMLParseError[] {
  let isLost = false;
  let indent: number | undefined;
  let keyLine: number | undefined;
  return errors.filter((error) => {
    const { code, message, pos } = error;
    const wasLost = isLost;
    isLost ||= isStray(message);
    if (wasLost && isStray(message)) return false;

    const before = indent;
    indent = code === 'BAD_INDENT' ? lines.positionAt(skipBlanks(text, pos[0])).character : undefined;
    if (indent !== undefined && indent === before) return false;

    const follows = IMPLICIT_KEY.has(code) && lines.positionAt(pos[0]).line === keyLine;
    if (code === 'MULTILINE_IMPLICIT_KEY') keyLine = lines.positionAt(pos[1]).line;
    return !follows;
  });
}

const IMPLICIT_KEY: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY']);

function isStray(message: string): boolean {
  return message.includes('token in YAML stream');
}
