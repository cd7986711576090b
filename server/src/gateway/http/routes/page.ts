import { randomBytes } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import { t } from '@vscode/l10n';
import { setCookie } from 'hono/cookie';
import type { CookieOptions } from 'hono/utils/cookie';
import { isBotName } from '../../access/proof';
import { isSameSecret } from '../../access/secrets';
import type { Environment } from '../../database/contract';
import { chatHtml, signInHtml } from '../../page/html';
import { pagePolicy } from '../../page/policy';
import { ScriptFile } from '../../page/scriptFile';
import { chatTexts } from '../../page/texts';
import { WIDGET_SCRIPT } from '../../page/widget';
import type { BotInForce } from '../../releases/contract';
import { addRoute, hidden } from '../addRoute';
import type { GatewayApp, GatewayContext } from '../context';
import { cookieOf, formCookie, formOf, signInCookie } from '../credentials';
import { connected, shownBy } from '../guards';
import { isOwnPage, originsOf } from '../origins';
import { notFound } from '../refusal';
import type { Services } from '../services';

/** The chat page of each bot, and the sign-in page in front of it. */
export function addPageRoutes(
  app: GatewayApp,
  services: Services,
  environment: Environment,
  base: string,
  script: ScriptFile,
): void {
  const { bots, doorkeeper, now } = services;
  const find = (context: GatewayContext): BotInForce | undefined =>
    connected(bots.inForce(context.req.param('bot') ?? '', environment, now()), ['web']);

  addRoute(app, hidden('get', base), async (context) => {
    const bot = find(context);
    const admission = await doorkeeper.admit(bot, shownBy(context), now());
    if (admission.outcome === 'wait') return askToWait(context, bot, admission.seconds);
    if (admission.outcome === 'out' || !bot) return askToSignIn(context, bot);
    const nonce = openPage(context, bot);
    const [defaultLanguage, ...others] = bot.runnable.languages;
    const languages = [defaultLanguage, ...others];
    const wanted = context.req.query('language') ?? '';
    return context.html(
      chatHtml({
        config: {
          base: context.req.path,
          title: bot.title,
          languages,
          language: languages.includes(wanted) ? wanted : defaultLanguage,
          nonce,
          texts: chatTexts(),
        },
        script: script.path,
        isDraft: environment === 'draft',
        isSignedIn: admission.proof !== undefined,
      }),
    );
  });

  addRoute(app, hidden('post', `${base}/sign-in`), async (context) => {
    const bot = find(context);
    const page = context.req.path.replace(/\/sign-in$/, '');
    const fields = formSchema.safeParse(await context.req.parseBody());
    const form = formOf(context);
    const isOwn = isOwnPage(context) && form !== undefined && fields.success;
    if (!isOwn || !isSameSecret(form, fields.data.form)) {
      return askToSignIn(context, bot, t('The form was too old. Try again.'), page);
    }
    const { name, secret } = fields.data;
    const { address } = shownBy(context);
    const named = context.req.param('bot') ?? '';
    // Names that no bot can have share one count: an address of any length must not become a key.
    const botName = isBotName(named) ? named : '';
    const outcome = await doorkeeper.signIn(
      bot,
      `${botName}@${environment}`,
      { name, secret },
      address,
      now(),
    );
    if (outcome.outcome === 'wait') return askToWait(context, bot, outcome.seconds, page);
    if (outcome.outcome === 'refused') {
      return askToSignIn(
        context,
        bot,
        t('The name or the password is wrong, or does not let you in here.'),
        page,
      );
    }
    setCookie(context, signInCookie(context), outcome.cookie, {
      ...cookieOptions(context, page),
      expires: outcome.expiresAt,
    });
    return context.redirect(page, 303);
  });

  addRoute(app, hidden('post', `${base}/sign-out`), async (context) => {
    if (!isOwnPage(context)) return notFound(context);
    const bot = find(context);
    const cookie = cookieOf(context);
    if (bot && cookie !== undefined) await doorkeeper.signOut(bot, cookie);
    const page = context.req.path.replace(/\/sign-out$/, '');
    setCookie(context, signInCookie(context), '', { ...cookieOptions(context, page), maxAge: 0 });
    return context.body(null, 204);
  });

  addRoute(app, hidden('get', `${base}/widget.js`), (context) => {
    context.header('Cross-Origin-Resource-Policy', 'cross-origin');
    context.header('Cache-Control', 'public, max-age=300');
    context.header('Content-Type', 'text/javascript; charset=utf-8');
    return context.body(WIDGET_SCRIPT);
  });
}

/** The script of the chat page. */
export function addScriptRoute(app: GatewayApp, script: ScriptFile): void {
  addRoute(app, hidden('get', script.path), async (context) => {
    const { body, encoding } = await script.encoded(context.req.header('accept-encoding') ?? '');
    context.header('Content-Type', 'text/javascript; charset=utf-8');
    context.header('Cache-Control', 'public, max-age=31536000, immutable');
    context.header('Vary', 'Accept-Encoding');
    if (encoding !== undefined) context.header('Content-Encoding', encoding);
    return context.body(body);
  });
}

const formSchema = z.object({
  form: z.string().min(1).max(100),
  name: z.string().max(200).default(''),
  secret: z.string().min(1).max(200),
});

/** Headers of a page; the nonce is new for every one. */
function openPage(context: GatewayContext, bot: BotInForce | undefined): string {
  const nonce = randomBytes(16).toString('base64url');
  context.header('Content-Security-Policy', pagePolicy(nonce, bot ? originsOf(bot) : []));
  // With `no-referrer` a browser would not say either that a form comes from this very page.
  context.header('Referrer-Policy', 'same-origin');
  return nonce;
}

function askToWait(
  context: GatewayContext,
  bot: BotInForce | undefined,
  seconds: number,
  page = context.req.path,
): Response {
  context.status(429);
  context.header('Retry-After', String(seconds));
  return signIn(context, bot, page, t('Too many attempts. Try again in {0} seconds.', seconds));
}

function askToSignIn(
  context: GatewayContext,
  bot: BotInForce | undefined,
  problem?: string,
  page = context.req.path,
): Response {
  context.status(401);
  context.header('WWW-Authenticate', 'Bearer');
  return signIn(context, bot, page, problem);
}

function signIn(
  context: GatewayContext,
  bot: BotInForce | undefined,
  page: string,
  problem: string | undefined,
): Response {
  const nonce = openPage(context, bot);
  const form = formOf(context) ?? randomBytes(16).toString('base64url');
  setCookie(context, formCookie(context), form, cookieOptions(context, page));
  return context.html(
    signInHtml({ action: `${page}/sign-in`, nonce, form, ...(problem !== undefined && { problem }) }),
  );
}

/**
 * Cookies are for one bot. In a frame of another site they have to be asked for (`SameSite=None`), are kept apart for that
 * site (`Partitioned`), and need TLS; requests of other sites' pages are told by where they come from, not by the cookie.
 */
function cookieOptions(context: GatewayContext, page: string): CookieOptions {
  const { isSecure } = context.get('sender');
  const isInFrame = isSecure && context.req.header('sec-fetch-dest') === 'iframe';
  return {
    path: page,
    httpOnly: true,
    secure: isSecure,
    sameSite: isInFrame ? 'None' : 'Lax',
    ...(isInFrame && { partitioned: true }),
  };
}
