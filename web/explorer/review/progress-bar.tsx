import { useTranslations } from 'use-intl';

export interface Progress {
  readonly pending: number;
  readonly accepted: number;
  readonly rejected: number;
}

/** How many proposals are accepted, rejected and still to be decided. */
export function ProgressBar({ progress: { pending, accepted, rejected } }: { readonly progress: Progress }) {
  const t = useTranslations('review');
  const all = pending + accepted + rejected;
  const share = (count: number) => ({ inlineSize: `${all === 0 ? 0 : (100 * count) / all}%` });
  const words = t('progress', { decided: accepted + rejected, all, accepted, rejected });
  return (
    <div className="progress">
      <div className="bar" aria-hidden="true">
        <span className="accepted" style={share(accepted)} />
        <span className="rejected" style={share(rejected)} />
      </div>
      <span className="small quiet">{words}</span>
    </div>
  );
}
