import type { Page } from 'playwright-core';
import { QuickInput } from './quickInput';

/** The command palette, and quick open, which is the same box without its `>`. */
export class Palette {
  readonly #page: Page;
  readonly #input: QuickInput;

  constructor(page: Page) {
    this.#page = page;
    this.#input = new QuickInput(page);
  }

  /** Runs a command by its full title, such as `Bot: Publish…`. */
  async run(title: string): Promise<void> {
    await this.#show(`>${title}`);
    await this.#input.press(title);
  }

  /** Whether the palette offers the command now; one whose condition does not hold is not listed. */
  async offers(title: string): Promise<boolean> {
    await this.#show(`>${title}`);
    const labels = await this.#input.labels();
    await this.#input.cancel();
    return labels.includes(title);
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name: string): Promise<void> {
    await this.#show(name);
    await this.#input.press(name);
    await this.#page.locator(`.tab.active[data-resource-name=${JSON.stringify(name)}]`).waitFor();
  }

  async #show(text: string): Promise<void> {
    await this.#page.keyboard.press('F1');
    await this.#input.fill(text);
  }
}
