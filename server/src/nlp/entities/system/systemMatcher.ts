import type { SystemKind } from '../../contract';
import { capped, type Matcher } from '../matcher';
import { datetimeMatcher } from './datetime';
import { durationMatcher } from './duration';
import { emailMatcher } from './email';
import { moneyMatcher } from './money';
import { numberMatcher } from './number';
import { ordinalMatcher } from './ordinal';
import { phoneMatcher } from './phone';
import { urlMatcher } from './url';

/** Makes the matcher of a system entity. Values: see each kind's own file. */
export function systemMatcher(kind: SystemKind, language: string): Matcher {
  const matcher = matcherOf(kind, language);
  return (text, context) => matcher(capped(text), context);
}

function matcherOf(kind: SystemKind, language: string): Matcher {
  switch (kind) {
    case 'datetime':
      return datetimeMatcher(language);
    case 'duration':
      return durationMatcher(language);
    case 'email':
      return emailMatcher;
    case 'money':
      return moneyMatcher(language);
    case 'number':
      return numberMatcher(language);
    case 'ordinal':
      return ordinalMatcher(language);
    case 'phone':
      return phoneMatcher(language);
    case 'url':
      return urlMatcher;
  }
}
