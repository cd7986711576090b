import { t } from '@vscode/l10n';

/**
 * Words for what should not be typed into a public chat, in English, Dutch, French, German and Spanish, without accents.
 * Cards of customers and members are no secrets.
 */
const KINDS: readonly { readonly words: RegExp; readonly what: () => string }[] = [
  {
    words:
      /\b(?:pass ?words?|pass ?codes?|pin ?codes?|your pin|wachtwoord(?:en)?|mots? de passe|codes? (?:pin|secret)|passwort|passworter|kennwort|geheimzahl|contrasenas?|clave secreta)\b/,
    what: () => t('a password'),
  },
  {
    words:
      /\b(?:(?:credit|debit|bank|payment) ?card|(?<!(?:loyalty|customer|member|membership|discount|gift|library|travel|student) )card (?:number|security code|verification code)|cvv|cvc|(?:krediet|credit|debet|bank|betaal)(?:kaart|card)(?:nummer)?|numero de (?:votre |ta |la )?carte (?:bancaire|de credit|bleue)|carte (?:bancaire|de credit)|(?:kredit|bank|giro)karten?(?:nummer)?|tarjeta de (?:credito|debito)|numero de (?:su |tu |la )?tarjeta)\b/,
    what: () => t('a card number'),
  },
  {
    words:
      /\b(?:social security(?: number)?|ssn|passport (?:number|no)|national (?:identity|insurance|register|id) (?:number|card)|(?:identity|id)(?: card)? number|tax(?:payer)? id|rijksregisternummer|burgerservicenummer|bsn|paspoortnummer|identiteitskaart(?:nummer)?|numero de (?:securite sociale|passeport|registre national|carte d identite)|sozialversicherungsnummer|steuernummer|(?:personal)?ausweisnummer|(?:reise)?passnummer|dni|nie|numero de (?:la )?seguridad social|numero de pasaporte|numero de identidad)\b/,
    what: () => t('an identity number'),
  },
];

/** What a question, or the name of a variable, asks for; undefined for anything that may be said in public. */
export function sensitiveIn(text: string): string | undefined {
  const words = text
    .slice(0, LONGEST)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  return KINDS.find((kind) => kind.words.test(words))?.what();
}

/** A question of this length has said what it asks for. */
const LONGEST = 2000;
