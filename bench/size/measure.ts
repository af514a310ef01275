import { processorTime } from '../processes.js';
import { post } from '../servers.js';
import { percentile } from '../statistics.js';
import type { Sizes } from './generated.js';
import { asked, questions, type Question } from './questions.js';

/** A service, and the processes whose time is measured. */
export interface Measured {
  readonly url: string;
  readonly pid: number | undefined;
  readonly neo4j: number | undefined;
  /** Of the graph. */
  readonly sizes: Sizes;
}

export interface Figures {
  /** Milliseconds. */
  readonly p50: number;
  /** Milliseconds of Neo4j's and of the service's processor time for one request. */
  readonly store: number;
  readonly service: number;
  /** What the service refused, and why. */
  readonly refused: number;
  readonly message: string | undefined;
}

/** Rounds before those that are measured: both compile what they run often. */
const warmRounds = 3;

/** The figures of each question and service, from rounds that take turns: no size is measured at a quieter time than others. */
export async function measure(services: readonly Measured[], rounds: number): Promise<Figures[][]> {
  const all = questions.map(() => services.map(() => new Sample()));
  for (let round = -warmRounds; round < rounds; round += 1)
    for (const [index, question] of questions.entries())
      for (const [place, service] of inTurns(services, round)) {
        const sample = await sampleOf(service, question);
        if (round >= 0) all[index]?.[place]?.add(sample);
      }
  return all.map((samples) => samples.map((sample) => sample.figures()));
}

function inTurns<T>(items: readonly T[], round: number): [number, T][] {
  const all = [...items.entries()];
  return round % 2 === 0 ? all : all.reverse();
}

class Sample {
  readonly times: number[] = [];
  readonly messages: string[] = [];
  store = 0;
  service = 0;

  add(other: Sample): void {
    this.times.push(...other.times);
    this.messages.push(...other.messages);
    this.store += other.store;
    this.service += other.service;
  }

  figures(): Figures {
    const { times, messages, store, service } = this;
    const each = times.length;
    const [message] = messages;
    return { p50: percentile(times, 0.5), store: store / each, service: service / each, refused: messages.length, message };
  }
}

/** One request about each of the policies. */
async function sampleOf({ url, pid, neo4j, sizes }: Measured, { query }: Question): Promise<Sample> {
  const sample = new Sample();
  const [store, service] = [processorTime(neo4j), processorTime(pid)];
  for (const number of asked) {
    const began = performance.now();
    const { errors } = await post(url, JSON.stringify({ query: query(number, sizes) }));
    sample.times.push(performance.now() - began);
    if (errors !== undefined) sample.messages.push(errors[0].message);
  }
  sample.store = processorTime(neo4j) - store;
  sample.service = processorTime(pid) - service;
  return sample;
}
