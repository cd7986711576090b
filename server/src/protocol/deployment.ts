import type { Uri } from '../text/uri';
import type { Request } from './connection';

/** An entry of the schedule; `reason` says why it did not, or will not, happen. */
export interface ScheduleEntryView {
  readonly id: number;
  readonly action: 'activate' | 'deactivate' | 'live';
  /** The version to make live. */
  readonly version: number | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** IANA time zone in which it was said. */
  readonly zone: string;
  /** The version that has to be live then. */
  readonly expects: number;
  readonly outlook: 'waiting' | 'will-not' | 'missed';
  readonly reason?: string;
}

/** How LIVE is deployed. */
export interface DeploymentView {
  readonly version: number;
  readonly visibility: 'public' | 'internal';
  readonly access: 'password' | 'token' | null;
  readonly status: 'active' | 'inactive';
  readonly schedule: readonly ScheduleEntryView[];
  /** What speaks against it, each a sentence. */
  readonly doubts: readonly string[];
}

export const DeploymentRequest: Request<
  { readonly bot: Uri },
  | { readonly kind: 'deployment'; readonly deployment: DeploymentView }
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/deployment' };

export type DeploymentChange =
  | { readonly kind: 'status'; readonly status: 'active' | 'inactive' }
  | { readonly kind: 'visibility'; readonly visibility: 'public' | 'internal' }
  | { readonly kind: 'access'; readonly access: 'password' | 'token' | null }
  | {
      readonly kind: 'schedule';
      readonly action: 'activate' | 'deactivate' | 'live';
      readonly version?: number;
      /** What a clock shows, such as `2026-12-01T09:00`, or with an offset. */
      readonly at: string;
      readonly zone: string;
    }
  | { readonly kind: 'unschedule'; readonly id: number };

export const DeployRequest: Request<
  { readonly bot: Uri; readonly change: DeploymentChange },
  | { readonly kind: 'deployed'; readonly deployment: DeploymentView }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'refused'; readonly reason: string }
> = { method: 'botlane/deploy' };
