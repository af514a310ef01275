import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** Names this start of the machine: by the kernel's own id, or by its minute. */
export function bootOf(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return new Date(Date.now() - 1000 * uptime()).toISOString().slice(0, 16);
  }
}
