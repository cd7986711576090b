import { t } from '@vscode/l10n';
import type { Command } from 'commander';
import { Gateway } from '../admin/gateway';
import { CommandError } from './exitCode';

/** Where the token is read from: an argument would be seen by everybody on the machine. */
const TOKEN_VARIABLE = 'BOTLANE_TOKEN';

export interface GatewayOptions {
  readonly gateway?: string;
}

/** What commands take that ask a gateway. */
export function withGateway(command: Command): Command {
  return command
    .option('--gateway <address>', t('where the gateway is; without it, what BOTLANE_GATEWAY says'))
    .addHelpText('after', `\n${t('The token is read from the environment: {0}.', TOKEN_VARIABLE)}`);
}

/**
 * The gateway that a command is about.
 * @throws CommandError when it is not said where it is, or what opens it
 */
export function gatewayOf({ gateway }: GatewayOptions): Gateway {
  const address = gateway ?? process.env['BOTLANE_GATEWAY'];
  if (address === undefined || address === '') {
    throw new CommandError(
      t('Say where the gateway is: --gateway http://127.0.0.1:8080, or set BOTLANE_GATEWAY.'),
    );
  }
  const token = process.env[TOKEN_VARIABLE];
  if (token === undefined || token === '') {
    throw new CommandError(
      t('Set {0} to a token of the gateway. “botlane token create” makes one.', TOKEN_VARIABLE),
    );
  }
  const found = Gateway.at(address, token);
  if (!found.ok) throw new CommandError(found.reason);
  return found.value;
}
