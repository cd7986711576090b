import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The panel that shows how well a bot understands. */
export class Evaluation {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** A figure by its name, with its changes. */
  tile(name: string): Locator {
    return this.#frame().locator('.tile').filter({ hasText: name });
  }

  heading(name: string | RegExp): Locator {
    return this.#frame().getByRole('heading', { name });
  }

  /** A cell of the matrix, by what a screen reader says of it. */
  cell(name: string | RegExp): Locator {
    return this.#frame().getByRole('gridcell', { name });
  }

  /** The cell that has the keyboard. */
  get focusedCell(): Locator {
    return this.#frame().locator('td:focus');
  }

  /** Misunderstood expressions that are listed. */
  get expressions(): Locator {
    return this.#frame().locator('#list tbody').getByRole('rowheader');
  }

  button(name: string): Locator {
    return this.#frame().getByRole('button', { name, exact: true });
  }

  notice(text: string): Locator {
    return this.#frame().getByRole('status').filter({ hasText: text });
  }

  #frame(): FrameLocator {
    return this.#page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  }
}
