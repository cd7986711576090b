import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { botlane } from './support/session';
import { story } from './support/suite';

const PARKING = `intent: parking
expressions:
  en: |
    where can I park my car
    is there a car park at the station
    how much is parking per day
    can I leave the car at the station overnight
    do you have parking spaces
    I need a parking spot
`;

// Protects users from a surprise: what they say today must mean tomorrow what it means today, or somebody knows.
story(
  'comparing the NLP of draft and LIVE',
  (scene) => {
    it('lists what the draft understands otherwise', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('NLP stale');
      await workbench.palette.run('Bot: Compare Draft and Live NLP');
      for (const other of ['Bots', 'Versions', 'Deployment', 'Train Inbox']) {
        await workbench.sideBar.view(other).fold();
      }
      const rows = workbench.sideBar.view('NLP Comparison');
      await rows.item('No longer understood').waitFor();
      await rows.item(/^where can I park my car[^]* LIVE: not understood/).waitFor();
    });

    it('leads from a row to its place', async () => {
      const { workbench } = scene();
      await workbench.sideBar
        .view('NLP Comparison')
        .item(/^where can I park my car/)
        .click();
      await workbench.editor.waitForTab('parking.intent.yaml');
    });

    it('says above an expression what draft and LIVE make of it, where that is wanted', async () => {
      const { workbench } = scene();
      await workbench.editor
        .lenses()
        .filter({ hasText: 'LIVE: not understood' })
        .filter({ hasText: 'draft: parking' })
        .first()
        .waitFor();
      await workbench.tidy();
      await workbench.screenshot('compare-nlp');
    });

    it('shows it in the preview of a publish', async () => {
      const { workbench } = scene();
      await workbench.palette.run('Bot: Preview Publish');
      await workbench.quickInput.choose('Full bot');
      await workbench.preview.understanding('nah').filter({ hasText: 'No longer understood' }).waitFor();
      await workbench.screenshot('preview-understanding');
      await workbench.preview.follow('nah');
      await workbench.editor.waitForTab('answers.intent.yaml');
    });

    it('asks for what users said, too, where there is a gateway', async () => {
      const { workbench } = scene();
      await workbench.palette.run('Bot: Start Gateway');
      const notification = workbench.messages.notification('The gateway runs at').first();
      await notification.waitFor();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(await notification.innerText())?.[0] ?? '';
      await say(address, 'a lift');
      await workbench.messages.clear();
      await workbench.palette.run('Bot: Compare Draft and Live NLP');
      const rows = workbench.sideBar.view('NLP Comparison');
      await rows.item(/^a lift[^]*Message of a user/).waitFor();
    });

    it('lists what is chosen', async () => {
      const { workbench } = scene();
      const rows = workbench.sideBar.view('NLP Comparison');
      await workbench.palette.run('Bot: Filter NLP Comparison…');
      await workbench.quickInput.waitFor('What is listed?');
      await workbench.quickInput.rowsWith('Newly understood').click();
      await workbench.quickInput.accept();
      await rows.item('Newly understood').waitFor({ state: 'detached' });
      await rows.content.page().getByText('Not listed: Newly understood.').waitFor();
    });

    it('closes', async () => {
      const { workbench } = scene();
      await workbench.palette.run('Bot: Close NLP Comparison');
      await workbench.sideBar.view('NLP Comparison').content.waitFor({ state: 'detached' });
    });
  },
  (workspace) => {
    botlane(workspace, 'train');
    botlane(workspace, 'publish', '--full', '--notes', 'The train bot goes live');
    const open = ['deploy', 'visibility', 'public', workspace];
    execFileSync(process.execPath, [path.resolve('dist', 'cli.js'), ...open], { stdio: 'pipe' });
    const bot = path.join(workspace, 'bot.yaml');
    writeFileSync(bot, readFileSync(bot, 'utf8').replace('intent: 0.8', 'intent: 0.97'));
    writeFileSync(path.join(workspace, 'intents', 'parking.intent.yaml'), PARKING);
    mkdirSync(path.join(workspace, '.vscode'), { recursive: true });
    writeFileSync(
      path.join(workspace, '.vscode', 'settings.json'),
      JSON.stringify({ 'botlane.codeLens.predictions': 'different' }),
    );
  },
);

/** Says something to the bot that is live. */
async function say(address: string, text: string): Promise<void> {
  const post = async (url: string, body: unknown): Promise<unknown> => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    assert.ok(answer.ok, `${url}: ${answer.status}`);
    return answer.json();
  };
  const conversations = `${address}/bots/choo-choo/conversations`;
  const { conversation } = (await post(conversations, {})) as { readonly conversation: string };
  await post(`${conversations}/${conversation}/messages`, { text });
}
