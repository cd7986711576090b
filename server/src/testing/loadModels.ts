import type { Models } from '../dialogue/hear';
import type { Model } from '../nlp/contract';
import { loadModel } from '../nlp/loadModel';

/**
 * The models of some artifacts, by their language. One that cannot be loaded is absent: the bot then understands nothing
 * in its language, and says why.
 */
export function loadModels(artifacts: Iterable<Uint8Array>): Models {
  const models = new Map<string, Model>();
  for (const bytes of artifacts) {
    const loaded = loadModel(bytes);
    if (loaded.ok) models.set(loaded.model.language, loaded.model);
  }
  return (language) => models.get(language);
}
