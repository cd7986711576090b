import type { Finding, RelatedPlace } from '../../rules/rule';
import type { Position, Range } from '../../text/range';
import { isListOf, isNumber, isRecord, isText } from '../content/shapes';
import type { TrainingNeed } from './training';

/** The findings that were kept; undefined when these are none. */
export function keptFindings(value: unknown): readonly Finding[] | undefined {
  return isListOf(value, isFinding) ? value : undefined;
}

/** The training that was kept; undefined when this is none. */
export function keptTraining(value: unknown): readonly TrainingNeed[] | undefined {
  return isListOf(value, isTrainingNeed) ? value : undefined;
}

const SEVERITIES: ReadonlySet<unknown> = new Set<Finding['severity']>(['error', 'warning', 'information']);

function isFinding(value: unknown): value is Finding {
  if (!isRecord(value)) return false;
  const { code, severity, message, uri, range, span, bot, related, data } = value;
  return (
    [code, message, uri, bot].every(isText) &&
    SEVERITIES.has(severity) &&
    isRange(range) &&
    isRecord(span) &&
    [span['start'], span['end']].every(isNumber) &&
    isListOf(related, isRelatedPlace) &&
    isRecord(data) &&
    Object.values(data).every(isText)
  );
}

function isRelatedPlace(value: unknown): value is RelatedPlace {
  return isRecord(value) && [value['uri'], value['message']].every(isText) && isRange(value['range']);
}

function isRange(value: unknown): value is Range {
  return isRecord(value) && [value['start'], value['end']].every(isPosition);
}

function isPosition(value: unknown): value is Position {
  return isRecord(value) && [value['line'], value['character']].every(isNumber);
}

function isTrainingNeed(value: unknown): value is TrainingNeed {
  if (!isRecord(value)) return false;
  const { language, input, problems } = value;
  return [language, input].every(isText) && isListOf(problems, isText);
}
