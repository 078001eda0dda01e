import {
  PSDateTime,
  PSGuid,
  PSObject,
  PSTimeSpan,
  type PSValue,
  PSDictionary,
  PSList,
  type ListTag,
  PSPrimitive,
  type PrimitiveTag,
  PSSecureString,
  credential,
} from '../../../psrp';
import { DATE_TIME_KINDS, TAG } from './bridge';
import type { ByteReader } from './byte-reader';

const HAS_TEXT = 1;
const HAS_VALUE = 2;

/**
 * Decodes the values of one pipeline to the same types that CLIXML is decoded to. It remembers the names of properties
 * and types, which come once.
 */
export class ValueDecoder {
  private readonly names: string[] = [];
  private readonly typeLists: (readonly string[])[] = [];

  /** The next value. */
  decode(reader: ByteReader): PSValue {
    const tag = reader.byte();
    switch (tag) {
      case TAG.null:
        return null;
      case TAG.false:
        return false;
      case TAG.true:
        return true;
      case TAG.int32:
        return reader.int32();
      case TAG.int64:
        return reader.int64();
      case TAG.uint64:
        return reader.uint64();
      case TAG.double:
        return reader.double();
      case TAG.text:
        return reader.text();
      case TAG.dateTime:
        return decodeDateTime(reader);
      case TAG.timeSpan:
        return new PSTimeSpan(reader.double(), reader.int32() * 100);
      case TAG.guid:
        return new PSGuid(reader.text());
      case TAG.bytes:
        return reader.bytes();
      default:
        return this.decodeComposite(reader, tag);
    }
  }

  private decodeComposite(reader: ByteReader, tag: number): PSValue {
    switch (tag) {
      case TAG.primitive:
        return new PSPrimitive(reader.text() as PrimitiveTag, reader.text());
      case TAG.list:
        return this.decodeList(reader);
      case TAG.dictionary:
        return this.decodeDictionary(reader);
      case TAG.object:
        return this.decodeObject(reader);
      case TAG.secureText:
        return PSSecureString.of(reader.text());
      case TAG.credential:
        return credential(reader.text(), PSSecureString.of(reader.text()));
      default:
        throw new RangeError(`There is no value with the tag ${tag}.`);
    }
  }

  private decodeObject(reader: ByteReader): PSObject {
    const typeNames = this.decodeTypes(reader);
    const flags = reader.byte();
    const text = flags & HAS_TEXT ? reader.text() : undefined;
    const value = flags & HAS_VALUE ? this.decode(reader) : undefined;
    const adapted = reader.count();
    const count = reader.count();
    const properties = new Map<string, PSValue>();
    for (let left = count; left > 0; left--) {
      const name = this.decodeName(reader);
      properties.set(name, this.decode(reader));
    }
    return new PSObject(properties, typeNames, text, value, adapted);
  }

  private decodeList(reader: ByteReader): PSValue {
    const typeNames = this.decodeTypes(reader);
    const tag = reader.text() as ListTag;
    const members = Array.from({ length: reader.count() }, () => this.decode(reader));
    const isPlain = tag === 'LST' && typeNames[0] === 'System.Object[]';
    return isPlain ? members : PSList.with(members, { tag, typeNames });
  }

  private decodeDictionary(reader: ByteReader): PSDictionary {
    const typeNames = this.decodeTypes(reader);
    const entries = new Map<PSValue, PSValue>();
    for (let left = reader.count(); left > 0; left--) {
      const key = this.decode(reader);
      entries.set(key, this.decode(reader));
    }
    return new PSDictionary(entries, typeNames);
  }

  private decodeName(reader: ByteReader): string {
    const index = reader.count();
    return (this.names[index] ??= reader.text());
  }

  private decodeTypes(reader: ByteReader): readonly string[] {
    const index = reader.count();
    return (this.typeLists[index] ??= reader.texts());
  }
}

function decodeDateTime(reader: ByteReader): PSDateTime {
  const seconds = reader.double();
  const nanos = reader.int32() * 100;
  const kind = DATE_TIME_KINDS[reader.byte()];
  return new PSDateTime(seconds, nanos, kind, reader.int32());
}
