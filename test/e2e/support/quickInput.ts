import type { Locator, Page } from 'playwright-core';

/** The box on top of the window: command palette, picks and input boxes are all this one widget. */
export class QuickInput {
  readonly #page: Page;
  readonly #widget: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#widget = page.locator('.quick-input-widget:visible');
  }

  /** Waits for a pick or an input box whose title, placeholder or prompt contains the text. */
  async waitFor(text: string): Promise<void> {
    const quoted = JSON.stringify(text);
    const placeholder = this.#widget.locator(`input[placeholder*=${quoted}]`);
    const said = this.#widget.locator('.quick-input-title, .quick-input-message').filter({ hasText: text });
    await placeholder.or(said).first().waitFor();
  }

  /** Waits until the box is gone. */
  async waitForNone(): Promise<void> {
    await this.#widget.waitFor({ state: 'hidden' });
  }

  /** Replaces the text in the box. */
  async fill(text: string, options: { readonly timeout?: number } = {}): Promise<void> {
    await this.#widget.locator('input.input').fill(text, options);
  }

  /** Presses Enter. */
  async accept(): Promise<void> {
    await this.#page.keyboard.press('Enter');
  }

  /** Presses Escape, and waits until the box is gone. */
  async cancel(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.waitForNone();
  }

  /** The labels of the rows on screen, from the top. */
  async labels(): Promise<string[]> {
    await this.#rows().first().waitFor();
    return this.#rows().locator('.quick-input-list-label .label-name').allInnerTexts();
  }

  /** What a screen reader says of the rows on screen: label, description and detail, with commas between. */
  async rows(): Promise<string[]> {
    await this.#rows().first().waitFor();
    const rows = await this.#rows().all();
    return Promise.all(rows.map(async (row) => ((await row.getAttribute('aria-label')) ?? '').trim()));
  }

  /** The rows that say this; they can be waited for. */
  rowsWith(text: string): Locator {
    return this.#rows().filter({ hasText: text });
  }

  /** The row with exactly this label. */
  row(label: string): Locator {
    const name = this.#page.locator('.quick-input-list-label .label-name').getByText(label, { exact: true });
    return this.#rows().filter({ has: name });
  }

  /** Chooses the row with exactly this label. Types the label first: a long list draws only what is on screen. */
  async choose(label: string): Promise<void> {
    await this.#rows().first().waitFor();
    await this.fill(label);
    await this.press(label);
  }

  /**
   * Chooses the row with exactly this label by keyboard, and tells what there was instead when there is none. By
   * keyboard, because the mouse rests where it pressed last, and a hover that opens there would take the click.
   */
  async press(label: string): Promise<void> {
    const row = this.row(label).first();
    try {
      await row.waitFor();
    } catch (error) {
      throw new Error(
        `There is no “${label}” to choose, but: ${(await this.#rows().allInnerTexts()).join(' | ')}`,
        {
          cause: error,
        },
      );
    }
    const focused = this.#page.locator('.quick-input-list .monaco-list-row.focused');
    for (let left = await this.#rows().count(); left > 0; left--) {
      if (/\bfocused\b/.test((await row.getAttribute('class')) ?? '')) break;
      const before = await focused.first().getAttribute('data-index');
      await this.#page.keyboard.press('ArrowDown');
      await this.#page
        .locator(`.quick-input-list .monaco-list-row.focused:not([data-index="${before}"])`)
        .waitFor();
    }
    await this.#page.keyboard.press('Enter');
  }

  #rows(): Locator {
    return this.#widget.locator('.quick-input-list .monaco-list-row');
  }
}
