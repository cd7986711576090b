import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The panel in which somebody talks to a bot. */
export class Chat {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
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
    return this.#page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  }
}
