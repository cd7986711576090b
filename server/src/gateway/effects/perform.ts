import type { Effect, Event } from '../../dialogue/turn';
import { type CallSettings, callService } from './callService';

type ServiceCall = Extract<Effect, { readonly type: 'http' }>;

/** A call of a web service for log and metrics. */
export interface CallReport {
  /** Undefined: it was not reached. */
  readonly status: number | undefined;
  readonly duration: number;
  /** Translated; without anything that a user said. */
  readonly problem?: string;
}

/** Makes what performs the calls of conversations: the event that answers a call, whatever became of it. */
export function callPerformer(
  settings: CallSettings,
  called: (report: CallReport) => void = () => undefined,
): (call: ServiceCall, signal: AbortSignal) => Promise<Event> {
  return async ({ id, request }, signal) => {
    const began = performance.now();
    const answer = await callService(request, settings, signal);
    const duration = performance.now() - began;
    if (!answer.ok) {
      called({ status: undefined, duration, problem: answer.reason });
      return { type: 'failed', effect: id, reason: answer.reason };
    }
    called({ status: answer.status, duration });
    return { type: 'answer', effect: id, status: answer.status, body: answer.body };
  };
}

/** Secrets as the environment holds them: `PAYMENT_TOKEN` is `BOTLANE_SECRET_PAYMENT_TOKEN` there. */
export function environmentSecret(environment: NodeJS.ProcessEnv): (name: string) => string | undefined {
  return (name) => environment[`BOTLANE_SECRET_${name}`];
}
