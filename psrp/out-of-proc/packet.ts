/**
 * The line protocol that PowerShell speaks over standard input and output (`-s`), named pipes and SSH: one XML element
 * a line. `<Data Stream='Default' PSGuid='…'>base64 of fragments</Data>`, `<Command PSGuid='…' />` and so on.
 */
import type { OutgoingStream } from '../session/outgoing-queue';
import { base64Decode, base64Encode } from '../wire/base64';
import { isGuid } from '../wire/guid-bytes';
import { utf8Bytes } from '../wire/utf8';

/** Packets that are only a name and a GUID. */
export type ControlName = 'DataAck' | 'Command' | 'CommandAck' | 'Close' | 'CloseAck' | 'Signal' | 'SignalAck';

/** One line; the GUID is that of a pipeline, or all zeros for the pool. */
export type Packet =
  | { readonly name: 'Data'; readonly pipelineId: string; readonly stream: OutgoingStream; readonly data: Uint8Array }
  | { readonly name: ControlName; readonly pipelineId: string };

/** What a line was: a packet, noise before one, or only noise. */
export interface ParsedLine {
  readonly packet: Packet | undefined;
  /** What somebody else wrote to the same output; undefined if nothing but white space. */
  readonly noise: string | undefined;
  /** Somebody else wrote into the middle of a packet of data, or too much before it: what it carried is lost. */
  readonly isTorn: boolean;
}

const ELEMENT =
  /<(Data|DataAck|Command|CommandAck|Close|CloseAck|Signal|SignalAck)((?:\s+\w+\s*=\s*(?:'[^'<>]*'|"[^"<>]*"))*)\s*(\/?)>/;
const ATTRIBUTE = /(\w+)\s*=\s*['"]([^'"]*)['"]/g;
const OPENING = '<Data ';
const CLOSING = '</Data>';
/** Where in a line the element must begin and its opening tag end: there is little but noise before it. */
const HEAD_LENGTH = 4096;
/** Where the opening tag ends when nothing stands before it. */
const TAG_LENGTH = 128;
const NOISE_LENGTH = 1000;

/** The line of a packet, with its line feed. */
export function formatPacket(packet: Packet): Uint8Array {
  if (packet.name !== 'Data') return utf8Bytes(`<${packet.name} PSGuid='${packet.pipelineId}' />\n`);
  const head = utf8Bytes(`<Data Stream='${packet.stream}' PSGuid='${packet.pipelineId}'>`);
  const data = base64Encode(packet.data);
  const tail = utf8Bytes(`${CLOSING}\n`);
  const line = new Uint8Array(head.length + data.length + tail.length);
  line.set(head);
  line.set(data, head.length);
  line.set(tail, head.length + data.length);
  return line;
}

/** What a line is; nothing in it makes this throw. */
export function parseLine(line: Uint8Array): ParsedLine {
  const match = ELEMENT.exec(ascii(line.subarray(0, TAG_LENGTH))) ?? ELEMENT.exec(ascii(line.subarray(0, HEAD_LENGTH)));
  if (!match) return noPacket(line);
  const [whole, name = '', attributes = '', selfClosed] = match;
  const rest = trimEnd(line.subarray(match.index + whole.length));
  const packet = toPacket(name, readAttributes(attributes), selfClosed === '/', rest);
  if (!packet) return noPacket(line);
  return { packet, noise: noise(line.subarray(0, match.index)), isTorn: false };
}

function noPacket(line: Uint8Array): ParsedLine {
  const end = trimEnd(line);
  const isTorn =
    ascii(line.subarray(0, HEAD_LENGTH)).includes(OPENING) || ascii(end.subarray(-CLOSING.length)) === CLOSING;
  return { packet: undefined, noise: noise(line), isTorn };
}

function toPacket(
  name: string,
  attributes: ReadonlyMap<string, string>,
  empty: boolean,
  rest: Uint8Array,
): Packet | undefined {
  const pipelineId = attributes.get('PSGuid')?.toLowerCase() ?? '';
  if (!isGuid(pipelineId) || attributes.size !== (name === 'Data' ? 2 : 1)) return undefined;
  if (name !== 'Data') {
    const complete = empty ? rest.length === 0 : ascii(rest) === `</${name}>`;
    return complete ? { name: name as ControlName, pipelineId } : undefined;
  }
  const stream = attributes.get('Stream');
  if (stream !== 'Default' && stream !== 'PromptResponse') return undefined;
  const end = rest.length - CLOSING.length;
  if (empty || end < 0 || ascii(rest.subarray(end)) !== CLOSING) return undefined;
  const data = base64Decode(rest.subarray(0, end));
  return data && { name, pipelineId, stream, data };
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of text.matchAll(ATTRIBUTE)) attributes.set(name, value);
  return attributes;
}

function noise(bytes: Uint8Array): string | undefined {
  const text = ascii(bytes.subarray(0, NOISE_LENGTH)).trim();
  return text === '' ? undefined : text;
}

/** Bytes as text, each a character: only ASCII means anything here, and noise only has to be recognizable. */
function ascii(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1024) text += String.fromCharCode(...bytes.subarray(at, at + 1024));
  return text;
}

function trimEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end--;
  return bytes.subarray(0, end);
}
