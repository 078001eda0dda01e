import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { wholeNumber } from './arguments';
import { CliError } from './cli-error';
import { EXIT } from './exit-codes';
import { CSV_SEPARATORS, type CsvSeparator } from './inventory-report/csv';
import { openInventory } from './inventory-report/find-inventory';
import { makeReport } from './inventory-report/make-report';
import { openReportFile, type ReportFile } from './inventory-report/report-file';
import { counted } from './terminal/words';

interface ReportOptions {
  readonly from: string;
  readonly csv?: string;
  readonly html?: string;
  readonly separator: CsvSeparator;
  readonly bom?: true;
  readonly rows: number;
}

/** Adds `report`. */
export function register(program: Command): void {
  program
    .command('report')
    .description('Makes a report for people from a stored inventory: a CSV, a web page, or both.')
    .requiredOption(
      '--from <path>',
      'results of EASConnectorManage: a file, a folder of such files, or the data folder of a client',
    )
    .option('--html <file>', 'one self-contained web page with charts and findings; - is stdout')
    .option('--csv <file>', 'one line for each partnership (RFC 4180, UTF-8); - is stdout')
    .addOption(
      new Option('--separator <name>', 'what stands between the cells of the CSV')
        .choices(Object.keys(CSV_SEPARATORS))
        .default('comma'),
    )
    .option('--bom', 'begin the CSV with a byte order mark, by which Excel knows it as UTF-8')
    .option('--rows <n>', 'partnerships that the page lists, at most', wholeNumber(0, 10_000), 500)
    .action(report);
}

async function report({ from, csv, html, separator, bom, rows }: ReportOptions): Promise<void> {
  if (csv === undefined && html === undefined) {
    throw new CliError(EXIT.usage, 'Say what to make: --html FILE, --csv FILE, or both.');
  }
  if (csv === '-' && html === '-') throw new CliError(EXIT.usage, 'Only one report can go to stdout.');
  // A report that took the place of the results would be all that is left of them.
  const places = [from, csv, html].flatMap((path) => (path === undefined || path === '-' ? [] : [resolve(path)]));
  if (new Set(places).size < places.length) {
    throw new CliError(EXIT.usage, 'Give each report a file of its own, and none that of the results.');
  }
  const inventory = await openInventory(from);
  const files: ReportFile[] = [];
  const opened = async (path: string): Promise<ReportFile> => {
    const file = await openReportFile(path, process.stdout);
    files.push(file);
    return file;
  };
  try {
    const options = { separator, byteOrderMark: bom ?? false };
    const { partnerships } = await makeReport(inventory, {
      now: Date.now(),
      ...(csv === undefined ? {} : { csv: { file: await opened(csv), options } }),
      ...(html === undefined ? {} : { html: { file: await opened(html), rows } }),
    });
    for (const file of files) await file.finish();
    const made = [html, csv].filter((path) => path !== undefined && path !== '-').join(' and ');
    process.stderr.write(`${counted(partnerships, 'partnership')} of ${inventory.source}${made ? ` → ${made}` : ''}\n`);
    for (const caveat of inventory.caveats) process.stderr.write(`Note: ${caveat}\n`);
  } finally {
    for (const file of files) await file.discard();
  }
}
