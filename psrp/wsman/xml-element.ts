import { SaxesParser, type SaxesTagNS } from 'saxes';
import { LimitError } from '../errors/limit-error';
import { ProtocolError } from '../errors/protocol-error';
import { PSRPError } from '../errors/psrp-error';
import { utf8Decoder } from '../wire/utf8';

/** What one document may make this side do. */
export interface XmlLimits {
  /** Bytes of the document, checked before it is parsed. */
  readonly maxBytes: number;
  /** Elements within each other. */
  readonly maxDepth: number;
  readonly maxElements: number;
  /** Attributes of one element. */
  readonly maxAttributes: number;
}

/** Far above what WinRM writes; a Receive's answer has an element for each piece of output. */
export const DEFAULT_XML_LIMITS: XmlLimits = {
  maxBytes: 1024 * 1024,
  maxDepth: 32,
  maxElements: 20_000,
  maxAttributes: 32,
};

/** An element with its namespace resolved. Comments are left out, and so is where text stands between children. */
export class XmlElement {
  readonly children: XmlElement[] = [];
  text = '';

  constructor(
    readonly namespace: string,
    readonly name: string,
    private readonly attributes: readonly (readonly [namespace: string, name: string, value: string])[],
  ) {}

  /** The value of an attribute; undefined if there is none. */
  attribute(name: string, namespace = ''): string | undefined {
    return this.attributes.find((attribute) => attribute[1] === name && attribute[0] === namespace)?.[2];
  }

  is(namespace: string, name: string): boolean {
    return this.name === name && this.namespace === namespace;
  }

  /** The first child of that name. */
  child(namespace: string, name: string): XmlElement | undefined {
    return this.children.find((child) => child.is(namespace, name));
  }

  all(namespace: string, name: string): XmlElement[] {
    return this.children.filter((child) => child.is(namespace, name));
  }

  /** Its text and that of everything in it. */
  get wholeText(): string {
    return [this.text, ...this.children.map((child) => child.wholeText)]
      .map((text) => text.trim())
      .join(' ')
      .trim();
  }
}

/**
 * Parses a document in UTF-8.
 * @throws ProtocolError, LimitError
 */
export function parseXml(bytes: Uint8Array, limits: XmlLimits): XmlElement {
  if (bytes.length > limits.maxBytes) throw new LimitError('maxBytes', limits.maxBytes);
  try {
    return new TreeBuilder(limits).parse(utf8Decoder().decode(bytes));
  } catch (error) {
    if (error instanceof PSRPError) throw error;
    throw new ProtocolError('envelope', error instanceof Error ? error.message : 'not XML', { cause: error });
  }
}

/** Text between tags, or within a comment or CDATA: attributes cannot have a `<` in them. */
const LONG_BASE64 = /(?<=>)[A-Za-z0-9+/=]{256,}(?=<)/g;
const MARK = '\ue000';
const MARKED = /\ue000(\d+)\ue000/g;

class TreeBuilder {
  private readonly parser = new SaxesParser({ position: false, xmlns: true });
  private readonly open: XmlElement[] = [];
  private root: XmlElement | undefined;
  private elements = 0;
  private attributes = 0;
  private readonly setAside: string[] = [];

  constructor(private readonly limits: XmlLimits) {
    const { parser } = this;
    parser.on('opentagstart', () => {
      this.attributes = 0;
      this.count(++this.elements, 'maxElements');
      this.count(this.open.length + 1, 'maxDepth');
    });
    parser.on('attribute', () => {
      this.count(++this.attributes, 'maxAttributes');
    });
    parser.on('opentag', (tag) => {
      this.begin(tag);
    });
    parser.on('closetag', () => {
      this.open.pop();
    });
    parser.on('text', (text) => {
      this.add(text);
    });
    parser.on('cdata', (text) => {
      this.add(text);
    });
    parser.on('doctype', () => {
      throw new ProtocolError('envelope', 'a document type is not allowed');
    });
    parser.on('error', (error) => {
      throw error;
    });
  }

  parse(text: string): XmlElement {
    // Most of an envelope is base64, in which a parser in JavaScript would look at each character several times.
    const skeleton = text.replace(LONG_BASE64, (run) => `${MARK}${this.setAside.push(run) - 1}${MARK}`);
    this.parser.write(skeleton).close();
    if (!this.root) throw new ProtocolError('envelope', 'an empty document');
    return this.root;
  }

  private begin(tag: SaxesTagNS): void {
    const attributes = Object.values(tag.attributes).map(({ uri, local, value }) => [uri, local, value] as const);
    const element = new XmlElement(tag.uri, tag.local, attributes);
    this.open.at(-1)?.children.push(element);
    this.root ??= element;
    this.open.push(element);
  }

  private add(text: string): void {
    const element = this.open.at(-1);
    if (element) element.text += text.replace(MARKED, (mark, at: string) => this.setAside[Number(at)] ?? mark);
  }

  private count(value: number, limit: keyof XmlLimits): void {
    if (value > this.limits[limit]) throw new LimitError(limit, this.limits[limit]);
  }
}
