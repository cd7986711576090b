// Generated from the files of this folder by scripts/generate.mjs. Add a rule as a file of its own.
import type { Rule, WorkspaceRule } from './rule';

/** The rules about one bot, in the order of their codes. */
export const rules: readonly Rule[] = [];

/** The rules about the workspace as a whole. */
export const workspaceRules: readonly WorkspaceRule[] = [];
