import { Option, type Command } from 'commander';
import { wholeNumber } from './arguments';

/** The versions of Exchange that a lab can be asked to be. */
const VERSIONS = ['2010', '2013', '2016', '2019', 'SE', 'Online'] as const;

/** What a lab is made of. */
export interface LabOptions {
  /** Counts partnerships. */
  readonly devices: number;
  readonly seed: number;
  /** Online, unless something else is asked for. */
  readonly version?: (typeof VERSIONS)[number];
  readonly wipes: number;
}

/** Adds the options that say what the lab is like. */
export function addLabOptions(command: Command, defaultDevices: number): Command {
  return command
    .option('--devices <n>', 'how many partnerships the lab has', wholeNumber(0, 10_000_000), defaultDevices)
    .option('--seed <n>', 'what the lab is made from; the same seed makes the same lab', wholeNumber(0, 4294967295), 1)
    .addOption(new Option('--version <version>', 'the version of Exchange').choices(VERSIONS))
    .option('--wipes <n>', 'how many wipes the sample settings order', wholeNumber(0, 10_000), 3);
}
