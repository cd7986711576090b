/** Colours that go with light and dark systems, each with a contrast of 4.5 to 1 or more. */
const BASE = `
:root{color-scheme:light dark;--ground:#fff;--text:#1b1b1f;--line:#6b6b76;--accent:#0b57d0;--on-accent:#fff;--warn:#7a4b00;--warn-ground:#fff3d6}
@media (prefers-color-scheme:dark){:root{--ground:#1b1b1f;--text:#f2f2f5;--line:#9a9aa6;--accent:#a8c7fa;--on-accent:#06284f;--warn:#ffdf9e;--warn-ground:#3d2e0b}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif}
h1{font-size:1.125rem;margin:0}
button,input,select{font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:6px;padding:.4rem .7rem;min-height:2.75rem}
option{background:var(--ground);color:var(--text)}
button{cursor:pointer}
button[type=submit]{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
[hidden]{display:none!important}
`;

export const CHAT_STYLE = `${BASE}
html,body{height:100%}
body.chat{display:flex;flex-direction:column;height:100dvh}
header{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem;padding:.5rem .75rem;border-bottom:1px solid var(--line)}
header h1{flex:1 1 8rem;min-width:0;overflow-wrap:anywhere}
.draft,#notice{margin:0;padding:.5rem .75rem;background:var(--warn-ground);color:var(--warn);font-weight:600}
#chat{flex:1;min-height:0}
#comment{display:flex;flex-wrap:wrap;align-items:center;gap:.5rem;padding:.5rem .75rem;border-top:1px solid var(--line)}
#comment input{flex:1 1 10rem;min-width:0}
`;

export const SIGN_IN_STYLE = `${BASE}
body.sign-in{display:grid;place-items:center;min-height:100dvh;padding:1rem}
main{width:100%;max-width:24rem}
form{display:flex;flex-direction:column;gap:.5rem}
h1{font-size:1.5rem}
.problem{color:var(--warn);background:var(--warn-ground);padding:.5rem .75rem;border-radius:6px}
`;
