import type { Locator, Page } from 'playwright-core';

/** More than any list here is long. */
const MOST_STEPS = 60;

/** How often Ctrl+Space is pressed before the list counts as missing. */
const MOST_PRESSES = 3;

/** The list of suggestions at the cursor. */
export class Suggestions {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.suggest-widget.visible');
  }

  /** Opens the list, as Ctrl+Space does, and returns the labels on screen. */
  async open(): Promise<string[]> {
    const first = this.#rows().first();
    // An editor that has just opened, or is just being told of a change, may lose the key: press again.
    for (let presses = 1; !(await first.isVisible()); presses++) {
      await this.#page.keyboard.press('Control+Space');
      try {
        await first.waitFor({ timeout: 10_000 });
      } catch (error) {
        if (presses === MOST_PRESSES) throw error;
      }
    }
    return this.#rows().locator('.label-name').allInnerTexts();
  }

  /** The box beside the list that explains the suggestion in focus; opens it when it is closed. */
  async explanation(): Promise<string> {
    const details = this.#page.locator('.suggest-details:visible');
    if (!(await details.isVisible())) await this.#page.keyboard.press('Control+Space');
    await details.waitFor();
    return details.innerText();
  }

  /** Goes down the list to the suggestion with exactly this label. */
  async select(label: string): Promise<void> {
    const labels = await this.open();
    const row = this.#rows().filter({ has: this.#page.getByText(label, { exact: true }) });
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      if ((await row.and(this.#focused()).count()) > 0) return;
      const before = await this.#focused().getAttribute('aria-label');
      await this.#page.keyboard.press('ArrowDown');
      await this.#focused()
        .and(this.#page.locator(`:not([aria-label=${JSON.stringify(before)}])`))
        .waitFor();
    }
    throw new Error(`There is no suggestion “${label}”, but: ${labels.join(', ')}`);
  }

  /** Opens the list, goes to the suggestion with exactly this label, and takes it with Enter. */
  async take(label: string): Promise<void> {
    await this.select(label);
    await this.#page.keyboard.press('Enter');
  }

  /** Closes the list by Escape. */
  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.#widget.waitFor({ state: 'hidden' });
  }

  #rows(): Locator {
    return this.#widget.locator('.monaco-list-row');
  }

  #focused(): Locator {
    return this.#widget.locator('.monaco-list-row.focused');
  }
}
