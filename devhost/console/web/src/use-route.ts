import { useEffect, useState } from 'react';

/** Where the page is: the name of a part, what is open in it, and how it is filtered. */
export interface Route {
  readonly page: string;
  readonly item: string;
  readonly query: URLSearchParams;
}

function current(): Route {
  const [path = '', query = ''] = window.location.hash.replace(/^#\/?/, '').split('?');
  const [page = '', item = ''] = path.split('/');
  return { page: page || 'overview', item: decoded(item), query: new URLSearchParams(query) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** The route in the address's fragment; going back works. */
export function useRoute(): Route {
  const [route, setRoute] = useState(current);
  useEffect(() => {
    const onChange = (): void => {
      setRoute(current());
    };
    window.addEventListener('hashchange', onChange);
    return () => {
      window.removeEventListener('hashchange', onChange);
    };
  }, []);
  return route;
}

/** The address of a part. */
export function href(page: string, item = '', query: Readonly<Record<string, string>> = {}): string {
  const stated = Object.entries(query).filter(([, value]) => value !== '');
  const text = new URLSearchParams(stated).toString();
  return `#/${page}${item === '' ? '' : `/${encodeURIComponent(item)}`}${text === '' ? '' : `?${text}`}`;
}

/** Goes to a part. */
export function go(page: string, item = '', query: Readonly<Record<string, string>> = {}): void {
  window.location.hash = href(page, item, query);
}

/** Goes to a part in the place of this one: going back does not come by here again. */
export function goInstead(page: string, query: Readonly<Record<string, string>>): void {
  window.location.replace(href(page, '', query));
}
