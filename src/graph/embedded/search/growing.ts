type Numbers = Uint8Array | Uint16Array | Uint32Array;

/** An array of numbers whose length is unknown until all of them are in it. */
export class Growing<T extends Numbers> {
  length = 0;
  private numbers: T;

  constructor(private readonly make: (length: number) => T) {
    this.numbers = make(1024);
  }

  push(number: number): void {
    if (this.length === this.numbers.length) this.grow(1);
    this.numbers[this.length++] = number;
  }

  append(numbers: ArrayLike<number>): void {
    if (this.length + numbers.length > this.numbers.length) this.grow(numbers.length);
    this.numbers.set(numbers, this.length);
    this.length += numbers.length;
  }

  /** The numbers alone, in an array of their own. */
  done(): T {
    return this.numbers.slice(0, this.length) as T;
  }

  private grow(by: number): void {
    const larger = this.make(2 * this.length + by);
    larger.set(this.numbers);
    this.numbers = larger;
  }
}
