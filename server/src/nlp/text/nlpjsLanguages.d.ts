// The stemmers of nlp.js come without type declarations. They are reached by their files: the packages' entry points
// also load sentiment lexicons and trigrams that are of no use here.

interface NlpjsStemmer {
  /** Results by word, never cleared by the library. */
  cache: Record<string, string>;
  stemWord(word: string): string;
}

declare module '@nlpjs/lang-en-min/src/stemmer-en' {
  const Stemmer: new () => NlpjsStemmer;
  export = Stemmer;
}
declare module '@nlpjs/lang-nl/src/stemmer-nl' {
  const Stemmer: new () => NlpjsStemmer;
  export = Stemmer;
}
declare module '@nlpjs/lang-fr/src/stemmer-fr' {
  const Stemmer: new () => NlpjsStemmer;
  export = Stemmer;
}
declare module '@nlpjs/lang-de/src/stemmer-de' {
  const Stemmer: new () => NlpjsStemmer;
  export = Stemmer;
}
declare module '@nlpjs/lang-es/src/stemmer-es' {
  const Stemmer: new () => NlpjsStemmer;
  export = Stemmer;
}
