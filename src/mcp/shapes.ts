/** The form of what tools return: for every fact its passages, each with its document and a link. */
import { z } from 'zod';

const link = z.string().optional().describe('Its page in the explorer.');
const validity = z
  .object({ from: z.string().optional(), until: z.string().optional() })
  .describe('Since and until when it holds (EDTF).');
const certainty = z.string().optional().describe('How sure it is that it holds on the day: CERTAIN, PRESUMED or POSSIBLE.');

export const reference = z.object({ id: z.string(), type: z.string(), name: z.string(), link });

const evidence = z.object({
  summary: z.string().describe('What the passage says, in one sentence.'),
  quote: z.string().optional().describe('The passage itself, where the service has the text.'),
  document: z.object({ id: z.string(), name: z.string() }),
  outlet: z.string().optional().describe('Who published the document, or whom it names as its source.'),
  date: z.string().optional().describe('When it was published, or written (EDTF).'),
  locator: z.string().optional().describe('Where in the document the passage is.'),
  url: z.string().optional().describe('The address of the original.'),
  link: z.string().optional().describe('The passage in the explorer.'),
});

const claim = z.object({
  id: z.string(),
  attributedTo: z.array(z.string()).optional().describe('According to whom.'),
  saidOn: z.string().optional(),
  evidence: z.array(evidence),
});

const claims = {
  claims: z.array(claim),
  moreClaims: z.literal(true).optional().describe('There are more claims: pass a larger "claims".'),
};

const qualifiers = z.record(z.string(), z.string()).optional();

export const page = z.object({
  totalCount: z.int(),
  next: z.string().optional().describe('Pass this as "after" for the next page; missing on the last one.'),
});

export const problems = z.array(z.string()).optional().describe('What could not be read.');

export const found = z.object({
  ...reference.shape,
  description: z.string().optional(),
  matchedName: z.string().optional(),
  score: z.number().describe('From 0 to 1: 1 is exactly the name.'),
  foundBy: z.array(z.enum(['WORDS', 'MEANING'])).describe('By meaning alone, it may have another name than the query.'),
});

export const meaning = z
  .enum(['OFF', 'USED', 'UNAVAILABLE'])
  .describe('Whether the search was by meaning too. UNAVAILABLE: by words alone for now; try other words.');

export const relation = z.object({
  type: z.string(),
  direction: z.string().describe('OUT: from the entity to the other one; IN: the other way.'),
  entity: reference,
  certainty,
  validity,
  attributes: qualifiers,
  ...claims,
});

export const property = z.object({ predicate: z.string(), value: z.string().optional(), ...claim.shape });

const via = z.object({ region: reference, certainty, validity, batch: z.int().optional(), ...claims });

export const covered = z.object({ status: z.string(), statedOn: z.string().optional(), via: z.array(via), ...claims });

const step = z.object({
  type: z.string(),
  from: reference,
  to: reference,
  certainty,
  validity,
  attributes: qualifiers,
  ...claims,
});

export const path = z.object({ hops: z.int(), certainty, validity, entities: z.array(reference), relations: z.array(step) });

const measured = {
  id: z.string(),
  indicator: reference,
  region: reference.optional(),
  period: z.string().optional(),
  kind: z.string(),
  comparator: z.string().describe('How the value is meant: MORE_THAN 25 is not 25.'),
  value: z.number().optional(),
  unit: z.string().optional(),
  rank: z.int().optional(),
  reportedBy: reference.optional(),
};

export const observation = z.object({ ...measured, ...claims });

export const event = z.object({
  on: z.string(),
  kind: z.string(),
  title: z.string(),
  certainty,
  entities: z.array(reference),
  ...claims,
});

export const statement = z.object({
  predicate: z.string(),
  subject: z.union([reference, z.object(measured)]).describe('An entity, or the value that it measures.'),
  object: reference.optional(),
  value: z.string().optional(),
  qualifiers,
  validity,
  ...claim.shape,
});
