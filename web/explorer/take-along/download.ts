import type { AnyVariables } from 'urql';
import { base } from '../url/base.ts';
import { fitsAddress, parametersOf, type Operation } from './operation.ts';
import { saveAs } from './save-as.ts';
import { viewName } from './view-name.ts';

export const dataFormats = ['csv', 'xlsx', 'json', 'graphml'] as const;

export type DataFormat = (typeof dataFormats)[number];

/** What is exported: all of the graph, entities and what is around them, or else what is in the answer to an operation. */
export interface Exported<Result, Variables extends AnyVariables> extends Operation<Result, Variables> {
  readonly isWhole?: boolean | undefined;
  readonly about?: readonly string[] | undefined;
  /** The day of the view. */
  readonly asOf?: string | undefined;
}

/** Saves what the service exports. Throws the reason where it refuses. */
export async function download<Result, Variables extends AnyVariables>(
  format: DataFormat,
  exported: Exported<Result, Variables>,
): Promise<void> {
  const address = `${base}/export/${format}`;
  if (exported.isWhole === true) return follow(exported.asOf === undefined ? address : `${address}?asOf=${exported.asOf}`);
  const response = await responseOf(address, exported);
  if (!response.ok) throw new Error(await reasonOf(response));
  saveAs(await response.blob(), `${viewName(new URL(location.href))}.${extensionOf(response) ?? format}`);
}

/** The browser saves by itself what may be large. */
function follow(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

async function responseOf<Result, Variables extends AnyVariables>(
  address: string,
  { about, asOf, ...operation }: Exported<Result, Variables>,
): Promise<Response> {
  const parameters = about === undefined ? parametersOf(operation) : new URLSearchParams(about.map((id) => ['about', id]));
  if (asOf !== undefined) parameters.set('asOf', asOf);
  if (fitsAddress(parameters)) return fetch(`${address}?${parameters}`);
  const part = about === undefined ? { query: parameters.get('query'), variables: operation.variables } : { about };
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...part, asOf }),
  });
}

async function reasonOf(response: Response): Promise<string> {
  const { errors } = (await response.json()) as { readonly errors?: readonly { readonly message: string }[] };
  return errors?.[0]?.message ?? response.statusText;
}

/** That of the file that the service sends: tables are in a ZIP file. */
const extensionOf = ({ headers }: Response): string | undefined =>
  /filename="[^"]+\.(\w+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
