import { useSearch } from '@tanstack/react-router';
import { lazy } from 'react';
import { Home } from './home.tsx';
import './find.css';

// The first view goes without them: it is the one that readers wait for.
const Results = lazy(() => import('./results.tsx'));
const List = lazy(() => import('./list.tsx'));

/** The home page; what was searched for; or all entities of a type. */
export default function FindPage() {
  const { q, type, after } = useSearch({ from: '/' });
  if (q !== undefined) return <Results key={`${type} ${after} ${q}`} query={q} type={type} after={after} />;
  if (type !== undefined) return <List key={`${type} ${after}`} type={type} after={after} />;
  return <Home />;
}
