import type { ConsoleDesk } from '../console-desk';
import { HttpError } from '../http-io';
import { LogTail } from '../log-tail';
import type { Route } from '../router';

const DEFAULT_LINES = 500;
const MAX_LINES = 2000;

/** The logs. */
export function logRoutes({ options }: ConsoleDesk): readonly Route[] {
  const tail = new LogTail(options.folders, options.manifest);
  return [
    { method: 'GET', path: '/api/logs', handle: () => tail.names() },
    {
      method: 'GET',
      path: '/api/logs/:name',
      async handle({ params, query }) {
        const lines = await tail.read(params['name'] ?? '', {
          cursor: query.get('cursor') ?? '',
          level: query.get('level') ?? '',
          text: (query.get('text') ?? '').slice(0, 200),
          limit: Math.min(Math.max(Number(query.get('limit') ?? DEFAULT_LINES) || DEFAULT_LINES, 1), MAX_LINES),
        });
        if (!lines) throw new HttpError(404, 'There is no such log.');
        return lines;
      },
    },
  ];
}
