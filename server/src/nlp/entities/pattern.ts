import { t } from '@vscode/l10n';
import { RE2JS, RE2JSException } from 're2js';
import { capped, type Match, type Matcher, withoutOverlaps } from './matcher';

/** A pattern of this length is no pattern but a list. */
const LONGEST_PATTERN = 1000;

/** Why a pattern cannot be used, as a phrase; undefined when it can. It must compile for the linear-time engine. */
export function patternProblem(pattern: string): string | undefined {
  if (pattern.length > LONGEST_PATTERN) return t('it is longer than {0} characters', LONGEST_PATTERN);
  try {
    RE2JS.compile(RE2JS.translateRegExp(pattern));
    return undefined;
  } catch (error) {
    if (error instanceof RE2JSException) return error.message.replace(/^error parsing regexp: /, '');
    throw error;
  }
}

/** Matches a pattern entity in time linear in the message, whatever the pattern. The value is the matched text. */
export function patternMatcher(patterns: readonly string[]): Matcher {
  const usable = patterns.filter((pattern) => patternProblem(pattern) === undefined);
  const compiled = usable.map((pattern) => RE2JS.compile(RE2JS.translateRegExp(pattern)));
  return (text) => {
    const part = capped(text);
    const matches: Match[] = [];
    for (const pattern of compiled) {
      const matcher = pattern.matcher(part);
      while (matcher.find()) {
        const start = matcher.start();
        const end = matcher.end();
        if (end > start) matches.push({ value: part.slice(start, end), start, end, score: 1 });
      }
    }
    return withoutOverlaps(matches);
  };
}
