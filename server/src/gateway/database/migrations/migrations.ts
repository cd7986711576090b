import type { Migration } from 'kysely';
import { first } from './0001First';

/** Every migration in order. What was released is never changed: a correction is a new one. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': first,
};

/** The number that a migration's name begins with. */
export function numberOf(name: string): number {
  return Number.parseInt(name, 10);
}
