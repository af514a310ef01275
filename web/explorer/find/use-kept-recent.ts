import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { keepRecent } from './recent-ids.ts';

/** Keeps the entity of the view among those that were opened last. */
export function useKeptRecent(): void {
  const { id } = useParams({ strict: false });
  useEffect(() => {
    if (id !== undefined) keepRecent(id);
  }, [id]);
}
