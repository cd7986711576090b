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

    it('starts over', async () => {
      const { workbench } = scene();
      const chat = new Chat(workbench.page);
      await chat.button('Start Over').click();
      await chat.bubble('What can I do for you?').waitFor();
      await chat.inside('general/welcome').waitFor();
    });
  },
  (workspace) => {
    botlane(workspace, 'train');
  },
);
