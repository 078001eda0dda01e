/**
 * Primitives that JavaScript has no type for, named by their CLIXML tag: `C` Char, `D` Decimal, `URI`, `Version`,
 * `XD` XmlDocument, `SBK` ScriptBlock, `SemanticVersion`; and the numbers whose type must be told: `By` Byte, `SB` SByte, `I16`, `U16`,
 * `I32`, `U32`, `I64`, `U64`, `Sg` Single, `Db` Double.
 */
export type PrimitiveTag = NumberTag | 'C' | 'D' | 'URI' | 'Version' | 'XD' | 'SBK' | 'SemanticVersion';

/** Tags of numbers. */
export type NumberTag = 'By' | 'SB' | 'I16' | 'U16' | 'I32' | 'U32' | 'I64' | 'U64' | 'Sg' | 'Db';

/**
 * A primitive as its tag and its text, so it loses nothing. The text of a Char is the character, that of a number what
 * XML Schema writes (`NaN`, `INF`, `-INF` among them). To send a certain type, make one: `new PSPrimitive('By', '5')`.
 */
export class PSPrimitive {
  constructor(
    readonly tag: PrimitiveTag,
    readonly text: string,
  ) {}

  toString(): string {
    return this.text;
  }
}
