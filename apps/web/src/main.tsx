import './api/zod-config';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from './api/query-client';
import { openAhead } from './app/open-ahead';
import { Routes, ROUTES } from './app/routes';
import { startI18n } from './i18n/i18n';
import { watchPerson } from './state/person';
import './styles/app.css';
import './ui/return-focus';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
watchPerson();
const client = newQueryClient();
const ahead = openAhead(ROUTES, location.pathname, client);
await Promise.all([startI18n(ahead.areas), ahead.page]);
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Routes />
    </QueryClientProvider>
  </StrictMode>,
);
