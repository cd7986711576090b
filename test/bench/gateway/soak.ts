import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPostgres } from '../../support/postgresServer';
import type { Section } from '../report';
import { conversations, SAYINGS } from './gateway';
import { load } from './load';
import { gateway, publishedExample } from './processes';

/** Messages of the soak, and after how many its memory is looked at. */
const MESSAGES = Number(process.env['SOAK_MESSAGES'] ?? 1_000_000);
const LOOKS = 10;
/** Messages of one group of people; then others come, in conversations of their own. */
const GROUP = 20_000;

/** Whether a gateway that runs for long needs more and more: its memory over a million messages. */
export async function soak(folder: string): Promise<Section> {
  const place = join(folder, 'soak');
  mkdirSync(place);
  const bot = publishedExample(place);
  const postgres = await startPostgres();
  if (typeof postgres === 'string') throw new Error(`The benchmark needs PostgreSQL: ${postgres}`);
  try {
    const server = await gateway(bot, join(place, 'unused'), await postgres.newDatabase());
    try {
      const held: number[] = [];
      const resident: number[] = [];
      for (let look = 0; look < LOOKS; look++) {
        for (let left = Math.ceil(MESSAGES / LOOKS); left > 0; left -= GROUP) {
          const paths = await conversations(server.address);
          await load(server.address, paths, () => SAYINGS, Math.min(left, GROUP));
        }
        held.push(await server.held());
        resident.push(residentMegabytes(server.pid));
      }
      const [early = 0] = held.slice(1);
      const late = Math.max(...held.slice(LOOKS / 2));
      return {
        title: 'A gateway that runs for long',
        method: `${MESSAGES.toLocaleString('en')} messages to one gateway on PostgreSQL; what of its memory is in use after each tenth, once what nobody holds any more is collected: ${listed(held)} MB; resident: ${listed(resident)} MB. Compared is the most in use of the second half with what it was after the second tenth.`,
        peer: 'after two tenths',
        comparisons: [{ what: 'memory in use', unit: 'MB', own: late, peer: early, aim: 1.15 }],
      };
    } finally {
      await server.stop();
    }
  } finally {
    await postgres.stop();
  }
}

function listed(sizes: readonly number[]): string {
  return sizes.map((size) => size.toFixed(0)).join(', ');
}

/** What of a process lies in memory, as Linux tells it (megabytes). */
function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  if (kilobytes === undefined) throw new Error('The process does not say how much memory it uses.');
  return Number(kilobytes) / 1024;
}
