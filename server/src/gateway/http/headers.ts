import type { GatewayContext } from './context';

/** Nothing is loaded, framed or run; pages say what they need instead. */
const CLOSED_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Headers that every answer has. A page has set its own policy before. */
export function setSecurityHeaders(context: GatewayContext): void {
  const { headers } = context.res;
  const set = (name: string, value: string): void => {
    if (!headers.has(name)) headers.set(name, value);
  };
  set('Content-Security-Policy', CLOSED_POLICY);
  set('X-Content-Type-Options', 'nosniff');
  set('Referrer-Policy', 'no-referrer');
  set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  set('Cross-Origin-Opener-Policy', 'same-origin');
  set('Cross-Origin-Resource-Policy', 'same-origin');
  set('Cache-Control', 'no-store');
  if (context.get('sender').isSecure) set('Strict-Transport-Security', 'max-age=31536000');
}
