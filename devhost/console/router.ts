import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpError, readJson, sendJson } from './http-io';

/** What a route is given. */
export interface Call {
  /** Parts of the path, by the names that the route gives them. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Empty for GET. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** One thing that can be asked for: answers with JSON. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Parts that begin with a colon stand for anything: /api/runs/:id. */
  readonly path: string;
  handle(call: Call): unknown;
}

/** Finds the route of a request and answers it. */
export class Router {
  readonly #routes: readonly Route[];

  constructor(routes: readonly Route[]) {
    this.#routes = routes;
  }

  async answer(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts = url.pathname.split('/');
    const here = this.#routes.flatMap((route) => {
      const params = matched(route.path.split('/'), parts);
      return params ? [{ route, params }] : [];
    });
    const found = here.find(({ route }) => route.method === request.method);
    if (here.length === 0) throw new HttpError(404, 'There is nothing here.');
    if (!found) throw new HttpError(405, `Use ${here.map(({ route }) => route.method).join(' or ')}.`);
    const body = request.method === 'GET' ? {} : await readJson(request);
    const answer = await found.route.handle({ params: found.params, query: url.searchParams, body });
    sendJson(response, 200, answer ?? {});
  }
}

function matched(pattern: readonly string[], parts: readonly string[]): Readonly<Record<string, string>> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params = new Map<string, string>();
  for (const [index, name] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (!name.startsWith(':')) {
      if (name !== part) return undefined;
      continue;
    }
    const value = decoded(part);
    if (value === undefined || value === '') return undefined;
    params.set(name.slice(1), value);
  }
  return Object.fromEntries(params);
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
