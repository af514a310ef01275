import { ApolloProvider } from '@apollo/client/react';
import { createRoot } from 'react-dom/client';
import { LatestChange, Write } from './changes.tsx';
import { client } from './client.ts';
import { Regions } from './regions.tsx';

const app = document.querySelector('#app') ?? document.body;
createRoot(app).render(
  <ApolloProvider client={client}>
    <Regions />
    <Write />
    <LatestChange />
  </ApolloProvider>,
);
