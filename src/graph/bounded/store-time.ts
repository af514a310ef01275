/** How long the statements of one operation have run, all together. */
export class StoreTime {
  private spent = 0;
  private running = 0;
  private measuredAt: number;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    /** In milliseconds. */
    private readonly limit: number,
    private readonly clock: () => number,
    private readonly ranOut: () => void,
  ) {
    this.measuredAt = clock();
  }

  /** Milliseconds. */
  get used(): number {
    const at = this.clock();
    this.spent += this.running * (at - this.measuredAt);
    this.measuredAt = at;
    return this.spent;
  }

  /** Before each statement: many short ones take no more than a long one may. */
  check(): void {
    if (this.used >= this.limit) this.ranOut();
  }

  /** What the work gives, whose time counts. */
  async of<T>(work: () => Promise<T>): Promise<T> {
    this.change(1);
    try {
      return await work();
    } finally {
      this.change(-1);
    }
  }

  private change(by: 1 | -1): void {
    const left = this.limit - this.used;
    this.running += by;
    clearTimeout(this.timer);
    if (this.running > 0) this.watch(left);
  }

  /** The clock may run slower than the timer, which is set again then. */
  private watch(left: number): void {
    this.timer = setTimeout(
      () => {
        const still = this.limit - this.used;
        if (still <= 0) this.ranOut();
        else this.watch(still);
      },
      Math.max(1, left / this.running),
    );
  }
}
