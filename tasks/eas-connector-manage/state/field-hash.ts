/** The key of the hashes, different in every state: nobody can make up values that look unchanged. */
export type HashKey = readonly [number, number];

/** Two 32-bit hashes of a text. Equal texts have equal hashes; different ones differ but for one case in 2^64. */
export interface TextHash {
  readonly first: number;
  readonly second: number;
}

/** Hashes a text by its UTF-16 units: two rounds of multiply and mix side by side. [the cyrb53 construction] */
export function hashText(text: string, [a, b]: HashKey, salt: number): TextHash {
  let first = (0xdeadbeef ^ a ^ Math.imul(salt, 0x9e3779b1)) | 0;
  let second = (0x41c6ce57 ^ b ^ Math.imul(salt, 0x85ebca6b)) | 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    first = Math.imul(first ^ unit, 2654435761);
    second = Math.imul(second ^ unit, 1597334677);
  }
  first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
  second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
  return { first: first >>> 0, second: second >>> 0 };
}

/** Adds a hash to a sum of hashes, in which the order counts. */
export function mixHash(sum: TextHash, { first, second }: TextHash): TextHash {
  return {
    first: Math.imul(sum.first ^ first, 2654435761) >>> 0,
    second: (Math.imul(sum.second ^ second, 1597334677) + sum.first) >>> 0,
  };
}

/** A value in the one text that stands for it; empty if it says nothing. */
export function canonicalText(value: unknown): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length === 0 ? '' : JSON.stringify(value);
  return JSON.stringify(value);
}
