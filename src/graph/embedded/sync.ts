import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until the disk has a file. */
export function syncFile(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Waits until the disk has the names of a folder; Windows does it by itself, and cannot open a folder. */
export function syncFolder(path: string): void {
  if (process.platform !== 'win32') syncFile(path);
}
