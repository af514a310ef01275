/** Every code that an answer may carry in `extensions.code`, with the HTTP status of an answer that holds nothing else. */
export const errorCodes = {
  BAD_REQUEST: { status: 400, meaning: 'The request is not well-formed HTTP, JSON or GraphQL over HTTP.' },
  BODY_TOO_LARGE: { status: 413, meaning: 'The body of the request is too large.' },
  URI_TOO_LONG: { status: 414, meaning: 'The URL of the request is too long.' },
  HEADERS_TOO_LARGE: { status: 431, meaning: 'The URL and headers of the request are too large.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, meaning: 'The body has an unsupported type, charset or encoding.' },
  REQUEST_TIMEOUT: { status: 408, meaning: 'The request did not arrive in time.' },
  NOT_FOUND: { status: 404, meaning: 'The URL is unknown.' },
  EXPECTATION_FAILED: { status: 417, meaning: 'The request expects something other than `100-continue`.' },
  MISDIRECTED_REQUEST: { status: 421, meaning: 'The host of the request is not one of `POLICYGRAPH_HOSTS`.' },
  NOT_IMPLEMENTED: { status: 501, meaning: 'The HTTP method is unknown.' },
  GRAPHQL_PARSE_FAILED: { status: 400, meaning: 'The document has a syntax error.' },
  GRAPHQL_VALIDATION_FAILED: { status: 400, meaning: 'The document does not match the schema.' },
  OPERATION_RESOLUTION_FAILURE: { status: 400, meaning: 'The document has no operation of the requested name.' },
  PERSISTED_QUERY_NOT_FOUND: {
    status: 200,
    meaning: 'No document of this hash or id is known: send it again with its text, as clients do by themselves.',
  },
  BAD_USER_INPUT: {
    status: 400,
    meaning: 'An argument, a variable or an input is invalid; the message says what would be right.',
  },
  UNKNOWN_NAME: {
    status: 400,
    meaning: 'No entity of the types possible there has the name; `candidates` are those with the nearest names.',
  },
  AMBIGUOUS_NAME: {
    status: 400,
    meaning: 'Several entities have the name: use the id of one of the `candidates`.',
  },
  QUERY_TOO_EXPENSIVE: { status: 400, meaning: 'The operation exceeds a limit; the message names the limit.' },
  CONFLICT: { status: 400, meaning: 'Another write came first: read again, and decide again.' },
  UNAUTHENTICATED: { status: 401, meaning: 'Credentials are missing or invalid.' },
  FORBIDDEN: { status: 403, meaning: 'The account lacks the permission.' },
  TIMEOUT: { status: 504, meaning: 'The operation exceeded the deadline: retry, or ask for less.' },
  UNAVAILABLE: { status: 503, meaning: 'The graph is loading or cannot be reached: retry after the time in `Retry-After`.' },
  OVERLOADED: { status: 503, meaning: 'Too many requests are in flight: retry after the time in `Retry-After`.' },
  RATE_LIMITED: { status: 429, meaning: 'The client sent too many requests: retry after the time in `Retry-After`.' },
  IN_PROGRESS: {
    status: 503,
    meaning: 'What was asked for takes longer than an operation may: send the same request again after `retryAfter` seconds.',
  },
  MODEL_UNAVAILABLE: {
    status: 503,
    meaning: 'The language or embedding model is not set up, cannot be reached, or is busy: the message says which.',
  },
  MODEL_FAILED: {
    status: 502,
    meaning: 'The language or embedding model gave no answer that can be used; the message says what to check.',
  },
  STORAGE_FULL: {
    status: 507,
    meaning: 'The disk of the graph is full: nothing of the change was kept, and reads go on. Try again when there is room.',
  },
  INTERNAL_SERVER_ERROR: { status: 500, meaning: 'An unexpected error; the log has it under the id in the message.' },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly meaning: string }>>;

export type PublicErrorCode = keyof typeof errorCodes;

export const isPublicErrorCode = (code: unknown): code is PublicErrorCode =>
  typeof code === 'string' && Object.hasOwn(errorCodes, code);
