export { CookieJar } from './cookie-jar';
export { createHttpClient } from './http-client';
export type { HttpClient, HttpClientOptions, HttpRequest, HttpResponse } from './http-client';
export type { PinnedCertificate } from './trust';
export { reasonOf, sleepUnlessAborted, waitFor, waitUntil } from './waiting';
export type { Sleep } from './waiting';
