import { t } from '@vscode/l10n';
import type { ChatConfig } from './config';
import { CHAT_STYLE, SIGN_IN_STYLE } from './style';

/** Text that comes out as text, wherever it is put into a page. */
function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Of the chat page. */
export interface ChatPage {
  readonly config: ChatConfig;
  /** Address of the script. */
  readonly script: string;
  readonly isDraft: boolean;
  readonly isSignedIn: boolean;
}

/** The chat page: a bar with its tools, and a place for the conversation, which the script fills. */
export function chatHtml({ config, script, isDraft, isSignedIn }: ChatPage): string {
  const { title, texts, languages, language, nonce } = config;
  const options = languages
    .map(
      (one) =>
        `<option value="${escape(one)}"${one === language ? ' selected' : ''}>${escape(nameOf(one))}</option>`,
    )
    .join('');
  const choice =
    languages.length > 1
      ? `<label for="language">${escape(texts.language)}</label><select id="language">${options}</select>`
      : '';
  const banner = isDraft
    ? `<p class="draft" role="note">${escape(t('Draft: this bot is being worked on and is not live.'))}</p>`
    : '';
  const signOut = isSignedIn ? `<button type="button" id="sign-out">${escape(texts.signOut)}</button>` : '';
  return page(
    title,
    nonce,
    CHAT_STYLE,
    `<body class="chat" data-chat="${escape(JSON.stringify(config))}">
<header><h1>${escape(title)}</h1>${choice}<button type="button" id="restart">${escape(texts.restart)}</button>${signOut}</header>
${banner}
<p id="notice" role="status" hidden></p>
<main id="chat" lang="${escape(language)}" aria-label="${escape(texts.conversation)}"></main>
<form id="comment" hidden>
<label for="comment-text">${escape(texts.comment)}</label>
<input id="comment-text" maxlength="2000" autocomplete="off">
<button type="submit">${escape(texts.send)}</button><button type="button" id="skip">${escape(texts.skip)}</button>
</form>
<script nonce="${escape(nonce)}" src="${escape(script)}"></script>
</body>`,
  );
}

/** A language as those who speak it call it. */
function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** Of the sign-in page. It is the same for every bot, those that do not exist included. */
export interface SignInPage {
  /** Where the form goes. */
  readonly action: string;
  readonly nonce: string;
  /** Comes back with the form: only a page of this gateway can know it. */
  readonly form: string;
  /** Why the last attempt came to nothing. */
  readonly problem?: string;
}

/** The sign-in page: a form that works without a script. */
export function signInHtml({ action, nonce, form, problem }: SignInPage): string {
  const alert = problem === undefined ? '' : `<p class="problem" role="alert">${escape(problem)}</p>`;
  return page(
    t('Sign in'),
    nonce,
    SIGN_IN_STYLE,
    `<body class="sign-in">
<main>
<h1>${escape(t('Sign in'))}</h1>
<p>${escape(t('There is no public bot here. If you were given a password or a token, sign in.'))}</p>
${alert}
<form method="post" action="${escape(action)}">
<input type="hidden" name="form" value="${escape(form)}">
<label for="name">${escape(t('Name (leave it empty if you have a password or a token only)'))}</label>
<input id="name" name="name" autocomplete="username" maxlength="200" autocapitalize="none">
<label for="secret">${escape(t('Password or token'))}</label>
<input id="secret" name="secret" type="password" autocomplete="current-password" maxlength="200" required>
<button type="submit">${escape(t('Sign in'))}</button>
</form>
</main>
</body>`,
  );
}

function page(title: string, nonce: string, style: string, body: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escape(title)}</title>
<style nonce="${escape(nonce)}">${style}</style>
</head>
${body}
</html>
`;
}
