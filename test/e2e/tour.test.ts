import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { botlane, git } from './support/session';
import { story } from './support/suite';

// Protects the newcomer of docs/tour.md: whoever never saw the format writes a bot that works, taking what the list of
// suggestions offers and typing only names and sentences. The pictures of that page are made here.
story(
  'a bot from suggestions and hovers alone',
  (scene) => {
    const read = (name: string): string => readFileSync(path.join(scene().workspace, name), 'utf8');

    it('bot.yaml begins with a whole bot, named after its folder', async () => {
      const { workbench } = scene();
      const { editor, suggestions } = workbench;
      await workbench.explorer.newFile('bot.yaml');
      await workbench.statusBar.waitFor('DRAFT');
      assert.equal((await suggestions.open())[0], 'new bot');
      assert.match(await suggestions.explanation(), /notUnderstood: general\/not_understood/);
      await workbench.screenshot('tour-bot');
      await suggestions.take('new bot');
      // Its id, language, flow and the names of four dialogs stay as they are proposed.
      await editor.nextPlaceholder(7);
      await editor.lineBelow(1);
      await suggestions.take('variables');
      await editor.type('choice');
      await editor.nextPlaceholder();
      await suggestions.take('string');
      await editor.save();
      assert.match(
        read('bot.yaml'),
        /^bot: bakery\nlanguages: \[en\]\n[^]*variables:\n {2}choice:\n {4}type: string\n?$/,
      );
    });

    it('explains its keys', async () => {
      const { workbench } = scene();
      const { editor } = workbench;
      assert.match(await editor.hoverAt(2, 3), /The first one is the default/);
      assert.match(await editor.hoverAt(8, 3), /session variables/);
      assert.match(await editor.hoverAt(5, 5), /no intent scores above the threshold/);
      await workbench.screenshot('tour-hover');
    });

    it('intents and an entity are named after their files', async () => {
      const { workbench } = scene();
      const { editor, suggestions } = workbench;
      await workbench.explorer.newFile('greet.intent.yaml');
      await suggestions.take('new intent');
      await editor.nextPlaceholder();
      await editor.type('The user says hello');
      await editor.nextPlaceholder(2);
      await editor.type('hello\ngood morning\nhi there\nhey\ngood afternoon');
      await editor.save();
      await workbench.explorer.newFile('cake.entity.yaml');
      await suggestions.take('new list entity');
      await editor.nextPlaceholder();
      await editor.type('Lemon');
      await editor.nextPlaceholder();
      await editor.type('lemony');
      await editor.nextPlaceholder();
      await editor.type('\nChocolate: [choc]');
      await editor.save();
      assert.equal(
        read('cake.entity.yaml').trim(),
        'entity: cake\ntype: list\nvalues:\n  Lemon: [lemony]\n  Chocolate: [choc]',
      );
    });

    it('an expression marks an entity, and the variable that takes it', async () => {
      const { workbench } = scene();
      const { editor, suggestions } = workbench;
      await workbench.explorer.newFile('order.intent.yaml');
      await suggestions.take('new intent');
      await editor.nextPlaceholder();
      await editor.type('The user wants to buy a cake');
      await editor.nextPlaceholder(2);
      await editor.type(
        'I would like to order a cake\ncan I buy a cake\na cake please\nI need a birthday cake\n',
      );
      await editor.type('I want a [lemon](');
      await suggestions.select('cake');
      await workbench.screenshot('tour-expressions');
      await suggestions.take('cake');
      await editor.type(':');
      await suggestions.take('choice');
      // Goes past the bracket that the editor may have closed, as a person does.
      await editor.type(') cake');
      await editor.save();
      assert.match(read('order.intent.yaml'), /I want a \[lemon\]\(cake:choice\) cake\n?$/);
    });

    it('a flow is linked to an intent, and offers the dialogs that are still missing', async () => {
      const { workbench } = scene();
      const { editor, suggestions } = workbench;
      await workbench.explorer.newFile('general.flow.yaml');
      await suggestions.take('new flow');
      await editor.nextPlaceholder();
      await editor.type('Greets, and helps out when nothing else fits');
      await editor.nextPlaceholder();
      // bot.yaml leads to it, so that it is offered while it is typed.
      await editor.type('welc');
      await suggestions.take('welcome');
      await editor.nextPlaceholder();
      // A name that is chosen leads on to the next place by itself.
      await suggestions.take('greet');
      await editor.nextPlaceholder();
      await editor.type('Welcome to the bakery! What can I do for you?');
      await editor.lineBelow(1);
      await suggestions.select('not_understood');
      await workbench.screenshot('tour-missing-dialogs');
      const texts = new Map([
        ['not_understood', 'I did not get that. Which cake would you like?'],
        ['error', 'Something went wrong. Please try again.'],
        ['disabled', 'The bakery is closed.'],
      ]);
      for (const [index, [name, text]] of [...texts].entries()) {
        if (index > 0) await editor.lineBelow(1);
        await suggestions.take(name);
        await suggestions.take('message');
        await editor.nextPlaceholder();
        await editor.type(text);
      }
      await editor.save();
      assert.match(await editor.hoverAt(6, 16), /Intent greet[^]*The user says hello[^]*en: 5 expressions/);
      await workbench.screenshot('tour-hover-intent');
    });

    it('a dialog asks for an entity, and the next one says what was answered', async () => {
      const { workbench } = scene();
      const { editor, suggestions } = workbench;
      await workbench.explorer.newFile('orders.flow.yaml');
      await suggestions.take('flow');
      await editor.type('orders');
      await editor.lineBelow();
      await suggestions.take('dialogs');
      await editor.nextPlaceholder();
      await suggestions.take('trigger');
      await suggestions.take('order');
      await editor.lineBelow(1);
      await suggestions.take('ask');
      await editor.nextPlaceholder();
      await editor.type('Which cake would you like?');
      await editor.nextPlaceholder();
      await suggestions.take('cake');
      await suggestions.take('choice');
      await editor.type('We have lemon and chocolate.');
      await editor.nextPlaceholder();
      assert.ok((await suggestions.open()).includes('general/welcome'));
      await suggestions.close();
      await editor.type('confirm');
      await editor.lineBelow(2);
      await suggestions.take('confirm');
      await suggestions.take('message');
      await editor.nextPlaceholder();
      await editor.type('One {');
      await suggestions.select('choice');
      await workbench.screenshot('tour-placeholder');
      await suggestions.take('choice');
      await editor.press('End');
      await editor.type(' cake, coming up!');
      await editor.save();
      assert.match(read('orders.flow.yaml'), /en: One \{choice\} cake, coming up!\n {4}end: true\n?$/);
    });

    it('nothing is left to complain about, once a small bot may have few expressions', async () => {
      const { workbench } = scene();
      const { editor, suggestions } = workbench;
      await workbench.palette.openFile('bot.yaml');
      await editor.lineBelow(2);
      await suggestions.take('rules');
      await editor.nextPlaceholder();
      await suggestions.take('off');
      await editor.save();
      await workbench.problems.open();
      await workbench.problems.waitForNone();
    });

    it('is trained, and says what it makes of a message', async () => {
      const { workbench } = scene();
      await workbench.palette.run('Bot: Train NLP');
      await workbench.messages.notification('is trained').waitFor();
      await workbench.tidy();
      await workbench.palette.run('Bot: Test an Utterance…');
      await workbench.quickInput.waitFor('Type what a user would say');
      await workbench.quickInput.fill('could I buy a lemon cake');
      await workbench.quickInput.rowsWith('DRAFT: order').waitFor();
      await workbench.screenshot('tour-utterance');
      const rows = await workbench.quickInput.rows();
      assert.match(rows[0] ?? '', /^DRAFT: order, \d+% · understood/);
      assert.ok(
        rows.some((row) => row.startsWith('orders/start')),
        rows.join('\n'),
      );
      await workbench.quickInput.cancel();
    });

    it('passes the conversation test that is written the same way', async () => {
      const { workbench, workspace } = scene();
      const { editor, suggestions } = workbench;
      await workbench.explorer.newFile('order.bottest.yaml');
      await suggestions.take('new conversation test');
      await editor.type('a cake is ordered');
      await editor.nextPlaceholder(2);
      await editor.type('I need a birthday cake');
      await editor.nextPlaceholder();
      await suggestions.take('order');
      await suggestions.take('orders/start');
      await editor.lineBelow(2);
      await suggestions.take('bot');
      await editor.type('Which cake would you like?');
      await editor.lineBelow();
      await suggestions.take('user');
      await editor.type('lemon');
      await editor.lineBelow(1);
      await suggestions.take('bot');
      await editor.type('One Lemon cake, coming up!');
      await editor.save();
      await workbench.screenshot('tour-test');
      botlane(workspace, 'test');
      botlane(workspace, 'check', '--max-warnings', '0');
    });
  },
  (example) => {
    const folder = path.join(path.dirname(example), 'bakery');
    mkdirSync(folder);
    renameSync(path.join(example, '.git'), path.join(folder, '.git'));
    git(folder, 'update-ref', '-d', 'HEAD');
    git(folder, 'read-tree', '--empty');
    return folder;
  },
);
