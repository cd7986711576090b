import { t } from '@vscode/l10n';
import type { Span } from '../../text/range';

export interface FoundSecret {
  /** The secret itself. */
  readonly span: Span;
  /** What it seems to be, as a phrase. */
  readonly what: string;
}

/**
 * Forms that secrets of well-known services have, and credentials in addresses and headers. Each begins with something
 * fixed and repeats one class of characters, so that a search is linear. The group is the secret.
 */
const FORMS: readonly { readonly form: RegExp; readonly what: () => string }[] = [
  { form: /-----BEGIN (?:[A-Z]{1,20} ){0,3}PRIVATE KEY-----/g, what: () => t('a private key') },
  { form: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, what: () => t('an access key') },
  {
    form: /\b(?:gh[pousr]_[0-9A-Za-z]{36,255}|github_pat_[0-9A-Za-z_]{22,255})\b/g,
    what: () => t('an access token'),
  },
  { form: /\bxox[abeoprs]-[0-9A-Za-z-]{10,255}/g, what: () => t('an access token') },
  { form: /\b(?:sk|rk)_(?:live|test)_[0-9A-Za-z]{16,255}\b/g, what: () => t('a payment key') },
  { form: /\bsk-[0-9A-Za-z_-]{20,255}/g, what: () => t('an API key') },
  { form: /\bAIza[0-9A-Za-z_-]{35}/g, what: () => t('an API key') },
  { form: /\bEAA[0-9A-Za-z]{60,500}\b/g, what: () => t('an access token') },
  {
    form: /(?<![\w-])eyJ[0-9A-Za-z_-]{10,2000}\.eyJ[0-9A-Za-z_-]{10,2000}\.[0-9A-Za-z_-]{10,2000}/g,
    what: () => t('a signed token'),
  },
  { form: /\b(?:Bearer|Basic) ([0-9A-Za-z+/_.~-]{16,2000}={0,2})/g, what: () => t('a credential') },
  { form: /:\/\/[^\s/:@{}"']{1,100}:([^\s/@{}"']{1,200})@/g, what: () => t('a password in an address') },
  {
    form: /[?&](?:api_?key|access_token|token|secret|password)=([0-9A-Za-z+/_.~%-]{8,500})/gi,
    what: () => t('a credential in an address'),
  },
  {
    form: /\b(?:x-api-key|api-key|api_?key|password|passwd|client_secret|access_token)["']?: +["']?([0-9A-Za-z+/_.~!@$%^&*-]{8,500})(?=["']?[ \t\r]*(?:$|[,}]))/gim,
    what: () => t('a credential'),
  },
];

/** Everything in a text that looks like a secret, in its order; of overlapping ones the first. */
export function secretsIn(text: string): readonly FoundSecret[] {
  const found = FORMS.flatMap(({ form, what }) =>
    [...text.matchAll(form)].map((match): FoundSecret => {
      const secret = match[1] ?? match[0];
      const start = match.index + match[0].lastIndexOf(secret);
      return { span: { start, end: start + secret.length }, what: what() };
    }),
  ).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const apart: FoundSecret[] = [];
  for (const secret of found) {
    const last = apart.at(-1);
    if (!last || last.span.end <= secret.span.start) apart.push(secret);
  }
  return apart;
}
