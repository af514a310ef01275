import { useTranslations } from 'use-intl';
import type { CoverageStatus } from './place.ts';

const ring = 'M8 2a6 6 0 0 1 0 12A6 6 0 0 1 8 2z';

/** Lines, and what is filled: each differs from the others without its colour. */
const shapes: Readonly<Record<CoverageStatus, { readonly lines?: string; readonly filled?: string }>> = {
  DIRECT: { filled: ring },
  INHERITED: { lines: ring, filled: 'M8 5.25a2.75 2.75 0 0 1 0 5.5A2.75 2.75 0 0 1 8 5.25z' },
  PARTIAL: { lines: ring, filled: 'M8 2a6 6 0 0 1 0 12z' },
  NOT_YET: { lines: `${ring}M8 4.5V8l2.5 2` },
  ENDED: { lines: `${ring}m-4 10 8-8` },
  NOT_COVERED: { lines: 'm4 4 8 8m0-8-8 8' },
  NOT_LISTED: { lines: ring },
  NO_EVIDENCE: { lines: 'M5.5 6a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7m0 2.5v.5' },
};

/** The shape of a status; its words are beside it. */
export function StatusMark({ status }: { readonly status: CoverageStatus }) {
  const { lines, filled } = shapes[status];
  return (
    <svg
      className="status-mark"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      {filled !== undefined && <path d={filled} fill="currentColor" />}
      {lines !== undefined && <path d={lines} />}
    </svg>
  );
}

/** Whether a place is covered, as a mark and in words. */
export function Status({ status }: { readonly status: CoverageStatus }) {
  const model = useTranslations('model');
  return (
    <span className={`status ${status.toLowerCase().replaceAll('_', '-')}`}>
      <StatusMark status={status} /> {model(`coverage.${status}`)}
    </span>
  );
}
