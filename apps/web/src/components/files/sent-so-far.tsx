import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** How much of a file has gone, in words and as a bar; nothing while none is on its way. */
export function SentSoFar({ percent }: { readonly percent: number | null }) {
  const { t } = useTranslation();
  if (percent === null) return null;
  return (
    <div role="status">
      <p className="small soft" style={{ margin: '0 0 6px' }}>
        {percent < 100 ? t('files.sending', { percent }) : t('files.checking')}
      </p>
      <Progress value={percent} animated={percent >= 100} aria-label={t('files.progress')} />
    </div>
  );
}
