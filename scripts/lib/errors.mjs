// @ts-check

/** What went wrong, as a sentence. @param {unknown} error whatever was thrown */
export function reasonOf(error) {
  return error instanceof Error ? error.message : String(error);
}
