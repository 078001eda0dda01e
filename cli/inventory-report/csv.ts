/** What may stand between the cells. */
export const CSV_SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const;

/** A separator by name. */
export type CsvSeparator = keyof typeof CSV_SEPARATORS;

/** UTF-8's byte order mark, by which Excel knows a file as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Where a spreadsheet may take text for a formula (full-width signs included): at its beginning, and after anything
 * that a spreadsheet might take for the end of a cell, whatever its separator is.
 */
const FORMULA = /(?<=^|[,;\t\r\n|])(?= *[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r])/g;

/**
 * Text that no spreadsheet takes for a formula: an apostrophe goes before what could begin one. Device names come from
 * the devices themselves, and whoever sets one up can call it `=HYPERLINK(…)`.
 */
export function defused(text: string): string {
  return text.replace(FORMULA, "'");
}

/** A line of RFC 4180: cells are quoted where they need it, quotes doubled, the line ends with CR LF. */
export function csvLine(cells: readonly string[], separator: CsvSeparator): string {
  return `${cells.map((cell) => csvCell(cell)).join(CSV_SEPARATORS[separator])}\r\n`;
}

/**
 * Quoted if any of the separators is in it, so that the file can be read with a wrong one without being torn. Control
 * characters, which only confuse programs, become spaces.
 */
function csvCell(value: string): string {
  const text = value.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, ' ');
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
