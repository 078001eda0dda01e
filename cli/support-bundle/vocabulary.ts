import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of the product whose words are known to be nobody's. */
const FOLDERS = ['cli', 'plugin', 'protocol', 'psrp', 'tasks'];

/** Organizations that stand in examples, and are real in somebody's laboratory. */
const EXAMPLES = ['contoso', 'fabrikam', 'adatum', 'northwind'];

/** Words with digits that say something technical. All others with digits are taken for names and numbers of somebody. */
const TECHNICAL = [
  ...[
    'tlsv1',
    'sha256',
    'sha1',
    'utf8',
    'utf16',
    'x64',
    'arm64',
    'win32',
    'base64',
    'x509',
    'pkcs8',
    'http2',
    'ipv4',
    'ipv6',
  ],
  ...['p1d', 'pt5m', 'activesync', 'o365default', 'mb', 'kb', 'gib', 'mib', 'ms', 'min'],
];

/** What Exchange, Windows and Node say in their errors beside what the connector itself says. */
const PROSE =
  'a about above access account accessing action added administrator after again all allowed already also an and another any ' +
  'are argument as at attempt authentication available back bad be because been before being below between both but by ' +
  'call called can cannot caller certificate check class client closed code command completed computer condition ' +
  'configuration connect connected connecting connection connections contact contain contains control controller could ' +
  'couldn t data database default delay denied did directory do does doesn don domain done down due each either element ' +
  'empty end endpoint enough entry error errors exceeded exception exchange exist exists expected expired failed failure ' +
  'few file find following for format found from full function get given global group had has have help host hostname hour ' +
  'how however http https id identity if in incorrect information inner input installed instance internal into invalid is ' +
  'isn it its item key kerberos known last later length less level limit list local log logon made mailbox many match ' +
  'maximum may memory message method microsoft minimum minute minutes missing module more most must name named names ' +
  'needed network new next no node none not nothing null number object objects occurred of off old on once one only open ' +
  'operation operational option or order other out over own parameter part password path performed permission please ' +
  'policy port possible powershell process property protocol provided proxy read reached reading received recognized ' +
  'reason recipient record refused remote request requested required reset resolved resource response result retry ' +
  'right rights role roles run running same second seconds see seen send sent server service session set shell should ' +
  'sign signed since size socket some source specified started starting state status stopped stream string such support ' +
  'supported system take task term than that the their them then there these they this those thrown time timeout times to ' +
  'token too transient true false try type unable under unexpected unknown unless unsupported until up use used user users ' +
  'using valid value version wait was wasn way were what when where which while who will winrm with within without won ' +
  'working write written wrong you your zero';

/** Words that may stay in a text that is sent to somebody else. */
export interface Vocabulary {
  /** @param isFirst the word begins a sentence, where a capital says nothing */
  has(word: string, isFirst: boolean): boolean;
}

/**
 * The connector's own words: those of its program text, and of errors in general. What is not among them may be anybody's,
 * and does not leave the computer as it is.
 * @param root the folder that has cli, plugin, tasks, …, as sources or compiled
 * @param denied words that are the organization's own though the program has them too
 */
export function readVocabulary(root: string, denied: readonly string[]): Vocabulary {
  const words = new Set<string>([...PROSE.split(' '), ...TECHNICAL]);
  for (const file of FOLDERS.flatMap((folder) => programFiles(join(root, folder)))) {
    for (const [word] of readFileSync(file, 'utf8').matchAll(/[A-Za-z]+/g)) words.add(word);
  }
  for (const word of [...EXAMPLES, ...denied]) {
    for (const form of [word, word.toLowerCase(), capitalized(word), word.toUpperCase()]) words.delete(form);
  }
  return {
    has: (word, isFirst) =>
      words.has(word) ||
      (isFirst && words.has(word.toLowerCase())) ||
      (/\d/.test(word) && TECHNICAL.includes(word.toLowerCase())),
  };
}

function programFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js|cs)$/.test(name) && !name.endsWith('.d.ts') && !name.includes('generated'))
    .map((name) => join(folder, name));
}

const capitalized = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1).toLowerCase()}`;
