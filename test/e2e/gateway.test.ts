import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GatewayProcess } from '../support/gatewayProcess';
import { gatewayAddress, goLive, post } from './support/gateway';
import { story } from './support/suite';

// The way back: what users of LIVE say, and what the bot learns from it.
story(
  'a gateway, and what users say to it',
  (scene) => {
    let address = '';

    it('says what an inbox is for before there is a gateway', async () => {
      const { workbench } = scene();
      await workbench.statusBar.waitFor('DRAFT choo-choo');
      await workbench.palette.run('Bot: Open Train Inbox');
      const inbox = workbench.sideBar.view('Train Inbox');
      await inbox.content.getByText('What users say comes back here').waitFor();
    });

    it('starts on this machine, and serves LIVE', async () => {
      await scene().workbench.palette.run('Bot: Start Gateway');
      address = await gatewayAddress(scene().workbench);
      const { conversation } = await post(`${address}/bots/choo-choo/conversations`, {});
      for (const text of ['my suitcase never arrived', 'my suitcase never arrived', 'a bus to the moon']) {
        await post(`${address}/bots/choo-choo/conversations/${conversation}/messages`, { text });
      }
    });

    it('shows what users said, once each, the most frequent first', async () => {
      const { workbench } = scene();
      await workbench.messages.clear();
      await workbench.palette.run('Bot: Open Train Inbox');
      for (const other of ['Bots', 'Versions', 'Deployment']) await workbench.sideBar.view(other).fold();
      const inbox = workbench.sideBar.view('Train Inbox');
      await inbox.content.hover();
      await workbench.page.locator('.sidebar').getByRole('button', { name: 'Refresh Train Inbox' }).click();
      await inbox.item('my suitcase never arrived').waitFor();
      await inbox.item('a bus to the moon').waitFor();
      const [first = ''] = await inbox.items();
      assert.match(first, /^my suitcase never arrived.*2 times/);
      await workbench.screenshot('train-inbox');
    });

    it('tells the new score, and makes an expression of it', async () => {
      const { workbench, workspace } = scene();
      const inbox = workbench.sideBar.view('Train Inbox');
      await inbox.contextMenu('my suitcase never arrived', 'Accept into Another Intent…');
      await workbench.quickInput.waitFor('What does “my suitcase never arrived” mean?');
      await workbench.quickInput.choose('lost_item');
      const dialog = workbench.messages.dialog('Make it an expression of lost_item?');
      await dialog.filter({ hasText: /lost_item: .* → [01]\.\d\d/ }).waitFor();
      await workbench.messages.answerDialog('Make it an expression of lost_item?', 'Accept');
      await workbench.messages.notification('Added to the draft: 1.').waitFor();
      await inbox.item('my suitcase never arrived').waitFor({ state: 'hidden' });
      // A normal edit: nothing is written before it is saved.
      const unsaved = workbench.page.locator('.tab.dirty');
      await unsaved.waitFor();
      await workbench.palette.run('File: Save All');
      await unsaved.waitFor({ state: 'hidden' });
      const file = path.join(workspace, 'intents', 'lost-item.intent.yaml');
      assert.match(readFileSync(file, 'utf8'), /my suitcase never arrived/);
    });

    it('leaves out what is ignored, and brings it back', async () => {
      const { workbench } = scene();
      const inbox = workbench.sideBar.view('Train Inbox');
      await workbench.messages.clear();
      await inbox.contextMenu('a bus to the moon', 'Ignore');
      await inbox.item('a bus to the moon').waitFor({ state: 'hidden' });
      await workbench.messages.answer('Left out of the inbox: 1.', 'Undo');
      await inbox.item('a bus to the moon').waitFor();
    });

    it('draws what users did, as it happens', async () => {
      const { workbench } = scene();
      await workbench.palette.run('Bot: Open Live Dashboard');
      const page = workbench.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
      const messages = page.locator('#numbers > div', { hasText: 'Messages' }).locator('dd');
      await messages.filter({ hasText: /^3$/ }).waitFor();
      await page.locator('#messages-plot canvas').waitFor();
      const { conversation } = await post(`${address}/bots/choo-choo/conversations`, {});
      await post(`${address}/bots/choo-choo/conversations/${conversation}/messages`, { text: 'hello' });
      await messages.filter({ hasText: /^4$/ }).waitFor();
      await workbench.messages.clear();
      await workbench.screenshot('dashboard');
    });

    it('shows two hundred texts, and the rest on demand', async () => {
      const { workbench } = scene();
      const conversations = `${address}/bots/choo-choo/conversations`;
      const { conversation } = await post(conversations, {});
      // Fewer times than what was said before, so that these come last.
      for (let number = 0; number < 205; number++) {
        const text = `parcel ${String(number).padStart(3, '0')} never came`;
        await post(`${conversations}/${conversation}/messages`, { text });
      }
      await workbench.palette.run('Bot: Open Train Inbox');
      const inbox = workbench.sideBar.view('Train Inbox');
      await inbox.content.hover();
      await workbench.page.locator('.sidebar').getByRole('button', { name: 'Refresh Train Inbox' }).click();
      await inbox.item('parcel').first().waitFor();
      await inbox.item('parcel').first().click();
      await workbench.page.keyboard.press('End');
      await inbox.item('Show More').waitFor();
      await workbench.page.keyboard.press('Enter');
      await inbox.item('Show More').waitFor({ state: 'hidden' });
      await workbench.page.keyboard.press('End');
      await inbox.item('parcel').last().waitFor();
      assert.doesNotMatch((await inbox.items()).join('\n'), /Show More/);
    });

    it('makes expressions of several texts at once', async () => {
      const { workbench } = scene();
      await workbench.messages.clear();
      const inbox = workbench.sideBar.view('Train Inbox');
      // The list draws some above what is seen of it.
      const [one = '', other = ''] = (await inbox.items())
        .map((words) => /^parcel \d+ never came/.exec(words)?.[0] ?? '')
        .filter((text) => text !== '')
        .slice(-3, -1);
      await inbox.item(one).click();
      await inbox.item(other).click({ modifiers: ['ControlOrMeta'] });
      await inbox.contextMenu(other, 'Accept into Another Intent…');
      await workbench.quickInput.choose('lost_item');
      await workbench.messages.answerDialog('Make expressions of 2 texts?', 'Accept');
      await workbench.messages.notification('Added to the draft: 2.').waitFor();
      await inbox.item(one).waitFor({ state: 'hidden' });
      await inbox.item(other).waitFor({ state: 'hidden' });
      await workbench.palette.run('File: Save All');
    });

    it('lets somebody in, and takes that back', async () => {
      const { workbench } = scene();
      await workbench.messages.clear();
      await workbench.palette.run('Bot: Deploy: Give Access…');
      await workbench.quickInput.choose('Make an access token…');
      await workbench.quickInput.waitFor('What the token is called in lists');
      await workbench.quickInput.fill('partner');
      await workbench.quickInput.accept();
      await workbench.messages.answerDialog('The token partner is made.', 'Copy Token');
      await workbench.palette.run('Bot: Deploy: Give Access…');
      await workbench.quickInput.choose('Make an access token…');
      await workbench.quickInput.waitFor('What the token is called in lists');
      await workbench.quickInput.fill('partner');
      await workbench.quickInput.accept();
      await workbench.messages.answerDialog('There is a token partner already.', 'Replace Token');
      await workbench.messages.answerDialog('The token partner is made.', 'Copy Token');
      await workbench.palette.run('Bot: Deploy: Take Access Away…');
      await workbench.quickInput.choose('token partner');
      await workbench.messages.notification('Taken away: token partner.').waitFor();
      await workbench.palette.run('Bot: Deploy: Take Access Away…');
      await workbench.messages.notification('There is nothing to take away').waitFor();
    });

    it('stops when it is told to', async () => {
      const { workbench } = scene();
      await workbench.palette.run('Bot: Stop Gateway');
      await workbench.messages.notification('The gateway has stopped.').waitFor();
      await assert.rejects(fetch(`${address}/healthz`));
      const inbox = workbench.sideBar.view('Train Inbox');
      await inbox.content.getByText('What users say comes back here').waitFor();
    });

    it('asks one that runs elsewhere, with a token that no file of the workspace holds', async () => {
      const { workbench, workspace } = scene();
      const token = randomBytes(32).toString('base64url');
      const data = mkdtempSync(path.join(tmpdir(), 'botlane elsewhere '));
      const env = { BOTLANE_EDITOR_TOKEN: token };
      const elsewhere = await GatewayProcess.start({ folder: workspace, data, env });
      try {
        await elsewhere.say(await elsewhere.begin(), 'a parrot on platform two');
        await workbench.messages.clear();
        await workbench.palette.run('Bot: Connect to Gateway…');
        await workbench.quickInput.waitFor('Its address');
        await workbench.quickInput.fill(elsewhere.address);
        await workbench.quickInput.accept();
        await workbench.quickInput.waitFor('A token for it.');
        await workbench.quickInput.fill(token);
        await workbench.quickInput.accept();
        const inbox = workbench.sideBar.view('Train Inbox');
        await inbox.item('a parrot on platform two').waitFor();
        const found = spawnSync('grep', ['-r', '--files-with-matches', '-e', token, workspace]);
        assert.equal(found.status, 1, found.stdout.toString());
        await workbench.palette.run('Bot: Disconnect from Gateway');
        await inbox.content.getByText('What users say comes back here').waitFor();
      } finally {
        await elsewhere.end('SIGKILL');
        rmSync(data, { recursive: true, force: true, maxRetries: 5 });
      }
    });
  },
  goLive,
);
