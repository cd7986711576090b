// @ts-check
import { start } from '../lib/processes.mjs';
import { findProgram, installSystemPackage } from './packages.mjs';

/** Whether a window could be shown to somebody. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Sees to a display: where there is none, starts Xvfb, a screen in memory, which ends with this script.
 * @throws when there is none and none can be had
 */
export async function ensureDisplay() {
  if (hasDisplay()) return;
  if (!findProgram(['Xvfb'])) await installSystemPackage('xvfb');
  const xvfb = findProgram(['Xvfb']);
  if (!xvfb) throw new Error('Xvfb is not on the PATH.');
  const screen = start(xvfb, ['-displayfd', '1', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {
    output: 'pipe',
  });
  const [, number = ''] = await screen.says(/^(\d+)\s/m);
  process.env['DISPLAY'] = `:${number}`;
}
