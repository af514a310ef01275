/** One execution that several clients wait for. */
export class Flight<T> {
  private waiting = 0;

  constructor(
    readonly result: Promise<T>,
    private readonly cancel: (reason: Error) => void,
  ) {}

  /** Waits as one client more, until that client has left. The last one that leaves cancels the execution. */
  async join(left: AbortSignal): Promise<T> {
    this.waiting++;
    const leave = () => {
      if (--this.waiting === 0) this.cancel(left.reason as Error);
    };
    if (left.aborted) leave();
    else left.addEventListener('abort', leave, { once: true });
    try {
      return await this.result;
    } finally {
      left.removeEventListener('abort', leave);
    }
  }
}
