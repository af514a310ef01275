/** What reading a text may take, by rules and by a language model. */
import { invalid, rejected, type Limit, type Limits } from './limit.js';

const readAsSeveral = (value: number, unit: string, of: string): Limit => ({
  value,
  unit,
  of,
  beyond: 'It is read as several: `cuts` of the reading says where.',
});
const leftOut = (value: number, unit: string, of: string): Limit => ({
  value,
  unit,
  of,
  beyond: 'Further ones are left out: `cuts` of the reading says where.',
});

export const reading = {
  text: invalid(2_000_000, 'characters', 'Text of `policygraph read` and `POST /text`'),
  page: invalid(20_000_000, 'bytes', 'A web page'),
  pageDepth: invalid(1_000, 'elements', 'Elements of a page inside each other'),
  pdf: invalid(50_000_000, 'bytes', 'A PDF, or another file'),
  pdfPages: invalid(2_000, 'pages', 'A PDF'),
  pdfTime: { ...invalid(60, 's', 'Time to read the text of a file'), beyond: 'The file is not read.' },
  pdfMemory: { ...invalid(1_000, 'MB', 'Memory to read the text of a file'), beyond: 'The file is not read.' },
  files: rejected(4, 'files', 'Files of `POST /text` at once: one is read, the others wait', 'OVERLOADED'),
  proposed: invalid(200_000, 'characters', 'Text of `proposeClaims`'),
  open: invalid(1_000, 'readings', 'Readings that are neither published nor discarded'),
  sentence: readAsSeveral(2_000, 'characters', 'Sentence that is read'),
  sentenceParts: readAsSeveral(200, 'names, dates and amounts', 'The same'),
  sentenceSpeeches: leftOut(20, 'statements', 'What a sentence reports that somebody said'),
  sentenceProposals: leftOut(500, 'proposals', 'Proposals of a sentence'),
  textProposals: {
    ...leftOut(20_000, 'proposals', 'Proposals of a text'),
    beyond: 'The rest of the text is not read: `cuts` of the reading says so.',
  },
  proposalPassages: {
    value: 5,
    unit: 'passages',
    of: 'Passages of a claim that is proposed',
    beyond: 'Further passages that say the same are left out.',
  },
  cuts: { value: 100, unit: 'cuts', of: '`cuts` of a reading', beyond: 'The last one goes on to where reading was cut last.' },
  decisions: invalid(500, 'decisions', 'Decisions of one `decideProposals`'),
  passages: invalid(20, 'passages', 'Passages of a corrected proposal'),
  names: {
    ...rejected(512, 'MB', 'Memory that the names of the graph and a text take while the service reads it', 'UNAVAILABLE'),
    beyond: 'The text is not read. The command has no such limit.',
  },
  idle: {
    value: 600,
    unit: 's',
    of: 'Time for which the service keeps the names of the graph without reading',
    beyond: 'The next text waits until they are read again.',
  },
  changed: { value: 5_000, unit: 'entities', of: 'Entities that changed between two texts', beyond: 'All names are read again.' },
  modelRequests: invalid(
    40,
    'requests',
    'Requests to the language model for one text, each of `POLICYGRAPH_MODEL_PART` characters',
  ),
  modelRequestsAtOnce: { value: 4, unit: 'requests', of: 'Requests to the language model at once', beyond: 'The others wait.' },
  modelAttempts: {
    value: 3,
    unit: 'attempts',
    of: 'Attempts of one request, where the model is busy or cannot be reached',
    beyond: 'Nothing is proposed.',
    code: 'MODEL_UNAVAILABLE',
  },
  modelTokens: {
    value: 8_000,
    unit: 'tokens',
    of: 'Answer of the language model to one request, unless `POLICYGRAPH_MODEL_OPTIONS` says another number',
    beyond: 'What was whole is used, and what is missing is counted.',
  },
  modelAnswer: {
    ...rejected(1_000_000, 'bytes', 'The same, as it comes', 'MODEL_FAILED'),
    beyond: 'Nothing is proposed.',
  },
  modelTexts: {
    ...rejected(8, 'texts', 'Texts that the language model reads for the service at once', 'OVERLOADED'),
  },
  modelUnasked: {
    value: 60,
    unit: 's',
    of: 'Time without a request for a text that the language model reads, or has read',
    beyond: 'It is given up: its requests are ended.',
  },
  modelItems: {
    value: 200,
    unit: 'proposals',
    of: 'Proposals of one answer',
    beyond: 'The others are dropped, and counted.',
  },
  modelQuote: {
    value: 1_000,
    unit: 'characters',
    of: 'Quote of a proposal of the language model',
    beyond: 'The proposal is dropped, and counted.',
  },
  modelNames: {
    value: 100,
    unit: 'entities',
    of: 'Entities of the text that one request lists',
    beyond: 'Those that are named elsewhere in the text are left out.',
  },
} satisfies Limits;
