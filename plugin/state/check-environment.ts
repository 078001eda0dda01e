import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { StateError } from './state-error';

/** Where a page of an LMDB file says what it is. */
const META = { at: 24, magic: 0xbeefc0de, version: 2, bytes: 160 } as const;
/** Places in such a page, from its beginning. */
const AT = { pageSize: 48, freeRoot: 88, mainRoot: 136 } as const;
/** The root of a table without entries. */
const NO_PAGE = 0xffffffffffffffffn;

interface Meta {
  readonly pageSize: number;
  readonly roots: readonly bigint[];
}

/**
 * Throws if the file of an environment cannot be one, or has lost its end. LMDB maps the file into memory and believes
 * it, so one that is damaged so would end the process, and the host with it, without a word.
 * @param path the environment's folder
 * @throws StateError state.unavailable
 */
export function checkEnvironment(path: string, isReadOnly: boolean): void {
  const file = join(path, 'data.mdb');
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch {
    // There is none yet, or LMDB says better why it cannot be read.
    return;
  }
  try {
    const { size } = fstatSync(descriptor);
    // One that was just made; whoever writes begins anew with it.
    if (size === 0 && !isReadOnly) return;
    const first = readMeta(descriptor, 0);
    const second = first && readMeta(descriptor, first.pageSize);
    if (!first || !second) throw damaged(file);
    // The last state that was carried to the disk, to which LMDB returns after the end of the machine.
    const flushed = readMeta(descriptor, first.pageSize / 2);
    const pages = BigInt(Math.floor(size / first.pageSize));
    const isThere = ({ roots }: Meta): boolean => roots.every((root) => root === NO_PAGE || root < pages);
    if (![first, second, ...(flushed ? [flushed] : [])].some(isThere)) throw damaged(file);
  } finally {
    closeSync(descriptor);
  }
}

function readMeta(descriptor: number, position: number): Meta | undefined {
  const page = Buffer.alloc(META.bytes);
  if (readSync(descriptor, page, 0, META.bytes, position) < META.bytes) return undefined;
  if (page.readUInt32LE(META.at) !== META.magic || page.readUInt16LE(META.at + 4) !== META.version) return undefined;
  return {
    pageSize: page.readUInt32LE(AT.pageSize),
    roots: [page.readBigUInt64LE(AT.freeRoot), page.readBigUInt64LE(AT.mainRoot)],
  };
}

function damaged(file: string): StateError {
  return new StateError(
    'state.unavailable',
    `The state in ${file} is damaged: it is no store of the connector, or a part of it is missing.`,
    'Restore the folder from a backup, or move it away to begin anew: then the connector knows nothing of what it has sent, ' +
      'follows the wipes that Exchange shows for orders that are still sent, and reads a full inventory.',
  );
}
