/** The API key that a reader has entered. The tab keeps it until it closes; every request has it. */
import { base } from '../url/base.ts';

const place = `policygraph${base}:key`;

let inMemory: string | undefined; // where storage is forbidden

export function apiKey(): string | undefined {
  try {
    return sessionStorage.getItem(place) ?? inMemory;
  } catch {
    return inMemory;
  }
}

export function keepApiKey(key: string): void {
  inMemory = key;
  try {
    sessionStorage.setItem(place, key);
  } catch {
    // forbidden or full: the page keeps it
  }
}

export function forgetApiKey(): void {
  inMemory = undefined;
  try {
    sessionStorage.removeItem(place);
  } catch {
    // forbidden: nothing is kept there
  }
}
