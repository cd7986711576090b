import type { DerivedTable } from '../engine/table';
import { usualCounts } from './balance';
import { lost, rings } from './graph';
import { meantNames } from './meant';
import { meantIntents, removedNames, renamedIntents } from './removed';

/** The derived tables that rules ask. Those between are computed with them. */
export const DERIVED: readonly DerivedTable[] = [
  ...Object.values(meantNames),
  removedNames,
  renamedIntents,
  meantIntents,
  lost,
  rings,
  usualCounts,
];
