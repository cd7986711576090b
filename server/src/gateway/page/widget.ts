/**
 * The script that a web site includes: a button that opens the chat page in a frame. It is the same for every bot and
 * knows the bot from its own address. Styles are set one by one, which a strict policy of the site allows.
 */
export const WIDGET_SCRIPT = `(() => {
  'use strict';
  const script = document.currentScript;
  const page = new URL('.', script.src).href.replace(/\\/$/, '');
  const label = script.dataset.label || 'Chat';
  const element = (name, styles) => {
    const made = document.createElement(name);
    Object.assign(made.style, styles);
    return made;
  };
  const corner = { position: 'fixed', right: '16px', zIndex: '2147483000' };
  const button = element('button', {
    ...corner, bottom: '16px', minWidth: '56px', height: '56px', padding: '0 20px', border: '2px solid #fff',
    borderRadius: '28px', background: '#0b57d0', color: '#fff', font: '600 16px system-ui,sans-serif', cursor: 'pointer',
  });
  button.type = 'button';
  button.textContent = label;
  button.setAttribute('aria-expanded', 'false');
  let frame;
  const show = (isOpen) => {
    if (!frame) {
      frame = element('iframe', {
        ...corner, bottom: '84px', width: 'min(400px, calc(100vw - 32px))', height: 'min(600px, calc(100dvh - 100px))',
        border: '1px solid #6b6b76', borderRadius: '12px', background: '#fff',
      });
      frame.title = label;
      frame.src = page;
      button.before(frame);
    }
    frame.hidden = !isOpen;
    frame.style.display = isOpen ? 'block' : 'none';
    button.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) frame.focus();
    else button.focus();
  };
  button.addEventListener('click', () => show(button.getAttribute('aria-expanded') === 'false'));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && button.getAttribute('aria-expanded') === 'true') show(false);
  });
  document.body.append(button);
})();
`;
