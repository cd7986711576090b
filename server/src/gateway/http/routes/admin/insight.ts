import { createRoute, z } from '@hono/zod-openapi';
import {
  ADMIN_PATH,
  type AdminBot,
  type FeedbackItem,
  type InboxItem,
  type Statistics,
} from '../../../../admin/api';
import type { StatisticsQuery } from '../../../database/contract';
import { addRoute } from '../../addRoute';
import type { GatewayApp } from '../../context';
import { json, jsonBody, refusals } from '../../describe';
import { adminGuard } from '../../guards';
import { malformed } from '../../refusal';
import { botParam, HIGHEST_NUMBER, plainText } from '../../schemas';
import type { Services } from '../../services';
import { dateOf, environmentSchema, guarded, pageQuery, rangeQuery } from './common';
import { t } from '@vscode/l10n';

const HOUR = 3_600_000;
/** The longest range of statistics: beyond that an answer would only be large (milliseconds). */
const LONGEST_RANGE = 400 * 24 * HOUR;
/** Names in lists of intents and dialogs. */
const MOST_NAMES = 100;
/** How long before and after a release is compared (hours). */
const AROUND = 24;
/** Releases that are compared, the newest ones: each costs two sums. */
const MOST_COMPARED = 20;

/** What users did and said: bots, statistics, feedback, inbox. */
export function addInsightRoutes(app: GatewayApp, services: Services): void {
  const { bots, store, now } = services;

  addRoute(
    app,
    createRoute({
      ...guarded('read'),
      method: 'get',
      path: `${ADMIN_PATH}/bots`,
      summary: 'The bots of this gateway, and how they stand.',
      middleware: adminGuard(services, 'read', { isList: true }),
      responses: {
        200: json(z.array(z.looseObject({ bot: z.string() })), 'One for each environment.'),
        ...refusals,
      },
    }),
    (context) => {
      const { bots: only } = context.get('admin');
      const all = bots
        .states(now())
        .filter(({ bot }) => only.length === 0 || only.includes(bot))
        .map(
          ({ bot, environment, version, isServing, refusal }): AdminBot => ({
            bot,
            environment,
            title: bots.inForce(bot, environment, now())?.title ?? bot,
            version,
            isServing,
            ...(refusal && { refusal: refusal.reason }),
          }),
        );
      return context.json(all);
    },
  );

  addRoute(
    app,
    createRoute({
      ...guarded('read'),
      method: 'get',
      path: `${ADMIN_PATH}/bots/{bot}/statistics`,
      summary: 'What users of a bot did.',
      middleware: adminGuard(services, 'read'),
      request: {
        params: botParam,
        query: z.object({
          since: z.iso.datetime({ offset: true }),
          until: z.iso.datetime({ offset: true }),
          by: z.enum(['hour', 'day']).default('day'),
          environment: environmentSchema.optional(),
          channel: plainText(50).optional(),
          language: plainText(35).optional(),
          version: z.coerce.number().int().positive().max(HIGHEST_NUMBER).optional(),
        }),
      },
      responses: {
        200: json(z.looseObject({ total: z.looseObject({}) }), 'Sums, and a timeline.'),
        ...refusals,
      },
    }),
    async (context) => {
      const { since, until, by, ...rest } = context.req.valid('query');
      const query: StatisticsQuery = {
        bot: context.req.valid('param').bot,
        since: wholeHour(since, Math.floor),
        until: wholeHour(until, Math.ceil),
        ...rest,
      };
      const length = query.until.getTime() - query.since.getTime();
      if (length <= 0 || length > LONGEST_RANGE) {
        return malformed(context, t('The range must end after it begins, and have at most {0} days.', 400));
      }
      return context.json(await statistics(services, query, by));
    },
  );

  addRoute(
    app,
    createRoute({
      ...guarded('read'),
      method: 'get',
      path: `${ADMIN_PATH}/bots/{bot}/feedback`,
      summary: 'What users think of answers, the newest first.',
      middleware: adminGuard(services, 'read'),
      request: {
        params: botParam,
        query: pageQuery
          .extend(rangeQuery.shape)
          .extend({ environment: environmentSchema.optional(), thumb: z.enum(['up', 'down']).optional() }),
      },
      responses: { 200: json(z.looseObject({ items: z.array(z.looseObject({})) }), 'A page.'), ...refusals },
    }),
    async (context) => {
      const { since, until, ...rest } = context.req.valid('query');
      const { bot } = context.req.valid('param');
      const page = await store.feedback.list({ bot, since: dateOf(since), until: dateOf(until), ...rest });
      const items = page.items.map(
        ({
          conversation,
          message,
          thumb,
          comment,
          at,
          environment: where,
          version,
          dialog,
        }): FeedbackItem => ({
          conversation,
          message,
          thumb,
          comment,
          at: at.toISOString(),
          environment: where,
          version,
          dialog,
        }),
      );
      return context.json({ ...page, items });
    },
  );

  addRoute(
    app,
    createRoute({
      ...guarded('inbox'),
      method: 'get',
      path: `${ADMIN_PATH}/bots/{bot}/inbox`,
      summary: 'What there is to learn from users.',
      middleware: adminGuard(services, 'inbox'),
      request: {
        params: botParam,
        query: pageQuery.extend({
          environment: environmentSchema.optional(),
          language: plainText(35).optional(),
          intent: plainText(200)
            .optional()
            .openapi({ description: 'Empty: texts of which nothing was made.' }),
          understood: z.enum(['true', 'false']).optional(),
          since: rangeQuery.shape.since,
          order: z.enum(['newest', 'most-frequent', 'lowest-score']).default('newest'),
        }),
      },
      responses: { 200: json(z.looseObject({ items: z.array(z.looseObject({})) }), 'A page.'), ...refusals },
    }),
    async (context) => {
      const { intent, understood, since, ...rest } = context.req.valid('query');
      const page = await store.inbox.list({
        bot: context.req.valid('param').bot,
        intent: intent === '' ? null : intent,
        understood: understood && understood === 'true',
        since: dateOf(since),
        ...rest,
      });
      const items = page.items.map(
        ({ intent: proposed, firstAt, lastAt, ...item }): InboxItem => ({
          ...item,
          ...(proposed !== undefined && { intent: proposed }),
          firstAt: firstAt.toISOString(),
          lastAt: lastAt.toISOString(),
        }),
      );
      return context.json({ ...page, items });
    },
  );

  addRoute(
    app,
    createRoute({
      ...guarded('inbox'),
      method: 'post',
      path: `${ADMIN_PATH}/bots/{bot}/inbox/decisions`,
      summary: 'Say what became of texts; all of them or none.',
      middleware: adminGuard(services, 'inbox'),
      request: { params: botParam, body: jsonBody(decisionsSchema) },
      responses: { 204: { description: 'They wait no more.' }, ...refusals },
    }),
    async (context) => {
      const { bot } = context.req.valid('param');
      const { decisions } = context.req.valid('json');
      const by = context.get('admin').name;
      await store.inbox.decide(
        bot,
        decisions.map(({ id, verdict, intent }) => ({
          id,
          verdict,
          ...(intent !== undefined && { intent }),
          by,
          at: now(),
        })),
      );
      await store.audit.add({
        at: now(),
        actor: by,
        action: 'inbox.decide',
        bot,
        details: { count: decisions.length },
      });
      return context.body(null, 204);
    },
  );

  addRoute(
    app,
    createRoute({
      ...guarded('inbox'),
      method: 'post',
      path: `${ADMIN_PATH}/bots/{bot}/inbox/undo`,
      summary: 'Let texts wait again.',
      middleware: adminGuard(services, 'inbox'),
      request: { params: botParam, body: jsonBody(z.object({ ids: z.array(plainText(200)).max(1000) })) },
      responses: {
        200: json(z.object({ undone: z.number().int() }), 'How many decisions there were.'),
        ...refusals,
      },
    }),
    async (context) => {
      const { bot } = context.req.valid('param');
      const undone = await store.inbox.undecide(bot, context.req.valid('json').ids);
      const actor = context.get('admin').name;
      await store.audit.add({ at: now(), actor, action: 'inbox.undo', bot, details: { count: undone } });
      return context.json({ undone });
    },
  );
}

const decisionsSchema = z.object({
  decisions: z
    .array(
      z.object({
        id: plainText(200, 1),
        verdict: z.enum(['accepted', 'assigned', 'ignored']),
        intent: plainText(200).optional(),
      }),
    )
    .min(1)
    .max(1000),
});

/** One sum after the other: turns of users need connections meanwhile. */
async function statistics(
  { store }: Services,
  query: StatisticsQuery,
  by: 'hour' | 'day',
): Promise<Statistics> {
  const { since, until, bot, version: _, ...rest } = query;
  const { statistics: counts, releases } = store;
  const total = await counts.total(query);
  const timeline = await counts.timeline(query, by);
  const versions = await counts.split(query, 'version');
  const environments = await counts.split(query, 'environment');
  const channels = await counts.split(query, 'channel');
  const languages = await counts.split(query, 'language');
  const intents = await counts.intents(query, MOST_NAMES);
  const dialogs = await counts.dialogs(query, MOST_NAMES);
  const marks: Statistics['releases'][number][] = [];
  const seen = await releases.list(bot, since, until);
  for (const [index, { at, environment, version }] of seen.entries()) {
    const isShown = environment === (query.environment ?? environment);
    const isCompared = isShown && version !== null && seen.length - index <= MOST_COMPARED;
    const around = isCompared ? await counts.around({ bot, ...rest }, at, AROUND) : undefined;
    marks.push({
      at: at.toISOString(),
      environment,
      version,
      ...(around && { around: { hours: AROUND, ...around } }),
    });
  }
  return {
    since: since.toISOString(),
    until: until.toISOString(),
    by,
    total,
    timeline: timeline.map((point) => ({ ...point, at: point.at.toISOString() })),
    versions,
    environments,
    channels,
    languages,
    intents,
    dialogs,
    releases: marks,
  };
}

function wholeHour(text: string, round: (hours: number) => number): Date {
  return new Date(round(Date.parse(text) / HOUR) * HOUR);
}
