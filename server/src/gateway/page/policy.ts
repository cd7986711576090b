/** A style element without content: the chat component makes one and fills it rule by rule, which is no inline style. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/**
 * What the browser may do for a page: run the one script and the styles that carry the nonce, talk to this gateway, and
 * show the page in a frame of the bot's web sites.
 *
 * @param origins web sites that may frame it
 */
export function pagePolicy(nonce: string, origins: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}' ${EMPTY_STYLE}`,
    // Pictures that the page makes itself; it loads none.
    'img-src data: blob:',
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${["'self'", ...origins].join(' ')}`,
  ].join('; ');
}
