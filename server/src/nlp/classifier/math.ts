/**
 * Exponential and logarithm from the four operations that IEEE 754 rounds exactly. `Math.exp` and `Math.log` may differ
 * in the last bit between engines and versions, and one bit is another model.
 */

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;

/** e to the power of `x`, to about 1e-15; 0 below -700, and `x` is taken as 700 above that. */
export function exp(x: number): number {
  if (x < -700) return 0;
  const bounded = x > 700 ? 700 : x;
  // x = k ln 2 + r with |r| <= ln 2 / 2 (Cody and Waite), then the Taylor series of e^r up to r^13, summed by pairs
  // (Estrin), which do not wait for each other.
  const k = Math.floor(bounded * INVERSE_LN2 + 0.5);
  const r = bounded - k * LN2_HIGH - k * LN2_LOW;
  const r2 = r * r;
  const r4 = r2 * r2;
  const low = r2 * (1 / 2 + r * (1 / 6)) + r4 * (1 / 24 + r * (1 / 120) + r2 * (1 / 720 + r * (1 / 5040)));
  const high =
    1 / 40320 +
    r * (1 / 362880) +
    r2 * (1 / 3628800 + r * (1 / 39916800)) +
    r4 * (1 / 479001600 + r * (1 / 6227020800));
  return (1 + (r + (low + r4 * r4 * high))) * (POWERS_OF_TWO[k + LARGEST_POWER] as number);
}

/** `exp` needs them up to 700 / ln 2. */
const LARGEST_POWER = 1010;
/** From 2 to the power of minus `LARGEST_POWER`; each is exact. */
const POWERS_OF_TWO = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2 * LARGEST_POWER + 1).fill(1);
  for (let k = 1; k <= LARGEST_POWER; k++) {
    powers[LARGEST_POWER + k] = (powers[LARGEST_POWER + k - 1] as number) * 2;
    powers[LARGEST_POWER - k] = (powers[LARGEST_POWER - k + 1] as number) / 2;
  }
  return powers;
}

/** Natural logarithm of a positive number, to about 1e-15; -745 for anything at or below the smallest positive one. */
export function ln(x: number): number {
  if (!(x > 0)) return -745;
  let mantissa = x;
  let k = 0;
  while (mantissa > Math.SQRT2) {
    mantissa *= 0.5;
    k++;
  }
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    k--;
  }
  // ln m = 2 artanh(s), s = (m - 1) / (m + 1), |s| < 0.172
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let sum = 0;
  for (let i = 21; i >= 1; i -= 2) sum = sum * square + 1 / i;
  return k * LN2_HIGH + (k * LN2_LOW + 2 * s * sum);
}

/** Turns scores into probabilities in place: softmax of `scores * sharpness`. */
export function softmax(scores: Float64Array, sharpness: number): void {
  let highest = -Infinity;
  for (const score of scores) if (score > highest) highest = score;
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const value = exp(((scores[i] ?? 0) - highest) * sharpness);
    scores[i] = value;
    sum += value;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) / sum;
}
