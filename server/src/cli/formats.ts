/*
 * How the results of commands can be printed, the default first. Named here so that a command is loaded only when it is
 * run: the help names them all.
 */

export const CHECK_FORMATS = ['pretty', 'json', 'sarif', 'junit'] as const;
export const DIFF_FORMATS = ['pretty', 'markdown', 'json'] as const;
export const GRAPH_FORMATS = ['mermaid', 'svg', 'json'] as const;
export const TEST_FORMATS = ['pretty', 'json', 'junit'] as const;
