import { ClipboardTask20Regular } from '@fluentui/react-icons/svg/clipboard-task';
import { DocumentText20Regular } from '@fluentui/react-icons/svg/document-text';
import { History20Regular } from '@fluentui/react-icons/svg/history';
import { Home20Regular } from '@fluentui/react-icons/svg/home';
import { Phone20Regular } from '@fluentui/react-icons/svg/phone';
import { Settings20Regular } from '@fluentui/react-icons/svg/settings';
import { Shield20Regular } from '@fluentui/react-icons/svg/shield';
import type { ReactNode } from 'react';
import { AccessPage } from './pages/access-page';
import { LogsPage } from './pages/logs-page';
import { OrdersPage } from './pages/orders-page';
import { OverviewPage } from './pages/overview-page';
import { PartnershipsPage } from './pages/partnerships-page';
import { RunsPage } from './pages/runs-page';
import { SettingsPage } from './pages/settings-page';
import type { Route } from './use-route';

/** A part of the console. */
interface Page {
  readonly name: string;
  readonly title: string;
  readonly icon: ReactNode;
  render(route: Route): ReactNode;
}

/** The parts, in the order of the navigation. */
export const PAGES: readonly Page[] = [
  { name: 'overview', title: 'Overview', icon: <Home20Regular />, render: () => <OverviewPage /> },
  {
    name: 'partnerships',
    title: 'Mobile devices',
    icon: <Phone20Regular />,
    render: (route) => <PartnershipsPage route={route} />,
  },
  {
    name: 'orders',
    title: 'Orders',
    icon: <ClipboardTask20Regular />,
    render: () => <OrdersPage />,
  },
  { name: 'access', title: 'Device access', icon: <Shield20Regular />, render: () => <AccessPage /> },
  { name: 'runs', title: 'Runs', icon: <History20Regular />, render: (route) => <RunsPage route={route} /> },
  { name: 'logs', title: 'Logs', icon: <DocumentText20Regular />, render: () => <LogsPage /> },
  { name: 'settings', title: 'Settings', icon: <Settings20Regular />, render: () => <SettingsPage /> },
];
