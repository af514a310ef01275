/** What one step of a walk adds to the picture. */
export interface Addition {
  /** The entity that was opened; undefined where the step begins the picture. */
  readonly around: string | undefined;
  readonly entities: readonly string[];
  readonly relations: readonly (readonly [from: string, to: string])[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Positions = ReadonlyMap<string, Point>;
