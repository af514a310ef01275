/** Shows the progress of a long task at a terminal only; a log or a pipe would fill with it. */
export class ProgressBar {
  private step = '';
  private began = 0;
  private shown = 0;

  constructor(private readonly out: NodeJS.WriteStream) {}

  show(step: string, rows: number): void {
    if (!this.out.isTTY) return;
    const time = performance.now();
    if (step !== this.step) [this.step, this.began] = [step, time];
    else if (time - this.shown < 100) return;
    this.shown = time;
    const rate = Math.round((1000 * rows) / Math.max(time - this.began, 1));
    this.out.write(`\r\u001B[K${step} ${rows.toLocaleString('en')} rows, ${rate.toLocaleString('en')} rows/s`);
  }

  end(): void {
    if (this.step !== '') this.out.write('\r\u001B[K');
    this.step = '';
  }
}
