import { t } from '@vscode/l10n';
import { InvalidArgumentError, Option } from 'commander';
import type { ServeOptions } from './commands/serve';
import type { AddCommand } from './liveCommands';
import type { Terminal } from './terminal';

/** The command that runs live bots. */
export function addGatewayCommands(
  terminal: Terminal,
  add: AddCommand,
  finish: (code: number) => void,
): void {
  add(
    'serve',
    t('Run the gateway: the live bots of this repository, with their chat pages and APIs.'),
    'botlane serve --port 8080\n  $ DATABASE_URL=postgresql://localhost/botlane botlane serve --host 0.0.0.0 --log json',
  )
    .argument('[folder]', t('a folder in the repository; the current one when absent'))
    .option('--port <port>', t('the port to listen on; 0 for any that is free'), portNumber, 8080)
    .option('--host <host>', t('the address to listen on; 0.0.0.0 for all of them'), '127.0.0.1')
    .option('--data <folder>', t('where the embedded database lies; in the git directory when absent'))
    .option('--draft', t('also serve the bots of the working tree to testers'), false)
    .option(
      '--trust-proxy <address>',
      t('believe this proxy who sends a request; several times'),
      several,
      [],
    )
    .option('--default-bot <bot>', t('the bot of the REST channel at /webhooks/rest/webhook'))
    .option('--allow-host <host>', t('let bots call this host; several times'), several, [])
    .option(
      '--allow-private-host <host>',
      t('let bots call this host at a private address, too; several times'),
      several,
      [],
    )
    .option(
      '--requests-per-minute <number>',
      t('how many requests one address may send; proxies and offices are one address for many people'),
      positive,
      600,
    )
    .option(
      '--conversations-per-hour <number>',
      t('how many conversations one address may begin'),
      positive,
      360,
    )
    .option('--fetch-interval <seconds>', t('how often to ask the remote what is live'), seconds, 30)
    .addOption(
      new Option('--log <format>', t('how to write the log')).choices(['pretty', 'json']).default('pretty'),
    )
    .action(async (path: string | undefined, options: ServeOptions) => {
      const { serve } = await import('./commands/serve.js');
      finish(await serve(terminal, path, options));
    });
}

function several(entry: string, before: readonly string[]): readonly string[] {
  return [...before, entry];
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError(t('A port is a number from 0 to 65535.'));
}

function positive(text: string): number {
  if (/^[1-9]\d{0,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(t('It is a number such as 600.'));
}

function seconds(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= 86_400) return count;
  throw new InvalidArgumentError(t('Say seconds, from 1 to 86400.'));
}
