/** Runs something that Ctrl-C calls off; what it calls off then is for `run` to say. */
export async function interruptible<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const interrupt = (): void => abort.abort();
  process.once('SIGINT', interrupt);
  try {
    return await run(abort.signal);
  } finally {
    process.removeListener('SIGINT', interrupt);
  }
}
