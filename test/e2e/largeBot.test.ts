import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FlowGraph } from './support/flowGraph';
import { story } from './support/suite';

const INTENTS = 700;
const FLOWS = 20;
const DIALOGS = 40;

// Protects that a bot of any size is shown: in parts, and all of it.
story(
  'a large bot',
  (scene) => {
    it('lists some hundred definitions of a group, and the rest on demand', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('DRAFT choo-choo');
      await workbench.sideBar.open('Bot');
      for (const other of ['Versions', 'Deployment']) await workbench.sideBar.view(other).fold();
      const bots = workbench.sideBar.view('Bots');
      await bots.expand('Intents');
      await bots.item('confirm').waitFor();
      await bots.toEnd();
      const more = bots.item(/^Show more \(\d+ left\)/);
      await more.click();
      await more.waitFor({ state: 'detached' });
      await bots.toEnd();
      await bots.item('z699').waitFor();
    });

    it('is drawn in several pictures, and turns to each of them by keyboard', async () => {
      const { workbench } = scene();
      const graph = new FlowGraph(workbench.page);
      await workbench.palette.run('Bot: Open Flow Graph');
      await workbench.quickInput.choose('The whole bot');
      await graph.flows.filter({ hasText: /^Flows 1 to \d+ of 27$/ }).waitFor();
      const later = graph.button('Flows after these');
      const earlier = graph.button('Flows before these');
      assert.ok(await earlier.isDisabled());
      await later.focus();
      await later.press('Enter');
      await graph.flows.filter({ hasText: /to 27 of 27$/ }).waitFor();
      await earlier.press('Enter');
      await graph.flows.filter({ hasText: /^Flows 1 to/ }).waitFor();
    });
  },
  (workspace) => {
    const write = (name: string, text: string): void => writeFileSync(path.join(workspace, name), text);
    for (const folder of ['intents/large', 'flows/large']) {
      mkdirSync(path.join(workspace, folder), { recursive: true });
    }
    for (let at = 0; at < INTENTS; at++) {
      const name = `z${String(at).padStart(3, '0')}`;
      write(
        `intents/large/${name}.intent.yaml`,
        `intent: ${name}\nexpressions:\n  en: |\n    text of ${name}\n`,
      );
    }
    const dialogs = Array.from({ length: DIALOGS }, (_, at) => `  d${at}:\n    end: true\n`).join('');
    for (let at = 0; at < FLOWS; at++) {
      const name = `z${String(at).padStart(2, '0')}`;
      write(`flows/large/${name}.flow.yaml`, `flow: ${name}\ndialogs:\n${dialogs}`);
    }
  },
);
