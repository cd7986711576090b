import { t } from '@vscode/l10n';

/** Where bots may call services. */
export interface AllowedHost {
  /** Lower case, or the end of a name after `*.`. */
  readonly host: string;
  /** Any subdomain of `host`, but not `host` itself. */
  readonly isPattern: boolean;
  readonly protocol: 'https:' | 'http:';
  readonly port: number;
  /** Addresses of one's own network are allowed. */
  readonly isPrivate: boolean;
}

const ENTRY = /^(?:(https?):\/\/)?(\*\.)?([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i;
const PORTS = { 'https:': 443, 'http:': 80 } as const;

/**
 * Reads an entry of the list: `api.example.com`, `*.example.com`, `api.example.com:8443`; `http://localhost:4000` for
 * development. @returns what is wrong with it, as a sentence, when it is none
 */
export function readAllowedHost(text: string, isPrivate: boolean): AllowedHost | string {
  const [, scheme, pattern, host, port] = ENTRY.exec(text.trim()) ?? [];
  const protocol = scheme?.toLowerCase() === 'http' ? 'http:' : 'https:';
  const number = port === undefined ? PORTS[protocol] : Number(port);
  if (host === undefined || number < 1 || number > 65_535) {
    return t('{0} is no host. Write it as api.example.com, *.example.com or api.example.com:8443.', text);
  }
  return { host: host.toLowerCase(), isPattern: pattern !== undefined, protocol, port: number, isPrivate };
}

/** The entry that allows an address; undefined when none does. One that names the host in full goes first. */
export function allowedHostFor(hosts: readonly AllowedHost[], url: URL): AllowedHost | undefined {
  const name = url.hostname.toLowerCase();
  const port = url.port === '' ? PORTS[url.protocol as keyof typeof PORTS] : Number(url.port);
  const fits = hosts.filter(
    (entry) =>
      entry.protocol === url.protocol &&
      entry.port === port &&
      (entry.isPattern ? name.endsWith(`.${entry.host}`) : name === entry.host),
  );
  return fits.find(({ isPattern }) => !isPattern) ?? fits[0];
}
