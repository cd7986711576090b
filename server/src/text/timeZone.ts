/** Is it the name of a time zone (IANA) that this JavaScript knows? */
export function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The IANA time zone of this computer, UTC where it has none that can be used: with `TZ=` as containers have it, ICU tells
 * `Etc/Unknown`, which it then refuses; with `TZ=:/etc/localtime` it tells nothing.
 */
export function ownTimeZone(): string {
  const zone: string | undefined = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone && isZone(zone) ? zone : 'UTC';
}
