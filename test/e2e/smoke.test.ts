import { story } from './support/suite';

// Protects the package: what a user installs has to come up in a real VS Code.
story('the installed package', (scene) => {
  it('shows its activity beside the example', async () => {
    const { workbench } = scene();
    await workbench.sideBar.activity('Bot').waitFor();
    await workbench.sideBar.open('Bot');
  });
});
