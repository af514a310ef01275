import type { AuditedClaim, AuditedDocument, AuditedEvidence } from './audit.js';
import { html, type Markup } from './markup.js';
import { markKinds, markName, type Mark, type MarkKind } from './marks.js';
import type { Term, Wording } from './wording.js';

/** The claims of a document, each beside its passages, with a form for its mark. */
export function section({ id, title, listed }: AuditedDocument): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p><code>${id}</code></p>
    ${listed.map((claim, index) => article(claim, index + 1, id))}
  </section> `;
}

function article({ id, wording, evidence, mark }: AuditedClaim, number: number, document: string): Markup {
  return html`<article id="${id}" tabindex="-1" aria-label="Claim ${number}">
    <div class="claim">
      <p class="number"><a href="#${id}">${number}</a> <code>${id}</code></p>
      ${sentence(wording)} ${details(wording)}
    </div>
    <div class="evidence">${evidence.map((each) => figure(each, document))}</div>
    ${form(id, mark)}
  </article> `;
}

function sentence({ subject, predicate, meaning, object }: Wording): Markup {
  return html`<p class="sentence">
    ${term(subject)} <strong title="${meaning}">${predicate}</strong> ${object === undefined ? '' : term(object)}
  </p>`;
}

function term({ text, id }: Term): Markup {
  return id === undefined ? html`<span>${text}</span>` : html`<span title="${id}">${text} <code>${id}</code></span>`;
}

function details({ details: all }: Wording): Markup | string {
  if (all.length === 0) return '';
  return html`<dl>
    ${all.map(
      ({ label, terms }) =>
        html`<div>
          <dt>${label}</dt>
          ${terms.map((each) => html`<dd>${term(each)}</dd>`)}
        </div>`,
    )}
  </dl>`;
}

function figure(
  { document, title, language, locator, record, supports, summary, context }: AuditedEvidence,
  home: string,
): Markup {
  const place = locator === undefined ? `Record ${record}` : `Characters ${locator.start} to ${locator.end}`;
  const of = document === home ? '' : html` of <cite>${title}</cite>`;
  return html`<figure>
    <p class="summary">Our summary: <em>${summary}</em></p>
    ${passage(context, language)}
    <figcaption>${place}${of}${supports === 'DATES' ? ', only for the dates' : ''}</figcaption>
  </figure> `;
}

function passage(context: AuditedEvidence['context'], language: string | undefined): Markup | string {
  if (context === undefined) return '';
  if (typeof context === 'string') return html`<p class="problem">${context}</p>`;
  const { before, passage: quote, after } = context;
  return html`<blockquote lang="${language ?? 'und'}"><span>${before}<mark>${quote}</mark>${after}</span></blockquote>`;
}

function form(id: string, mark: Mark | undefined): Markup {
  const checked = (kind: string) => (kind === mark?.mark ? html` checked` : '');
  const radios = Object.entries(markKinds).map(
    ([kind, meaning]) =>
      html`<label title="${meaning}"
        ><input type="radio" name="mark" value="${kind}" ${checked(kind)} /> ${markName(kind as MarkKind)}</label
      > `,
  );
  return html`<form data-claim="${id}" data-on="${mark?.on}" autocomplete="off">
    <fieldset>
      <legend>Mark</legend>
      ${radios}
    </fieldset>
    <label class="comment">Comment <input name="comment" value="${mark?.comment}" /></label>
    <button type="reset">Undo</button>
  </form>`;
}
