/** Exit codes of every command. Programs rely on them. */
export const EXIT = {
  /** Done; for `check`: no errors; for `plan`: possible. */
  ok: 0,
  /** The answer is no: errors found, publish blocked, not trained. */
  refused: 1,
  /** Wrong usage: an unknown option, no such folder, more than one bot where exactly one is wanted. */
  usage: 2,
} as const;

/** A command cannot go on; `message` says what happened and what to do. Ends the process with `code`, without a stack. */
export class CommandError extends Error {
  constructor(
    message: string,
    readonly code: number = EXIT.usage,
  ) {
    super(message);
  }
}
