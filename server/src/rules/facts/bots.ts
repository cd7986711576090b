import { factTable } from '../engine/table';
import { botIn } from './settings';

/** The bots of a workspace by name. */
export const botNames = factTable(['bot'], (file) => {
  const bot = botIn(file);
  return new Map(bot ? [[bot.name.value, true as const]] : []);
});
