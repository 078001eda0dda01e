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
