import type { Step } from './step';

/** Outlines of 14 by 14 pixels: what a dialog does can be told without its colour. */
export const STEP_ICONS: Readonly<Record<Step, string>> = {
  // A balloon with a question mark.
  question: 'M1 1h12v9H6l-3 3v-3H1z M5 4.2c0-2.4 4-2.4 4 0 0 1.4-2 1.2-2 2.6 M7 8.4v.4',
  // A fork.
  choice: 'M7 1v4 M7 5L3 9v4 M7 5l4 4v4 M1 11l2 2 2-2 M9 11l2 2 2-2',
  // A person.
  handover: 'M7 1a2.7 2.7 0 1 1 0 5.4A2.7 2.7 0 1 1 7 1z M1.5 13c0-6 11-6 11 0z',
  // A lightning.
  action: 'M8 1L3 8h4l-1 5 5-7H7z',
  // A balloon with lines.
  message: 'M1 1h12v9H6l-3 3v-3H1z M4 4h6 M4 7h4',
  // An empty frame.
  empty: 'M2 2h10v10H2z',
};

/** A cross, for what is not there. */
export const ABSENT_ICON = 'M2 2l10 10 M12 2L2 12';
