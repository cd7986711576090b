import { LAYOUT_TABLES, TABLES } from '../facts/tables';
import { DERIVED } from '../facts/derived';
import { rules, workspaceRules } from '../registry.generated';
import type { CheckPlan } from './botCheck';

const CODES = [...rules, ...workspaceRules].map(({ meta }) => meta.code);

/** How the files of a bot are checked. */
export const BOT_PLAN: CheckPlan = { ...TABLES, rules, codes: CODES, derived: DERIVED, findsUnused: true };

/** How the layout of a workspace is checked. */
export const LAYOUT_PLAN: CheckPlan = {
  ...LAYOUT_TABLES,
  rules: workspaceRules,
  codes: CODES,
  derived: [],
  findsUnused: false,
};
