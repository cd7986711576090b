import { t } from '@vscode/l10n';
import { type Command, InvalidArgumentError } from 'commander';
import type { GateOverride, OverridableGate } from '../release/contract';
import { OVERRIDABLE } from '../release/gates/override';
import { EXIT } from './exitCode';
import { reasonText } from './writtenTexts';

/** What `--override` and `--reason` say. */
export interface OverrideOptions {
  readonly override?: readonly OverridableGate[];
  readonly reason?: string;
}

/** Adds `--override GATES --reason TEXT`. */
export function withOverride(command: Command): Command {
  return command
    .option(
      '--override <gates>',
      t('let these gates not block, with commas between them, where bot.yaml allows it; needs --reason'),
      gateNames,
    )
    .option('--reason <text>', t('why gates are overridden; it is recorded'), reasonText);
}

/** The gates with the reason; one without the other is wrong usage. */
export function overrideOf(
  { override: gates, reason }: OverrideOptions,
  command: Command,
): GateOverride | undefined {
  if (gates && reason !== undefined) return { gates, reason };
  if (!gates && reason === undefined) return undefined;
  command.error(t('Say both which gates to override and why: --override GATE --reason TEXT.'), {
    exitCode: EXIT.usage,
  });
}

function gateNames(text: string): readonly OverridableGate[] {
  return text.split(',').map((name) => {
    const gate = OVERRIDABLE.find((one) => one === name.trim());
    if (gate) return gate;
    throw new InvalidArgumentError(t('Only these gates can be overridden: {0}.', OVERRIDABLE.join(', ')));
  });
}
