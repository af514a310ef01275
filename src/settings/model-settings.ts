/** The settings of the language model that reads texts. */
import { endpointSettings, type EndpointSettings } from './endpoint-settings.js';
import { SettingsError } from './settings-error.js';

/** How a request states the form of the answer. */
const answerFormats = {
  json_schema: 'Held to the JSON Schema while it writes.',
  json_object: 'Any JSON; the schema is in the instructions.',
  text: 'Nothing is asked of the server; the schema is in the instructions.',
} as const;

export interface ModelSettings extends EndpointSettings {
  readonly model: string;
  /** Milliseconds for one answer. */
  readonly time: number;
  /** Characters of the text in one request. */
  readonly part: number;
  readonly format: keyof typeof answerFormats;
  /** Sent with each request; null takes away what is sent otherwise. */
  readonly options: Readonly<Record<string, unknown>>;
}

type Value = (
  name:
    | 'POLICYGRAPH_MODEL_URL'
    | 'POLICYGRAPH_MODEL'
    | 'POLICYGRAPH_MODEL_KEY'
    | 'POLICYGRAPH_MODEL_TIME'
    | 'POLICYGRAPH_MODEL_PART'
    | 'POLICYGRAPH_MODEL_FORMAT'
    | 'POLICYGRAPH_MODEL_OPTIONS',
) => string;

/** Undefined where no model is set. Throws a SettingsError. */
export function modelSettings(value: Value): ModelSettings | undefined {
  const endpoint = endpointSettings('POLICYGRAPH_MODEL', value('POLICYGRAPH_MODEL_URL'), value('POLICYGRAPH_MODEL_KEY'));
  const model = value('POLICYGRAPH_MODEL');
  const others = {
    time: 1_000 * whole('POLICYGRAPH_MODEL_TIME', value('POLICYGRAPH_MODEL_TIME'), 1, 280), // fetch waits 300 s for headers
    part: whole('POLICYGRAPH_MODEL_PART', value('POLICYGRAPH_MODEL_PART'), 500, 50_000),
    format: format(value('POLICYGRAPH_MODEL_FORMAT')),
    options: options(value('POLICYGRAPH_MODEL_OPTIONS')),
  };
  if ((endpoint === undefined) !== (model === ''))
    throw new SettingsError('POLICYGRAPH_MODEL_URL and POLICYGRAPH_MODEL go together: set both or neither.');
  return endpoint === undefined ? undefined : { ...endpoint, model, ...others };
}

function whole(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d{1,9}$/.test(text) || number < least || number > most)
    throw new SettingsError(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  return number;
}

function format(text: string): ModelSettings['format'] {
  if (!Object.hasOwn(answerFormats, text))
    throw new SettingsError(`POLICYGRAPH_MODEL_FORMAT must be one of ${Object.keys(answerFormats).join(', ')}, not "${text}".`);
  return text as ModelSettings['format'];
}

/** What the program sets itself. */
const ours = ['messages', 'model', 'stream', 'response_format', 'n'];

function options(text: string): ModelSettings['options'] {
  if (text === '') return {};
  const parsed = parsedObject(text);
  const taken = ours.find((name) => Object.hasOwn(parsed ?? {}, name));
  if (parsed === undefined || taken !== undefined)
    throw new SettingsError(
      `POLICYGRAPH_MODEL_OPTIONS must be a JSON object such as {"temperature":null}, without ${ours.join(', ')}.`,
    );
  return parsed;
}

function parsedObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    const isObject = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isObject ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
