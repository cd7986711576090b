import type { Page } from 'playwright-core';
import { QuickInput } from './quickInput';

/** How often F1 is pressed before the palette counts as missing. */
const MOST_PRESSES = 4;

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

  /** The palette closes when something else takes the focus, such as an editor that has just opened: press F1 again. */
  async #show(text: string): Promise<void> {
    for (let presses = 1; ; presses++) {
      await this.#page.keyboard.press('F1');
      try {
        await this.#input.fill(text, { timeout: 10_000 });
        return;
      } catch (error) {
        if (presses === MOST_PRESSES) throw error;
      }
    }
  }
}
