const LOW_PRIME = 0x01000193;
const HIGH_PRIME = 0x85ebca6b;

/**
 * 53 bits that tell two texts apart (two FNV-1a lanes with different primes). Enough to notice that a file is another one
 * than before; it protects from mistakes, not from somebody who searches for two texts of one fingerprint.
 */
export function fingerprintOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, LOW_PRIME);
    high = Math.imul((high << 5) ^ (high >>> 27) ^ unit, HIGH_PRIME);
  }
  return ((high ^ (high >>> 15)) & 0x1fffff) * 0x1_0000_0000 + ((low ^ (low >>> 13)) >>> 0);
}
