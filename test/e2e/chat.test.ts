import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Chat } from './support/chat';
import { botlane } from './support/session';
import { story } from './support/suite';

// Protects the answer to "how does this feel to a user?": the draft answers as it stands, and shows why.
story(
  'chatting with the draft',
  (scene) => {
    it('greets, understands, and shows what happened inside', async () => {
      const { workbench } = scene();
      const chat = new Chat(workbench.page);
      await workbench.statusBar.waitFor('NLP trained');
      await workbench.tidy();
      await workbench.palette.run('Bot: Chat with Draft');
      await chat.bubble('Hello, I am Choo Choo.').waitFor();
      await chat.say('is the train to Ghent on time?');
      await chat.bubble('train_status').waitFor();
      await chat.inside('disruptions/look_up').waitFor();
      await chat.inside('destination = Ghent').waitFor();
    });

    it('lets the person answer for a web service', async () => {
      const { workbench } = scene();
      const chat = new Chat(workbench.page);
      await chat.answer.fill('{ "delay": 75 }');
      await workbench.screenshot('chat');
      await chat.button('Answer').click();
      await chat.bubble('75 minutes late').waitFor();
    });

    it('follows buttons and the language', async () => {
      const { workbench } = scene();
      const chat = new Chat(workbench.page);
      await chat.button('Money back').click();
      await chat.bubble('What is your ticket number?').waitFor();
      await chat.language.selectOption('nl');
      await chat.say('geen idee');
      await chat.bubble('Een ticketnummer ziet eruit als AB123456').waitFor();
    });

    it('leads from a line to its dialog', async () => {
      const { workbench } = scene();
      const chat = new Chat(workbench.page);
      await chat.inside('tickets/refund').getByRole('button').click();
      await workbench.editor.waitForTab('tickets.flow.yaml');
    });

    it('says that the draft has changed, and goes on with it', async () => {
      const { workbench, workspace } = scene();
      const chat = new Chat(workbench.page);
      rename(workspace);
      await chat.note('The draft has changed').waitFor();
      await chat.say('AB123456');
      await chat.bubble('AB123456').waitFor();
      await chat.inside('reference = AB123456').waitFor();
      assert.equal(await chat.notes.count(), 1, 'once between two turns');
    });

    it('starts over', async () => {
      const { workbench } = scene();
      const chat = new Chat(workbench.page);
      await chat.button('Start Over').click();
      await chat.bubble('Hello, I am Puffing Billy.').waitFor();
      await chat.inside('general/welcome').waitFor();
    });
  },
  (workspace) => {
    botlane(workspace, 'train');
  },
);

// Protects the comparison by hand: both are told the same, and each shows what it makes of it.
story(
  'chatting with draft and LIVE side by side',
  (scene) => {
    it('greets from both', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('NLP trained');
      await workbench.tidy();
      await workbench.palette.run('Bot: Chat with Draft and Live');
      const [draft, live] = [new Chat(workbench.page, 0), new Chat(workbench.page, 1)];
      await draft.bubble('Hello, I am Puffing Billy.').waitFor();
      await live.bubble('Hello, I am Choo Choo.').waitFor();
    });

    it('says and presses in both what is said and pressed in one', async () => {
      const { workbench } = scene();
      const [draft, live] = [new Chat(workbench.page, 0), new Chat(workbench.page, 1)];
      await live.say('is the train to Ghent on time?');
      for (const chat of [draft, live]) await chat.inside('destination = Ghent').waitFor();
      await draft.answer.fill('{ "delay": 75 }');
      await draft.button('Answer').click();
      for (const chat of [draft, live]) await chat.bubble('75 minutes late').waitFor();
      await draft.button('Money back').click();
      for (const chat of [draft, live]) await chat.bubble('What is your ticket number?').waitFor();
      await workbench.screenshot('chat-both');
    });

    it('parts, so that each goes on alone', async () => {
      const { workbench } = scene();
      const [draft, live] = [new Chat(workbench.page, 0), new Chat(workbench.page, 1)];
      await draft.button('Draft and LIVE Side by Side').click();
      await draft.say('AB123456');
      await draft.inside('reference = AB123456').waitFor();
      assert.equal(await live.bubble('AB123456').count(), 0);
    });
  },
  (workspace) => {
    botlane(workspace, 'train');
    botlane(workspace, 'publish', '--full', '--notes', 'The train bot goes live');
    rename(workspace);
  },
);

/** Another greeting for the draft. */
function rename(workspace: string): void {
  const file = path.join(workspace, 'flows', 'general.flow.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('I am Choo Choo.', 'I am Puffing Billy.'));
}
