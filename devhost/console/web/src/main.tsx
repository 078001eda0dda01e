import { RendererProvider, createDOMRenderer } from '@fluentui/react-components';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { takeToken } from './api';
import { App } from './app';
import './app.css';

takeToken();
// A new address in the place of the old one, as after a restart on the same port, loads nothing by itself.
window.addEventListener('hashchange', () => {
  if (takeToken()) window.location.reload();
});
// The page's policy lets in only style elements with this answer's nonce.
const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
const renderer = createDOMRenderer(document, { styleElementAttributes: { nonce } });
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={renderer} targetDocument={document}>
        <App />
      </RendererProvider>
    </StrictMode>,
  );
}
