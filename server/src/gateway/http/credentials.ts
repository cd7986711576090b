import { getCookie } from 'hono/cookie';
import type { GatewayContext } from './context';

/**
 * The cookie that keeps somebody signed in; one per bot, by its path. Over TLS no page without TLS can have set it; another
 * host of the same domain can, and gains no more than that its own sign-in is used here.
 */
export function signInCookie(context: GatewayContext): string {
  return context.get('sender').isSecure ? '__Secure-botlane' : 'botlane';
}

/** The value of the sign-in cookie. */
export function cookieOf(context: GatewayContext): string | undefined {
  return getCookie(context, signInCookie(context));
}

/** The token of `Authorization: Bearer …`. */
export function bearerOf(context: GatewayContext): string | undefined {
  return /^Bearer +([\x21-\x7e]{1,200})$/i.exec(context.req.header('authorization') ?? '')?.[1];
}

/** The cookie that a form of the sign-in page is compared with. */
export function formCookie(context: GatewayContext): string {
  return `${signInCookie(context)}-form`;
}

/** The value of the form's cookie. */
export function formOf(context: GatewayContext): string | undefined {
  const form = getCookie(context, formCookie(context));
  return form !== undefined && /^[\w-]{1,100}$/.test(form) ? form : undefined;
}
