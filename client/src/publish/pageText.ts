import { escape } from '../escape';

/** A link of the page that runs a command; each part of it is escaped. */
export function commandLink(command: string, parameters: readonly unknown[]): string {
  return escape(`command:${command}?${encodeURIComponent(JSON.stringify(parameters))}`);
}
