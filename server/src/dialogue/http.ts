import { t } from '@vscode/l10n';
import type { PlainValue } from '../model/definitions';
import type { BodyTemplate, HttpAction, VariableValue } from './runnable';
import { render, type Template, type Values } from './text';
import type { HttpRequest } from './turn';
import { valueFor } from './variables';

type Made<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: string };

/**
 * The request of an action. What users said is encoded for the place where it stands, so that it can only ever be a
 * value there: it changes neither host nor path, adds no header and breaks out of no text of the body.
 */
export function requestOf(action: HttpAction, values: Values): Made<HttpRequest> {
  const url = urlOf(action.url, values);
  if (!url.ok) return url;
  const headers: [string, string][] = [];
  for (const { name, value } of action.headers) {
    const { text } = render(value, HEADER_LANGUAGE, values);
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) {
      return {
        ok: false,
        problem: t('the value of header {0} has characters that no header may hold', name),
      };
    }
    headers.push([name, text]);
  }
  const { method, body, secret } = action;
  return {
    ok: true,
    value: {
      method,
      url: url.value,
      headers,
      ...(body && { body: bodyOf(body, values) }),
      ...(secret !== undefined && { secret }),
    },
  };
}

/** Numbers in requests are written as programs read them, whatever the user's language. */
const HEADER_LANGUAGE = 'en';

/** An address with its placeholders encoded; used for buttons, too. */
export function urlOf(template: Template, values: Values): Made<string> {
  let encoded: string;
  try {
    encoded = render(template, HEADER_LANGUAGE, (name) => {
      const value = values(name);
      return value === undefined ? undefined : encodeURIComponent(String(value));
    }).text;
  } catch {
    // encodeURIComponent refuses half of a surrogate pair.
    return { ok: false, problem: t('the address would hold a broken character') };
  }
  const problem = urlProblem(encoded, template);
  return problem === undefined ? { ok: true, value: encoded } : { ok: false, problem };
}

const DOT_SEGMENT = /(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i;

/** A value may be neither the host nor a way up in the path: `..` survives encoding. */
function urlProblem(url: string, { source, variables }: Template): string | undefined {
  if (!URL.canParse(url)) return t('{0} is no web address', url);
  if (variables.length === 0) return undefined;
  const authority = /^[a-z]+:\/\/[^/?#]*/i;
  if ((authority.exec(source)?.[0] ?? '').includes('{') && !isHostLabel(url, source)) {
    return t('a value in the name of a host may have letters, digits and hyphens only');
  }
  const path = url.replace(authority, '').replace(/[?#].*$/, '');
  return DOT_SEGMENT.test(path) ? t('the path of the address would lead elsewhere') : undefined;
}

function isHostLabel(url: string, source: string): boolean {
  const host = new URL(url).host;
  const pattern = /^[a-z]+:\/\/([^/?#]*)/i.exec(source)?.[1] ?? '';
  const labels = pattern.split('.');
  const found = host.split('.');
  return labels.length === found.length && found.every((label) => /^[a-z0-9-]+(?::\d+)?$/i.test(label));
}

function bodyOf(body: BodyTemplate, values: Values): PlainValue {
  switch (body.kind) {
    case 'value':
      return body.value;
    case 'list':
      return body.items.map((item) => bodyOf(item, values));
    case 'map': {
      const map = Object.create(null) as Record<string, PlainValue>;
      for (const [key, value] of body.entries) map[key] = bodyOf(value, values);
      return map;
    }
    case 'text': {
      const { template } = body;
      const [only] = template.variables;
      // A text that is nothing but one placeholder passes the value on with its type.
      if (only !== undefined && template.source.trim() === `{${only}}`) return values(only) ?? null;
      return render(template, HEADER_LANGUAGE, values).text;
    }
  }
}

/** A variable with the value that it gets; undefined clears it. */
export type Saved = readonly (readonly [name: string, value: VariableValue | undefined])[];

/**
 * What an answer says for the variables of an action: all of it, or nothing when a part is missing or cannot be held.
 */
export function savedOf(action: HttpAction, status: number, body: unknown): Made<Saved> {
  if (status < 200 || status > 299) return { ok: false, problem: t('the service answered {0}', status) };
  const saved: [string, VariableValue | undefined][] = [];
  for (const { name, variable, pointer } of action.save) {
    if (!variable) return { ok: false, problem: t("there is no variable '{0}'", name) };
    const found = at(body, pointer);
    if (found === undefined) return { ok: false, problem: t('the answer holds no /{0}', pointer.join('/')) };
    const value = found === null ? undefined : valueFor(variable, found);
    if (value === undefined && found !== null) {
      return {
        ok: false,
        problem: t("'{0}' cannot hold what the answer says at /{1}", name, pointer.join('/')),
      };
    }
    saved.push([variable.name, value]);
  }
  return { ok: true, value: saved };
}

/** RFC 6901. Only what the answer itself holds counts, never what every object inherits. */
function at(body: unknown, pointer: readonly string[]): unknown {
  let value = body;
  for (const key of pointer) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
