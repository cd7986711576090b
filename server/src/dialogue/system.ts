import type { PredictContext } from '../nlp/contract';
import type { SystemValues } from './condition/expression';

/** What `sys.…` stands for at a moment, on the user's clock. */
export function systemValues(language: string, { now, offsetMinutes = 0 }: PredictContext): SystemValues {
  const clock = new Date(now.getTime() + offsetMinutes * 60_000);
  const written = clock.toISOString();
  return {
    language,
    date: written.slice(0, 10),
    time: written.slice(11, 16),
    hour: clock.getUTCHours(),
    minute: clock.getUTCMinutes(),
    weekday: clock.getUTCDay() === 0 ? 7 : clock.getUTCDay(),
  };
}
