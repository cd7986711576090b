// Loaded into a process that is measured (`--require`, with `--expose-gc`): on SIGUSR2 it collects what nobody holds any
// more, and says how much is left (bytes). What lies in memory besides is up to the collector, and moves by a third.
process.on('SIGUSR2', () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ type: 'memory', held: heapUsed + external });
});
