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
  // x = k ln 2 + r with |r| <= ln 2 / 2 (Cody and Waite), then the Taylor series of e^r.
  const k = Math.floor(bounded * INVERSE_LN2 + 0.5);
  const r = bounded - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let i = 13; i >= 1; i--) sum = 1 + (r / i) * sum;
  return sum * powerOfTwo(k);
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

/** Exact: a product of powers of two. */
function powerOfTwo(k: number): number {
  let result = 1;
  let base = k < 0 ? 0.5 : 2;
  for (let n = Math.abs(k); n > 0; n >>= 1) {
    if (n & 1) result *= base;
    base *= base;
  }
  return result;
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
