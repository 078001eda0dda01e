import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { ServerResponse } from 'node:http';

/** The page and what belongs to it, read once: a path is looked up among their names, and never goes to the disk. */
export interface StaticFiles {
  /** Answers if there is such a file; false otherwise. */
  answer(path: string, response: ServerResponse, isHead: boolean): boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const PAGE = 'index.html';
/** Only a built page has it. */
const SCRIPT = 'app.js';
/** Stands in the page where each answer gets a nonce of its own. */
const NONCE = '__NONCE__';

/**
 * Reads the files of the built page.
 * @throws Error if it was not built
 */
export function loadStaticFiles(folder: string): StaticFiles {
  const page = join(folder, PAGE);
  const script = join(folder, SCRIPT);
  if (!existsSync(page) || !existsSync(script)) {
    throw new Error(`The console's page is not built: there is no ${script}. Build it with: npm run build`);
  }
  const html = readFileSync(page, 'utf8');
  const files = new Map(
    readdirSync(folder)
      .filter((name) => Object.hasOwn(TYPES, extname(name)))
      .map((name) => [`/${name}`, { type: TYPES[extname(name)] ?? '', content: readFileSync(join(folder, name)) }]),
  );
  return {
    answer(path, response, isHead) {
      if (path === '/') {
        sendPage(html, response, isHead);
        return true;
      }
      const file = files.get(path);
      if (!file) return false;
      response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-cache' });
      response.end(isHead ? undefined : file.content);
      return true;
    },
  };
}

/**
 * The page. Its policy lets in scripts and styles of this server only. Fluent UI writes its styles into style elements,
 * which carry the nonce; nothing inline runs.
 */
function sendPage(html: string, response: ServerResponse, isHead: boolean): void {
  const nonce = randomBytes(18).toString('base64');
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': policy,
  });
  response.end(isHead ? undefined : html.replaceAll(NONCE, nonce));
}
