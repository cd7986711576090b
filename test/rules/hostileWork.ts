// Prints how much more our own code does for more of the same hostile text: how often its blocks (bodies of functions and
// of loops, branches) are entered, all together. That is the same on every machine, unlike a time. What the platform does
// by itself (sorting, searching a text) is not counted. A program of its own: code is counted that is loaded after the
// counting begins.
import { Session } from 'node:inspector';

export interface Counted {
  readonly name: string;
  /** How many times the text. */
  readonly times: number;
  /** How many times the work. */
  readonly growth: number;
}

/** Beyond the numbers at which rules stop comparing names (100) and expressions (16). */
const FEW = 500;
const TIMES = 8;

async function main(): Promise<void> {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const { checkHostile, LARGE } = await import('./hostileFiles.js');
  const counted: Counted[] = [];
  for (const [name, { path, text }] of LARGE) {
    const work = (size: number): number => {
      workSince(session);
      checkHostile(path, text(size));
      return workSince(session);
    };
    // Once before: what is made when a rule is first needed does not count.
    work(FEW);
    counted.push({ name, times: TIMES, growth: work(FEW * TIMES) / work(FEW) });
  }
  console.log(JSON.stringify(counted));
}

/** The blocks entered since this was last asked. */
function workSince(session: Session): number {
  let work = 0;
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error;
    for (const { url, functions } of coverage.result) {
      if (!url.includes('/server/src/')) continue;
      for (const { ranges } of functions) for (const { count } of ranges) work += count;
    }
  });
  return work;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
