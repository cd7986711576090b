import type { StoreErrorReason } from './contract';

/** A fault of the database, or of what was to be kept in it. */
export class StoreError extends Error {
  constructor(
    readonly reason: StoreErrorReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreError';
  }
}
