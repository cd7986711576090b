import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { GatewayDeps, RequestEntry } from './contract';

/** What is measured, without anything of a user: names of bots, routes, statuses and outcomes are the only labels. */
export interface Metrics {
  readonly contentType: string;
  /** In the format of Prometheus. */
  text(): Promise<string>;
  answered(entry: RequestEntry): void;
}

/** Upper ends of the buckets for times. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Measures of one gateway; the process's own are among them. */
export function makeMetrics({
  bots,
  conversations,
  store,
  now,
}: Pick<GatewayDeps, 'bots' | 'conversations' | 'store' | 'now'>): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'botlane_http_request_seconds',
    help: 'Time to answer a request, by route and class of status.',
    labelNames: ['route', 'method', 'status'],
    buckets: SECONDS,
    registers,
  });
  const turns = new Counter({
    name: 'botlane_turns_total',
    help: 'Turns of conversations, by what came of them: answered, repeated (as it was answered before), failed, or why it was refused.',
    labelNames: ['bot', 'environment', 'outcome'],
    registers,
  });
  const turnTimes = new Histogram({
    name: 'botlane_turn_seconds',
    help: 'Time of turns that were answered, the calls of web services in it.',
    labelNames: ['bot', 'environment'],
    buckets: SECONDS,
    registers,
  });
  const refused = new Counter({
    name: 'botlane_release_refused_total',
    help: 'Releases that were not served because they did not verify.',
    labelNames: ['bot'],
    registers,
  });
  const switched = new Counter({
    name: 'botlane_release_switched_total',
    help: 'Changes of what is in force.',
    labelNames: ['bot', 'environment'],
    registers,
  });
  const serving = new Gauge({
    name: 'botlane_bot_serving',
    help: '1 while the bot answers with what its live branch says, 0 while it is refused or cannot answer.',
    labelNames: ['bot', 'environment', 'version'],
    registers: [],
    collect() {
      this.reset();
      for (const { bot, environment, version, isServing, refusal } of bots.states(now())) {
        this.set({ bot, environment, version: String(version ?? '') }, isServing && !refusal ? 1 : 0);
      }
    },
  });
  const database = new Gauge({
    name: 'botlane_database_up',
    help: '1 while the database answers.',
    registers: [],
    async collect() {
      this.set((await store.health()).ok ? 1 : 0);
    },
  });
  for (const gauge of [serving, database]) registry.registerMetric(gauge);
  bots.on('refused', ({ bot }) => refused.inc({ bot }));
  bots.on('switched', ({ bot, environment }) => switched.inc({ bot, environment }));
  conversations.on('turn', ({ bot, environment, outcome, duration }) => {
    turns.inc({ bot, environment, outcome });
    if (outcome === 'answered') turnTimes.observe({ bot, environment }, duration / 1000);
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    answered: ({ route, method, status, duration }) =>
      requests.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, duration / 1000),
  };
}
