import { CsvWriter, type CsvOptions } from './write-csv';
import { page } from './html/page';
import { InventoryDigest } from './inventory-digest';
import type { ReportFile } from './report-file';
import type { StoredInventory } from './stored-inventory';

/** What is to be made. */
export interface ReportOrder {
  readonly csv?: { readonly file: ReportFile; readonly options: CsvOptions };
  readonly html?: { readonly file: ReportFile; readonly rows: number };
  /** The time, in milliseconds since 1970. */
  readonly now: number;
}

/** What a report is about, for the sentence at the end. */
export interface ReportMade {
  readonly partnerships: number;
}

/**
 * Makes reports from an inventory. The partnerships are read once, as a stream: memory does not grow with them.
 * @throws CliError if the inventory cannot be read to its end, or a report cannot be written
 */
export async function makeReport(inventory: StoredInventory, { csv, html, now }: ReportOrder): Promise<ReportMade> {
  const { start, summary, findings } = inventory.overview;
  const writer = csv && new CsvWriter((text) => csv.file.write(text), csv.options);
  const digest = new InventoryDigest({
    nowMs: Date.parse(summary?.endedAt ?? start.startedAt ?? new Date(now).toISOString()),
    rows: html?.rows ?? 0,
    wanted: new Set(findings.flatMap(({ examples }) => examples ?? [])),
  });
  for await (const partnership of inventory.partnerships()) {
    digest.add(partnership);
    await writer?.add(partnership);
  }
  await writer?.end();
  await html?.file.write(page({ inventory, digest, madeAt: new Date(now).toISOString() }));
  return { partnerships: digest.partnerships };
}
