/** The model as it is asked: one request for each part of a text. */
import { GraphError } from '../../graph/errors.js';
import { limits } from '../../limits.js';
import { OpenAiEndpoint } from '../../openai-endpoint/endpoint.js';
import type { ModelSettings } from '../../settings/model-settings.js';
import { answerSchema } from './answer-schema.js';

/** Of one request, as the server counts them. */
export interface Tokens {
  readonly prompt: number;
  readonly answer: number;
}

export interface ModelAnswer {
  /** As it came; empty where the model refuses. */
  readonly text: string;
  /** Undefined where the server does not count. */
  readonly tokens?: Tokens | undefined;
}

const { modelTokens, modelAnswer, modelRequestsAtOnce, modelAttempts } = limits.reading;

/** Milliseconds before a request is sent again. */
const firstPause = 1_000;

/** One for each process: it bounds how many requests run at once. */
export class LanguageModel {
  private readonly endpoint: OpenAiEndpoint;

  constructor(
    readonly settings: ModelSettings,
    pause = firstPause,
  ) {
    const { url, key, time } = settings;
    this.endpoint = new OpenAiEndpoint(
      { url, key, name: 'language model', setting: 'POLICYGRAPH_MODEL_URL' },
      { time, answer: modelAnswer.value, attempts: modelAttempts.value, pause, concurrent: modelRequestsAtOnce.value },
    );
  }

  /** What the model says. Throws a GraphError, or the reason of the signal. */
  async ask(instructions: string, prompt: string, signal: AbortSignal): Promise<ModelAnswer> {
    const messages = [
      { role: 'system', content: instructions },
      { role: 'user', content: prompt },
    ];
    const answer = answerIn(await this.endpoint.post('chat/completions', { ...this.parameters(), messages }, signal));
    const { key } = this.settings;
    return key === undefined ? answer : { ...answer, text: answer.text.replaceAll(key, '…') }; // some servers repeat what they get
  }

  private parameters(): object {
    const { model, format, options } = this.settings;
    const usual = { model, stream: false, temperature: 0, max_tokens: modelTokens.value, ...formatOf(format) };
    return Object.fromEntries(Object.entries({ ...usual, ...options }).filter(([, value]) => value !== null));
  }
}

function formatOf(format: ModelSettings['format']): object {
  if (format === 'text') return {};
  if (format === 'json_object') return { response_format: { type: 'json_object' } };
  return {
    response_format: { type: 'json_schema', json_schema: { name: 'proposals', strict: true, schema: answerSchema } },
  };
}

/** The parts of a completion that are used; each may be missing. */
interface Completion {
  readonly choices?: readonly { readonly message?: { readonly content?: unknown }; readonly finish_reason?: unknown }[];
  readonly usage?: { readonly prompt_tokens?: unknown; readonly completion_tokens?: unknown };
}

function answerIn(body: unknown): ModelAnswer {
  const { choices, usage } = Object(body) as Completion;
  if (!Array.isArray(choices))
    throw new GraphError(
      'MODEL_FAILED',
      'The language model gave no chat completion: POLICYGRAPH_MODEL_URL should be of a server with the API of OpenAI, and end as in …/v1.',
    );
  const { message, finish_reason: reason } = Object(choices[0]) as NonNullable<Completion['choices']>[number];
  const text = textOf(Object(message)['content']);
  if (text === '' && reason === 'length') throw new GraphError('MODEL_FAILED', spent);
  const [prompt, answer] = [usage?.prompt_tokens, usage?.completion_tokens];
  const isCounted = Number.isSafeInteger(prompt) && Number.isSafeInteger(answer);
  return {
    text,
    ...(isCounted ? { tokens: { prompt: prompt as number, answer: answer as number } } : {}),
  };
}

const spent =
  'The language model used all of its tokens before it answered: give it more, such as POLICYGRAPH_MODEL_OPTIONS={"max_tokens":16000}, or let it think less.';

/** A content is a text, or a list of its parts. */
function textOf(content: unknown): string {
  const parts: readonly unknown[] = Array.isArray(content) ? content : [{ text: content }];
  return parts
    .map((part) => (Object(part) as { text?: unknown }).text)
    .filter((text) => typeof text === 'string')
    .join('');
}
