/** The audit as one HTML page that loads nothing: a person reads it in order and marks each claim. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Audit, AuditedDocument } from './audit.js';
import { html, Markup } from './markup.js';
import { markKinds, markName, type MarkKind } from './marks.js';
import { section } from './section.js';
import { tallyColumns, tallyOf } from './tally.js';
import { root } from '../root.js';

const asset = (file: string) => readFileSync(new URL(`web/audit/${file}`, root), 'utf8');
const sourceOf = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

export function formatPage(audit: Audit): string {
  const [style, script] = [asset('page.css'), asset('page.js')];
  const policy = `default-src 'none'; style-src ${sourceOf(style)}; script-src ${sourceOf(script)}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <title>Claims beside their passages</title>
        ${new Markup(`<style>${style}</style>`)}
      </head>
      <body>
        <header>
          <h1>Claims beside their passages</h1>
          <p>Does each passage say what its claim says? Read one claim after the other and mark it.</p>
          <dl>
            ${Object.entries(markKinds).map(
              ([kind, meaning]) =>
                html`<div>
                  <dt>${markName(kind as MarkKind)}</dt>
                  <dd>${meaning}</dd>
                </div>`,
            )}
          </dl>
          ${table(audit)} ${stale(audit)}
        </header>
        <main>${audit.documents.filter(({ listed }) => listed.length > 0).map(section)}</main>
        <footer>
          <output id="progress"></output>
          <span class="keys"><kbd>j</kbd> next, <kbd>k</kbd> previous, <kbd>1</kbd> to <kbd>4</kbd> mark, <kbd>0</kbd> undo</span>
          <button type="button" id="save">Save marks</button>
        </footer>
        ${new Markup(`<script>${script}</script>`)}
      </body>
    </html> `.text;
}

function table({ documents }: Audit): Markup {
  const all = tallyOf(documents.flatMap(({ claims }) => claims));
  return html`<div class="table">
    <table>
      <caption>
        Claims that rest on passages, by document
      </caption>
      <thead>
        <tr>
          <th scope="col">document</th>
          ${tallyColumns.map(([, name]) => html`<th scope="col">${name}</th>`)}
          <th scope="col">on records</th>
        </tr>
      </thead>
      <tbody>
        ${documents.map(row)}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">all</th>
          ${tallyColumns.map(([key]) => html`<td>${grouped(all[key])}</td>`)}
          <td>${grouped(documents.reduce((sum, { onRecords }) => sum + onRecords, 0))}</td>
        </tr>
      </tfoot>
    </table>
  </div>`;
}

function row({ id, title, claims, onRecords, listed, hasText }: AuditedDocument): Markup {
  const tally = tallyOf(claims);
  const name = listed.length === 0 ? html`${title}` : html`<a href="#${id}">${title}</a>`;
  const missing = hasText || claims.length === 0 ? '' : html` <small>no text in the archive or the graph</small>`;
  return html`<tr>
    <th scope="row">${name}${missing}</th>
    ${tallyColumns.map(([key]) => html`<td>${grouped(tally[key])}</td>`)}
    <td>${grouped(onRecords)}</td>
  </tr> `;
}

const grouped = (count: number): string => count.toLocaleString('en');

function stale({ stale: marks }: Audit): Markup | string {
  if (marks.length === 0) return '';
  return html`<details class="stale">
    <summary>Marks of claims that do not exist: ${marks.length}</summary>
    <p>Each claim was changed or taken out after it was read. A changed claim has another id, and is to be read again.</p>
    <ul>
      ${marks.map(({ item: { claim, mark, on, comment } }) => html`<li><code>${claim}</code> ${markName(mark)}, ${on}${comment === undefined ? '' : `: ${comment}`}</li>`)}
    </ul>
  </details>`;
}
