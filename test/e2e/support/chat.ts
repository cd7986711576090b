import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The panel in which somebody talks to a bot. */
export class Chat {
  readonly #page: Page;
  readonly #nth: number;

  /** @param nth which of the pages on screen, in the order in which they were opened */
  constructor(page: Page, nth = 0) {
    this.#page = page;
    this.#nth = nth;
  }

  /** What was said last with this text. */
  bubble(text: string): Locator {
    return this.#frame().getByRole('log').locator('.bubble').filter({ hasText: text }).last();
  }

  async say(text: string): Promise<void> {
    const input = this.#frame().getByRole('textbox', { name: 'Say something' });
    await input.fill(text);
    await input.press('Enter');
  }

  /** A line in the conversation that nobody said. */
  note(text: string): Locator {
    return this.notes.filter({ hasText: text }).last();
  }

  get notes(): Locator {
    return this.#frame().getByRole('log').locator('.note');
  }

  button(name: string): Locator {
    return this.#frame().getByRole('button', { name, exact: true }).last();
  }

  /** The answer that the person gives for a web service. */
  get answer(): Locator {
    return this.#frame().getByRole('textbox', { name: 'Answer of the web service, as JSON' });
  }

  /** A line of what happened inside: the trace, variables and contexts. */
  inside(text: string): Locator {
    return this.#frame().getByRole('complementary').getByRole('listitem').filter({ hasText: text }).first();
  }

  get language(): Locator {
    return this.#frame().getByRole('combobox', { name: 'Language' });
  }

  #frame(): FrameLocator {
    return this.#page.frameLocator('iframe.webview').nth(this.#nth).frameLocator('iframe#active-frame');
  }
}
