import { SettingsError } from './settings-error.js';

/** How many requests of one client are served in how long. */
export interface Rate {
  readonly requests: number;
  readonly seconds: number;
}

const units: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3_600 };

/** Reads POLICYGRAPH_RATE, such as "600/min"; undefined without a limit. Throws a SettingsError. */
export function rateOf(text: string): Rate | undefined {
  if (text === '') return undefined;
  const [, requests, unit = ''] = /^([1-9]\d{0,8})\/(s|min|h)$/.exec(text) ?? [];
  const seconds = units[unit];
  if (seconds === undefined)
    throw new SettingsError(`POLICYGRAPH_RATE must be a number of requests per s, min or h, such as 600/min, not "${text}".`);
  return { requests: Number(requests), seconds };
}
