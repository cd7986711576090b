import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DURABLE, startPostgres } from '../../support/postgresServer';
import { median } from '../measure';
import type { Comparison, Section } from '../report';
import { load, type Load, PEOPLE } from './load';
import { echoServer, gateway, publishedExample, type ServerProcess } from './processes';

/** Messages of a measured round, and of the one before it, which is not counted. */
const MESSAGES = 20_000;
const WARM_UP = 3_000;
const ROUNDS = 3;

/** What people say: questions, a digression, something that is not understood. */
const TEXTS = [
  'I want a ticket to Ghent',
  'two',
  'which platform',
  'is my train late',
  'a bus to the moon',
  'never mind',
];

/** The same again and again, as “yes” and “hello” are: what a gateway made of it, it may remember. */
export const SAYINGS = TEXTS.map((text) => JSON.stringify({ text }));

let said = 0;

/** What nobody has said before, for one person's part of a round. */
function newSayings(): readonly string[] {
  return Array.from({ length: Math.ceil(MESSAGES / PEOPLE) }, () =>
    JSON.stringify({ text: `${TEXTS[said % TEXTS.length] ?? ''} ${wordOf(++said)}` }),
  );
}

/** A word of letters for a number, each another one. */
function wordOf(number: number): string {
  return String(number).replaceAll(/\d/g, (digit) => 'bdfklmnprs'[Number(digit)] ?? '');
}

/** A message through the gateway, understood, answered and kept, beside a server that only sends it back. */
export async function gatewayLoad(folder: string): Promise<Section> {
  const place = join(folder, 'gateway');
  mkdirSync(place);
  const bot = publishedExample(place);
  const postgres = await startPostgres(DURABLE);
  if (typeof postgres === 'string') throw new Error(`The benchmark needs PostgreSQL: ${postgres}`);
  try {
    const url = await postgres.newDatabase();
    const bare = (): Promise<readonly string[]> =>
      Promise.resolve(Array.from({ length: PEOPLE }, () => '/echo'));
    const same = (): readonly string[] => SAYINGS;
    const [echo, onPostgres, unheard, embedded] = [
      await underLoad(await echoServer(), bare, same),
      await underLoad(await gateway(bot, join(place, 'unused'), url), conversations, same),
      await underLoad(await gateway(bot, join(place, 'unused'), url), conversations, newSayings),
      await underLoad(await gateway(bot, join(place, 'data'), undefined), conversations, same),
    ];
    return {
      title: 'Gateway',
      method: `${PEOPLE} people talk at the same time to the example bot over HTTP on one machine, ${MESSAGES.toLocaleString('en')} messages a round, median of ${ROUNDS} rounds after a warm-up; they say the same ${TEXTS.length} texts again and again, or texts that nobody said before; each message is understood, answered, and written with its session before the answer is sent, on PostgreSQL with its own defaults (fsync on). The bare server is Hono on Node that reads the JSON and sends it back. Per message: one over the throughput.`,
      peer: 'bare server',
      comparisons: [
        ...rows('PostgreSQL', onPostgres, echo),
        ...rows('PostgreSQL, never said before', unheard, echo),
        ...rows('embedded PostgreSQL', embedded, echo),
      ],
    };
  } finally {
    await postgres.stop();
  }
}

function rows(where: string, own: Load, echo: Load): readonly Comparison[] {
  return [
    { what: `a message, ${where}`, unit: 'ms', own: own.perMessage, peer: echo.perMessage, aim: 3 },
    { what: `p99 beside its own p50, ${where}`, unit: 'ms', own: own.p99, peer: own.p50, aim: 4 },
  ];
}

async function underLoad(
  server: ServerProcess,
  pathsOf: (address: string) => Promise<readonly string[]>,
  bodiesOf: () => readonly string[],
): Promise<Load> {
  try {
    const paths = await pathsOf(server.address);
    await load(server.address, paths, bodiesOf, WARM_UP);
    const rounds: Load[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push(await load(server.address, paths, bodiesOf, MESSAGES));
    }
    return {
      perMessage: median(rounds.map((one) => one.perMessage)),
      p50: median(rounds.map((one) => one.p50)),
      p99: median(rounds.map((one) => one.p99)),
      messages: MESSAGES,
    };
  } finally {
    await server.stop();
  }
}

/** Begins a conversation for each person. @returns where their messages go */
export async function conversations(address: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let person = 0; person < PEOPLE; person++) {
    const answer = await fetch(`${address}/bots/choo-choo/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    if (!answer.ok) throw new Error(`A conversation could not be begun: ${answer.status}`);
    const { conversation } = (await answer.json()) as { readonly conversation: string };
    paths.push(`/bots/choo-choo/conversations/${conversation}/messages`);
  }
  return paths;
}
