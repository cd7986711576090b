import type { AdminCounts, FeedbackItem, Statistics } from '../../../../server/src/protocol';
import type { PageTexts } from '../messages';
import { shareText, versionName } from './numbers';

/** Names in a list; the CSV has all of them. */
const MOST_NAMES = 10;

/** The whole range in numbers. */
export function renderNumbers(
  place: HTMLElement,
  total: AdminCounts & { readonly users: number },
  texts: PageTexts,
): void {
  const numbers = [
    [texts.conversations, String(total.conversations)],
    [texts.users, String(total.users)],
    [texts.messages, String(total.messages)],
    [texts.notUnderstood, shareText(total)],
    [texts.handovers, String(total.handovers)],
    [texts.thumbsUp, String(total.thumbsUp)],
    [texts.thumbsDown, String(total.thumbsDown)],
  ] as const;
  place.replaceChildren(
    ...numbers.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value))),
  );
}

/** The plots as a table, for those who do not see them. */
export function renderTimeline(place: HTMLElement, { timeline, by }: Statistics, texts: PageTexts): void {
  const style = by === 'hour' ? ({ timeStyle: 'short' } as const) : {};
  place.replaceChildren(
    table(
      [texts.when, texts.conversations, texts.users, texts.messages, texts.notUnderstood],
      timeline.map((point) => [
        new Date(point.at).toLocaleString(undefined, { dateStyle: 'short', ...style }),
        String(point.conversations),
        String(point.users),
        String(point.messages),
        shareText(point),
      ]),
    ),
  );
}

/** What was reached how often. */
export function renderLists(place: HTMLElement, statistics: Statistics, texts: PageTexts): void {
  const { intents, dialogs, versions, channels, languages } = statistics;
  const messages = (rows: Statistics['versions']): Statistics['intents'] =>
    rows.map(({ name, messages: count }) => ({ name, count }));
  const named = messages(versions).map(({ name, count }) => ({
    name: versionName(name === '' ? null : Number(name), texts),
    count,
  }));
  const lists = [
    [texts.intents, intents],
    [texts.dialogs, dialogs],
    [texts.versions, named],
    [texts.channels, messages(channels)],
    [texts.languages, messages(languages)],
  ] as const;
  place.replaceChildren(
    ...lists.map(([title, rows]) => {
      const most = Math.max(1, ...rows.map(({ count }) => count));
      return make(
        'section',
        { 'aria-label': title },
        make('h2', {}, title),
        rows.length === 0
          ? make('p', {}, texts.nothing)
          : make(
              'ol',
              {},
              ...rows.slice(0, MOST_NAMES).map(({ name, count }) => {
                const bar = make('meter', {
                  min: '0',
                  max: String(most),
                  value: String(count),
                  'aria-hidden': 'true',
                });
                return make(
                  'li',
                  {},
                  make('span', { class: 'name' }, name),
                  bar,
                  make('span', {}, String(count)),
                );
              }),
            ),
      );
    }),
  );
}

/** Releases, with what was not understood before and after each. */
export function renderReleases(place: HTMLElement, { releases }: Statistics, texts: PageTexts): void {
  const rows = releases.map(({ at, version, around }) => [
    new Date(at).toLocaleString(),
    versionName(version, texts),
    around ? shareText(around.before) : '–',
    around ? shareText(around.after) : '–',
  ]);
  place.replaceChildren(
    make('h2', {}, texts.releases),
    rows.length === 0
      ? make('p', {}, texts.nothing)
      : table([texts.when, texts.releases, texts.before, texts.after], rows.toReversed()),
  );
}

/** What users thought, the newest first. */
export function renderFeedback(
  place: HTMLElement,
  feedback: readonly FeedbackItem[],
  texts: PageTexts,
): void {
  place.replaceChildren(
    make('h2', {}, texts.feedback),
    feedback.length === 0
      ? make('p', {}, texts.nothing)
      : table(
          [texts.when, texts.feedback, texts.dialogs, texts.comment],
          feedback.map(({ at, thumb, dialog, comment }) => [
            new Date(at).toLocaleString(),
            thumb === 'up' ? texts.thumbsUp : texts.thumbsDown,
            dialog,
            comment,
          ]),
        ),
  );
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  return make(
    'table',
    {},
    make('thead', {}, make('tr', {}, ...header.map((text) => make('th', { scope: 'col' }, text)))),
    make('tbody', {}, ...rows.map((row) => make('tr', {}, ...row.map((text) => make('td', {}, text))))),
  );
}

/** An element; texts become text, never markup. */
function make(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (HTMLElement | string)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
