import { useSearch } from '@tanstack/react-router';
import { Home } from './home.tsx';
import { List } from './list.tsx';
import { Results } from './results.tsx';
import './find.css';

/** The home page; what was searched for; or all entities of a type. */
export default function FindPage() {
  const { q, type, after } = useSearch({ from: '/' });
  if (q !== undefined) return <Results key={`${type} ${after} ${q}`} query={q} type={type} after={after} />;
  if (type !== undefined) return <List key={`${type} ${after}`} type={type} after={after} />;
  return <Home />;
}
