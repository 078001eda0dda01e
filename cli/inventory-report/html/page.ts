import { createHash } from 'node:crypto';
import { exchange } from '../../report/manage-lines';
import type { Share } from '../distribution';
import { isBelow161, type InventoryDigest } from '../inventory-digest';
import type { Overview, StoredInventory } from '../stored-inventory';
import { SYNC_AGES } from '../sync-age';
import { barChart } from './bar-chart';
import { configurationSection } from './configuration-section';
import { findingsSection } from './findings-section';
import { count, minute, percent, timeElement } from './format';
import { foreign, Html, html, type Part } from './markup';
import { PAGE_STYLE } from './page-style';
import { partnershipsSection } from './partnerships-section';

/** What a page is made of. */
export interface PageContent {
  readonly inventory: StoredInventory;
  readonly digest: InventoryDigest;
  /** When the page was made. RFC 3339. */
  readonly madeAt: string;
}

/**
 * The report as one HTML page that needs nothing else: no network, no script. Its Content Security Policy forbids
 * everything but its own style sheet, which it names by hash.
 */
export function page({ inventory, digest, madeAt }: PageContent): string {
  const { overview, caveats, source } = inventory;
  const title = `Exchange ActiveSync inventory: ${overview.start.connectionId ?? 'not named'}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy()}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${new Html(`<style>${PAGE_STYLE}</style>`)}
      </head>
      <body>
        <header>
          <h1>Exchange ActiveSync inventory</h1>
          <p class="facts">${facts(overview)}</p>
          ${caveats.map((caveat) => html`<p class="card caveat"><strong>Note:</strong> ${caveat}</p>`)}
          <nav aria-label="Contents">
            <ul>
              <li><a href="#findings">Findings</a></li>
              <li><a href="#charts">Distribution</a></li>
              <li><a href="#configuration">Access and policies</a></li>
              <li><a href="#partnerships">Partnerships</a></li>
            </ul>
          </nav>
        </header>
        <main>
          ${tiles(overview, digest)} ${findingsSection(overview.findings, digest)} ${chartsSection(overview, digest)}
          ${configurationSection(overview)} ${partnershipsSection(digest)}
        </main>
        <footer>
          <p>
            Made ${minute(madeAt)} UTC by eas-connector from ${foreign(source.split(/[\\/]/).at(-1) ?? '')}, run
            ${overview.start.runId ?? ''}. Ages are as of the inventory. The page holds personal data: pass it on with
            care.
          </p>
        </footer>
      </body>
    </html> `.text;
}

function policy(): string {
  const hash = createHash('sha256').update(PAGE_STYLE).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}

function facts({ start, summary }: Overview): Html {
  const scope = summary?.scopeApplied ?? [];
  const parts: Part[] = [
    html`<strong>${foreign(start.connectionId ?? 'connection not named')}</strong>`,
    exchange(start.exchangeVersion) + (start.exchangeBuild ? ` (${start.exchangeBuild})` : ''),
    html`${timeElement(summary?.endedAt ?? start.startedAt)} UTC`,
    scope.length > 0 ? html`Scope: ${foreign(scope.join('; '), 400)}` : 'the whole organization',
  ];
  return html`${parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]))}`;
}

function tiles({ summary, start }: Overview, digest: InventoryDigest): Html {
  const total = digest.partnerships;
  const { byAccessState, byEasVersion, bySyncAge } = digest;
  const old = byEasVersion.largest(Infinity).filter(({ name }) => isBelow161(name));
  const stale = SYNC_AGES.slice(4, 7).reduce((sum, [name]) => sum + bySyncAge.of(name), 0);
  const tile = (amount: number, what: string, of = percent(amount, total)): Html =>
    html`<li class="card">
      <span class="amount">${count(amount)}</span><span class="what">${what}</span><span class="of">${of}</span>
    </li>`;
  const online = start.exchangeVersion === 'EXCHANGE_VERSION_ONLINE';
  return html`<ul class="tiles" aria-label="In numbers">
    ${tile(total, 'Partnerships', `of ${count(summary?.mailboxes ?? 0)} mailboxes`)}
    ${tile(byAccessState.of('Allowed'), 'Allowed')} ${tile(byAccessState.of('Quarantined'), 'Quarantined')}
    ${tile(byAccessState.of('Blocked'), 'Blocked')}
    ${tile(sum(old), 'EAS below 16.1', `${percent(sum(old), total)}, ${online ? 'cut off' : 'would be cut off Online'}`)}
    ${tile(stale, 'No sync for 90 days')}
  </ul>`;
}

const sum = (shares: readonly Share[]): number => shares.reduce((total, share) => total + share.count, 0);

function chartsSection({ start }: Overview, digest: InventoryDigest): Html {
  const online = start.exchangeVersion === 'EXCHANGE_VERSION_ONLINE';
  const easNote = online
    ? 'Exchange Online refuses versions below 16.1.'
    : 'Exchange Online would refuse versions below 16.1.';
  const charts = [
    barChart({ id: 'access', title: 'Access state', dimension: 'State', shares: accessShares(digest) }),
    barChart({ id: 'platform', title: 'Platform', dimension: 'Platform', shares: digest.byPlatform.largest(9) }),
    barChart({ id: 'client', title: 'Client', dimension: 'Client', shares: digest.byClient.largest(9) }),
    barChart({
      id: 'sync',
      title: 'Last synchronization',
      dimension: 'Age',
      shares: digest.bySyncAge.inOrder(SYNC_AGES),
    }),
    barChart({
      id: 'system',
      title: 'Operating system',
      dimension: 'Operating system',
      shares: digest.byOs.largest(9),
    }),
    barChart({
      id: 'eas',
      title: 'EAS version',
      dimension: 'Version',
      note: easNote,
      shares: digest.byEasVersion.largest(9, (name) =>
        isBelow161(name) ? (online ? 'bad' : 'warning') : name.startsWith('EAS') ? 'good' : 'faint',
      ),
    }),
  ];
  return html`<section>
    <h2 id="charts">Distribution of ${count(digest.partnerships)} partnerships</h2>
    <div class="charts">${charts}</div>
  </section> `;
}

function accessShares({ byAccessState }: InventoryDigest): Share[] {
  return byAccessState.inOrder([
    ['Allowed', 'good'],
    ['Quarantined', 'warning'],
    ['Blocked', 'bad'],
    ['DeviceDiscovery', 'neutral'],
    ['Unknown', 'faint'],
  ]);
}
