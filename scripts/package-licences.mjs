// The licences of what the archive contains.
import { licenceText } from './licence-texts.mjs';

const ALLOWED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
]);
/** Of the package itself, and of what is built into its native code. */
const LICENCE_FILE = /(^|\/)(licen[cs]e|copying|notice|copyright)[^/]*$/i;

/**
 * The text of THIRD-PARTY-NOTICES.md.
 * @param {{ name: string, entry: any, files: Map<string, Uint8Array> }[]} packages
 * @throws Error if a licence is not one of the permissive ones that are known, or its text is nowhere
 */
export function thirdPartyNotices(packages) {
  const refused = packages.filter(({ entry }) => !isAllowed(entry.license));
  if (refused.length > 0) {
    const list = refused.map(({ name, entry }) => `${name} (${entry.license ?? 'none stated'})`).join(', ');
    throw new Error(`These packages have a licence that was not looked at yet: ${list}.`);
  }
  const sections = packages.map(({ name, entry, files }) => {
    const texts = [...files]
      .filter(([file]) => LICENCE_FILE.test(file) && !/\.[cm]?js$/.test(file))
      .map(([, bytes]) => textOf(bytes));
    const different = [...new Set(texts)];
    const body = different.length > 0 ? different : [licenceText(name, entry.license, authorOf(files))];
    return [
      `## ${name} ${entry.version}`,
      '',
      `Licence: ${entry.license}`,
      '',
      ...body.flatMap((text) => ['```text', text, '```', '']),
    ].join('\n');
  });
  const head = ['# Third-party notices', '', 'The archive contains these packages, under their own licences.', ''];
  return `${[...head, ...sections].join('\n').trimEnd()}\n`;
}

/** `(MIT OR Apache-2.0)`: one of them is enough. `A AND B`: both have to be allowed. */
function isAllowed(expression) {
  if (typeof expression !== 'string') return false;
  return expression
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((part) => part.split(/ AND /).every((id) => ALLOWED.has(id.trim())));
}

/** As package.json names him: a text, or an object with a name. */
function authorOf(files) {
  const { author = '' } = JSON.parse(Buffer.from(files.get('package.json')).toString('utf8'));
  return typeof author === 'string' ? author : (author.name ?? '');
}

function textOf(bytes) {
  return Buffer.from(bytes).toString('utf8').replace(/\r\n?/g, '\n').replaceAll('```', "'''").trim();
}
