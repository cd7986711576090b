import { OpenAPIHono } from '@hono/zod-openapi';
import { t } from '@vscode/l10n';
import { ADMIN_PATH } from '../../admin/api';
import type { GatewayDeps } from './contract';
import type { GatewayApp, GatewayEnv } from './context';
import { errorHandler, rootHook } from './root';
import { unauthorized } from './guards';
import { preflight } from './origins';
import { malformed, notFound } from './refusal';
import { addCredentialRoutes } from './routes/admin/credentials';
import { addInsightRoutes } from './routes/admin/insight';
import { addPersonalDataRoutes } from './routes/admin/personalData';
import { addTokenRoutes } from './routes/admin/tokens';
import { addConversationRoutes } from './routes/conversations';
import { addOperationRoutes } from './routes/operations';
import { addPageRoutes, addScriptRoute } from './routes/page';
import { addRasaRoutes } from './routes/rasa';
import { makeMetrics } from './metrics';
import { ScriptFile } from '../page/scriptFile';
import { makeServices } from './services';

/** Where the bots of an environment are. */
const BASES = { live: '/bots/{bot}', draft: '/drafts/{bot}' } as const;

/**
 * The HTTP face of a gateway: every route with its guard, and nothing without one. It holds limits of its own and no other
 * state, starts nothing and listens nowhere.
 */
export function createGatewayApp(deps: GatewayDeps): GatewayApp {
  const app: GatewayApp = new OpenAPIHono<GatewayEnv>({
    defaultHook: (result, context) => {
      if (result.success) return undefined;
      const [issue] = result.error.issues;
      const where = issue?.path.join('.') || result.target;
      return malformed(
        context,
        t('The request is not as it should be at “{0}”: {1}', where, issue?.message ?? ''),
      );
    },
  });
  const metrics = makeMetrics(deps);
  const services = makeServices(deps);
  const script = new ScriptFile(deps.page.script);
  app.use(
    rootHook(services, (entry) => {
      metrics.answered(entry);
      deps.log(entry);
    }),
  );
  app.onError((error, context) => errorHandler(error, context));
  app.notFound((context) => {
    // An address of the admin API that does not exist looks like one that does to whoever has no token.
    if (!context.req.path.startsWith(ADMIN_PATH)) return notFound(context);
    context.set('route', 'none');
    return unauthorized(context);
  });
  for (const environment of ['live', 'draft'] as const) {
    const base = BASES[environment];
    app.options(`${base.replace('{bot}', ':bot')}/*`, preflight(services, environment));
    addConversationRoutes(app, services, environment, base);
    addRasaRoutes(app, services, environment, base);
    addPageRoutes(app, services, environment, base, script);
  }
  addScriptRoute(app, script);
  const { defaultBot } = deps.settings;
  if (defaultBot !== undefined) addRasaRoutes(app, services, 'live', '', { bot: defaultBot });
  addOperationRoutes(app, services, metrics);
  addInsightRoutes(app, services);
  addCredentialRoutes(app, services);
  addTokenRoutes(app, services);
  addPersonalDataRoutes(app, services);
  return app;
}
