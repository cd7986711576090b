import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LARGE_FILES, writeLargeFile } from './corpus';
import { median, milliseconds } from './measure';
import type { Comparison, Section } from './report';
import { type Contestant, OpenFile } from './sessions';

const WARM_UP = 3;
const STROKES = 15;

interface Typing {
  readonly findings: number;
  readonly completion: number;
  readonly hover: number;
  /** Bytes of the server at the end. */
  readonly memory: number;
}

/** Key strokes in large files, each contestant by itself on the same bot. */
export async function editing(folder: string, own: Contestant, peer: Contestant): Promise<Section> {
  const intent = await race(join(folder, 'intent200'), 'intent200', own, peer);
  const flow = await race(join(folder, 'flow5400'), 'flow5400', own, peer);
  const huge = await race(join(folder, 'flow50000'), 'flow50000', own, peer);
  const compare = (
    what: string,
    aim: number,
    [ours, theirs]: readonly [Typing, Typing],
    figure: keyof Typing = 'findings',
  ): Comparison => ({ what, unit: 'ms', own: ours[figure], peer: theirs[figure], aim });
  return {
    title: 'Typing',
    method: `An unknown key is typed in the middle of the file (at its top in the intent); the clock runs from the key
stroke to the finding that names the key, or to the answer of a request that is sent right after the key stroke. Medians of
${STROKES} key strokes after ${WARM_UP} to warm up, over standard input and output.`,
    peer: peer.name,
    comparisons: [
      compare('key stroke → findings, intent file of 200 expressions', 1 / 50, intent),
      compare('key stroke → findings, flow file of 5,400 lines', 1 / 20, flow),
      compare('key stroke → findings, flow file of 50,000 lines', 1 / 10, huge),
      compare('completion right after a key stroke, 5,400 lines', 1 / 20, flow, 'completion'),
      compare('hover right after a key stroke, 5,400 lines', 1 / 20, flow, 'hover'),
      {
        what: 'memory of the server with the file of 5,400 lines',
        unit: 'MB',
        own: flow[0].memory / 1e6,
        peer: flow[1].memory / 1e6,
        aim: 2 / 3,
      },
    ],
  };
}

async function race(
  folder: string,
  which: keyof typeof LARGE_FILES,
  own: Contestant,
  peer: Contestant,
): Promise<readonly [Typing, Typing]> {
  writeLargeFile(folder, which);
  return [await typing(own, folder, which), await typing(peer, folder, which)];
}

async function typing(
  contestant: Contestant,
  folder: string,
  which: keyof typeof LARGE_FILES,
): Promise<Typing> {
  const path = join(folder, LARGE_FILES[which].name);
  const client = await contestant.start(folder);
  const file = await OpenFile.open(contestant, client, path, placeIn(path));
  const findings = await strokes(file, () => file.shown());
  const completion = await strokes(file, () => client.request('textDocument/completion', file.here.typed));
  const hover = await strokes(file, () => client.request('textDocument/hover', file.here.below));
  const memory = client.memory();
  await client.stop();
  return { findings, completion, hover, memory };
}

/** Median time from a key stroke until `answered`; the findings of one stroke are awaited before the next. */
async function strokes(file: OpenFile, answered: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let stroke = 0; stroke < WARM_UP + STROKES; stroke++) {
    const time = await milliseconds(async () => {
      await file.type();
      await answered();
    });
    if (stroke >= WARM_UP) times.push(time);
    await file.shown();
  }
  return median(times);
}

/** The line above the messages of the dialog in the middle; in an intent, the first. */
export function placeIn(path: string): number {
  const lines = readFileSync(path, 'utf8').split('\n');
  const messages = lines.indexOf('    say:', Math.floor(lines.length / 2));
  return messages < 0 ? 0 : messages - 1;
}
