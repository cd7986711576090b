import type { Page } from 'playwright-core';
import { Editor } from './editor';
import { Explorer } from './explorer';
import { Messages } from './messages';
import { Palette } from './palette';
import { Preview } from './preview';
import { Problems } from './problems';
import { QuickInput } from './quickInput';
import { imageFile, openWindow, type WindowOptions } from './session';
import { SideBar } from './sideBar';
import { StatusBar } from './statusBar';
import { Suggestions } from './suggestions';

const waitMs = 60_000;

/** A window of VS Code as a user sees it. Everything waits for what it needs; nothing waits for time. */
export class Workbench {
  readonly palette: Palette;
  readonly quickInput: QuickInput;
  readonly editor: Editor;
  readonly suggestions: Suggestions;
  readonly sideBar: SideBar;
  readonly explorer: Explorer;
  readonly preview: Preview;
  readonly statusBar: StatusBar;
  readonly problems: Problems;
  readonly messages: Messages;
  /** The page itself, for what no method here does yet. */
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
    this.palette = new Palette(page);
    this.quickInput = new QuickInput(page);
    this.editor = new Editor(page);
    this.suggestions = new Suggestions(page);
    this.sideBar = new SideBar(page);
    this.explorer = new Explorer(page, this.palette);
    this.preview = new Preview(page);
    this.statusBar = new StatusBar(page);
    this.problems = new Problems(page, this.palette);
    this.messages = new Messages(page, this.palette);
  }

  /** Opens a window on the folder, and waits until it can be used. */
  static async open(
    folder: string,
    options: WindowOptions,
  ): Promise<{ workbench: Workbench; close: () => Promise<void> }> {
    const window = await openWindow(folder, options);
    try {
      window.page.setDefaultTimeout(waitMs);
      const workbench = new Workbench(window.page);
      await workbench.#ready();
      return { workbench, close: () => window.close() };
    } catch (error) {
      await window.close();
      throw error;
    }
  }

  /** Loads the window anew. VS Code does it, so that it keeps first what comes back with a window. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.palette.run('Developer: Reload Window');
    await loaded;
    await this.#ready();
  }

  /** Makes room for a picture: no notifications, no panel, and the bot at the left. */
  async tidy(): Promise<void> {
    await this.messages.clear();
    const panel = this.page.locator('.part.panel');
    if (await panel.isVisible()) {
      await this.page.keyboard.press('Control+J');
      await panel.waitFor({ state: 'hidden' });
    }
    await this.sideBar.open('Bot');
  }

  /** Takes a picture of the window; see imageFile for where it goes. */
  async screenshot(name: string): Promise<void> {
    // Nothing hovers in the title bar beside its middle.
    await this.page.mouse.move(200, 18);
    await this.page.locator('.workbench-hover:visible').first().waitFor({ state: 'hidden' });
    await this.page.screenshot({ path: imageFile(name), animations: 'disabled', caret: 'hide' });
  }

  async #ready(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: 2 * waitMs });
    await this.page.locator('#status\\.problems').waitFor({ timeout: 2 * waitMs });
  }
}
