import type { Locator, Page } from 'playwright-core';

/** The bar at the bottom of the window. */
export class StatusBar {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The item whose text contains this; it can be waited for. */
  item(text: string | RegExp): Locator {
    return this.#page.locator('.statusbar-item').filter({ hasText: text });
  }

  /** Waits for an item with this text. */
  async waitFor(text: string | RegExp): Promise<void> {
    await this.item(text).first().waitFor();
  }

  /** Whether an item has the red or the yellow ground of VS Code. */
  async ground(text: string | RegExp): Promise<'error' | 'warning' | 'plain'> {
    const classes = (await this.item(text).first().getAttribute('class')) ?? '';
    if (classes.includes('error-kind')) return 'error';
    return classes.includes('warning-kind') ? 'warning' : 'plain';
  }

  /** What a screen reader says of an item, which is also what its hover says. */
  async description(text: string | RegExp): Promise<string> {
    const item = this.item(text).first();
    return (await item.getAttribute('aria-label')) ?? '';
  }

  /** Shows why the bot of the window can or cannot be published, if it shows any: for pictures of failures. */
  async explain(): Promise<void> {
    const item = this.item(/\b(DRAFT|HOTFIX|LIVE) /).first();
    if (!(await item.isVisible())) return;
    await item.hover();
    await this.#page.locator('.monaco-hover:visible').first().waitFor({ timeout: 5000 }).catch(ignore);
  }
}

/** What is only worth having if it can be had. */
function ignore(): void {
  // The picture is taken without it.
}
