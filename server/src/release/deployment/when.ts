import { t } from '@vscode/l10n';
import { isZone } from '../../text/timeZone';

/** A point in time, or a sentence that says why a text is none. */
export type When =
  | { readonly ok: true; readonly instant: Date }
  | { readonly ok: false; readonly reason: string };

const LOCAL = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?$/;
const DAY = 86_400_000;

/**
 * The instant that a clock on the wall of a time zone means, such as `2026-12-01T09:00`; with an offset or `Z` at its end,
 * what that says. A time that the clocks skip is refused, and so is one that they show twice: nobody can know which is meant.
 *
 * @param zone IANA name, such as `Europe/Brussels`
 */
export function instantOf(text: string, zone: string): When {
  if (!isZone(zone)) {
    return refused(t('“{0}” is no time zone. Say one such as Europe/Brussels or UTC.', zone));
  }
  const [, year, month, day, hour, minute, second = '00', offset] = LOCAL.exec(text.trim()) ?? [];
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(wall) || new Date(wall).getUTCDate() !== Number(day)) {
    return refused(t('“{0}” is no date and time. Say one such as 2026-12-01T09:00.', text));
  }
  if (offset !== undefined) return { ok: true, instant: new Date(wall - offsetOf(offset)) };
  const instants = instantsOf(wall, zone);
  const [first, second_] = instants;
  if (first === undefined) {
    return refused(
      t('There is no {0} in {1}: the clocks are put forward then. Say another time.', text, zone),
    );
  }
  if (second_ !== undefined) {
    return refused(
      t(
        'In {1} the clocks show {0} twice. Say {2} or {3}.',
        text,
        zone,
        withOffset(first, zone),
        withOffset(second_, zone),
      ),
    );
  }
  return { ok: true, instant: new Date(first) };
}

/** What a clock on the wall of a time zone shows, with its offset: `2026-12-01T09:00:00+01:00`. */
export function withOffset(instant: number, zone: string): string {
  const offset = zoneOffset(instant, zone);
  const wall = new Date(instant + offset).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** The instants, earliest first, at which clocks show `wall` (milliseconds as if in UTC): none, one or two. */
function instantsOf(wall: number, zone: string): readonly number[] {
  // No zone changes twice within two days.
  const offsets = new Set([zoneOffset(wall - DAY, zone), zoneOffset(wall + DAY, zone)]);
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((instant) => instant + zoneOffset(instant, zone) === wall)
    .sort((a, b) => a - b);
}

/** Milliseconds by which the clocks of a zone are ahead of UTC. */
function zoneOffset(instant: number, zone: string): number {
  const whole = Math.floor(instant / 1000) * 1000;
  const parts = new Map(
    formatOf(zone)
      .formatToParts(whole)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return shown - whole;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, format);
  return format;
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}

function refused(reason: string): When {
  return { ok: false, reason };
}
