import { join } from 'node:path';
import { median, milliseconds } from './measure';
import type { Section } from './report';
import { type Contestant, PROJECT } from './sessions';

const RUNS = 7;

/** From nothing to a server that answers, on the example bot; the contestants take turns. */
export async function startup(_folder: string, own: Contestant, peer: Contestant): Promise<Section> {
  const example = join(PROJECT, 'examples', 'choo-choo');
  const times = new Map<Contestant, number[]>([
    [own, []],
    [peer, []],
  ]);
  for (let count = 0; count < RUNS; count++) {
    for (const [contestant, measured] of times) {
      let stop = async (): Promise<unknown> => undefined;
      measured.push(
        await milliseconds(async () => {
          const client = await contestant.start(example);
          stop = () => client.stop();
        }),
      );
      await stop();
    }
  }
  const of = (contestant: Contestant): number => median(times.get(contestant) ?? []);
  return {
    title: 'Starting',
    method: `The process is started and answers \`initialize\` for the example bot; median of ${RUNS}.`,
    peer: peer.name,
    comparisons: [{ what: 'initialise', unit: 'ms', own: of(own), peer: of(peer), aim: 1 / 2 }],
  };
}
