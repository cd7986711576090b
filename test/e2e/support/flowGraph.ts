import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The panel that shows dialogs and what leads to them. */
export class FlowGraph {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** A box by the beginning of what a screen reader says of it. */
  box(name: string): Locator {
    return this.#frame().locator(`.box[aria-label^=${JSON.stringify(name)}]`);
  }

  /** The box that is selected. */
  get selected(): Locator {
    return this.#frame().locator('.box.selected');
  }

  get search(): Locator {
    return this.#frame().getByRole('searchbox');
  }

  /** How many boxes match the search. */
  get count(): Locator {
    return this.#frame().locator('#count');
  }

  /** Which flows of a large bot are shown. */
  get flows(): Locator {
    return this.#frame().locator('#flows');
  }

  /** What moves and zooms: its `transform` says how. */
  get picture(): Locator {
    return this.#frame().locator('.flow-graph');
  }

  button(name: string): Locator {
    return this.#frame().getByRole('button', { name, exact: true });
  }

  /** The list that says the same in words. */
  get list(): Locator {
    return this.#frame().locator('#list');
  }

  #frame(): FrameLocator {
    return this.#page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  }
}
