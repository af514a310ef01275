import { useState, type DragEvent } from 'react';

/** What an element needs to take a file that is dropped onto it; other things that are dropped are left to the browser. */
export function useFileDrop(onFile: (file: File) => void) {
  const [isOver, setOver] = useState(false);
  const take = (over: boolean) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(over);
    const [file] = event.dataTransfer.files;
    if (event.type === 'drop' && file !== undefined) onFile(file);
  };
  return {
    'data-dropping': isOver || undefined,
    onDragOver: take(true),
    onDragLeave: () => setOver(false),
    onDrop: take(false),
  };
}
