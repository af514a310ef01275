/** How long a line of a log stays the last one, in milliseconds. */
const betweenLines = 10_000;
const betweenUpdates = 100;

/** Shows the progress of a long task, its rate and the time that is left: in one line of a terminal, and elsewhere in a line every ten seconds. */
export class ProgressBar {
  private step = '';
  private began = 0;
  private shown: number;
  private readonly now: () => number;
  private readonly unit: string;

  /** `now` gives milliseconds; `unit` is what is counted. */
  constructor(
    private readonly out: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
    { now = () => performance.now(), unit = 'rows' }: { readonly now?: () => number; readonly unit?: string } = {},
  ) {
    [this.now, this.unit] = [now, unit];
    this.shown = now();
  }

  /** `total` is how many rows the step goes through, where that is known. */
  show(step: string, rows: number, total?: number): void {
    const time = this.now();
    const isNew = step !== this.step;
    if (isNew) [this.step, this.began] = [step, time];
    if (time - this.shown < (this.out.isTTY ? betweenUpdates : betweenLines) && !(isNew && this.out.isTTY)) return;
    this.shown = time;
    const line = lineOf({ step, rows, total, seconds: (time - this.began) / 1000, unit: this.unit }, this.out.isTTY);
    this.out.write(this.out.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
  }

  end(): void {
    if (this.step !== '' && this.out.isTTY) this.out.write('\r\u001B[K');
    this.step = '';
  }
}

interface State {
  readonly step: string;
  readonly rows: number;
  readonly total: number | undefined;
  readonly seconds: number;
  readonly unit: string;
}

function lineOf({ step, rows, total, seconds, unit }: State, isTerminal: boolean): string {
  const rate = rows / Math.max(seconds, 0.001);
  const speed = seconds < 1 ? '' : `, ${Math.round(rate).toLocaleString('en')} ${unit}/s`;
  const of = total === undefined ? '' : ` of ${total.toLocaleString('en')}`;
  const left = total === undefined || speed === '' || rows === 0 ? '' : `, ${timeOf((total - rows) / rate)} left`;
  const bar = isTerminal && total !== undefined && total > 0 ? `${barOf(rows / total)} ` : '';
  return `${step} ${bar}${rows.toLocaleString('en')}${of} ${unit}${speed}${left}`;
}

const width = 20;

/** "[====                ]" */
function barOf(share: number): string {
  const done = Math.min(Math.round(share * width), width);
  return `[${'='.repeat(done)}${' '.repeat(width - done)}]`;
}

/** "45 s", "3 min 05 s". */
function timeOf(duration: number): string {
  const seconds = Math.max(Math.round(duration), 0);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
