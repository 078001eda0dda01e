/**
 * The name of the first command that the fragments of a CREATE_PIPELINE run, read without taking them apart: it stands in
 * the first of them. Empty if it cannot be seen.
 */
export function cmdletName(fragments: Uint8Array): string {
  const text = Buffer.from(fragments.buffer, fragments.byteOffset, fragments.length).toString('latin1');
  return /<S N="Cmd">([^<]*)<\/S>/.exec(text)?.[1] ?? '';
}
