import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The page that shows what a publish would do. */
export class Preview {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The heading; it can be waited for. */
  heading(text: string): Locator {
    return this.#frame().getByRole('heading', { level: 1, name: text });
  }

  /** The sentence below the heading that says whether the publish is possible. */
  verdict(text: string): Locator {
    return this.#frame().locator('main > p').filter({ hasText: text });
  }

  /** What the page says about how current it is. */
  status(text: string): Locator {
    return this.#frame().getByRole('status').filter({ hasText: text });
  }

  /** The row of a gate, by its id. */
  gate(id: string): Locator {
    return this.#frame().locator(`tr[data-gate="${id}"]`);
  }

  /** A change of the difference. */
  change(text: string): Locator {
    return this.#frame().getByRole('listitem').filter({ hasText: text });
  }

  /** The row of a sentence that would be understood otherwise. */
  understanding(text: string): Locator {
    return this.#frame().locator('table.understanding').getByRole('row').filter({ hasText: text });
  }

  /** Presses a link of the page. */
  async follow(link: string): Promise<void> {
    await this.#frame().getByRole('link', { name: link }).click();
  }

  #frame(): FrameLocator {
    return this.#page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  }
}
