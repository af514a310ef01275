import { Button, Toolbar } from 'react-aria-components';
import { useTranslations } from 'use-intl';

const signs = { in: '+', out: '−', fit: '⤢' } as const;
type By = keyof typeof signs;

export function ZoomButtons({ onZoom }: { readonly onZoom: (by: By) => void }) {
  const t = useTranslations('walk');
  return (
    <Toolbar className="zoom" aria-label={t('zoom.title')} orientation="vertical">
      {(Object.keys(signs) as By[]).map((by) => (
        <Button key={by} aria-label={t(`zoom.${by}`)} onPress={() => onZoom(by)}>
          {signs[by]}
        </Button>
      ))}
    </Toolbar>
  );
}
