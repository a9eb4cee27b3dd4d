import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Progressed } from './send-file.ts';

/** How far an import is, in words and as a bar. */
export function ImportProgress({ of }: { readonly of: Progressed }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="soft">
        <StageWords of={of} />
      </p>
      <Progress
        value={'sent' in of ? of.sent : (100 * of.done) / of.of}
        animated={'sent' in of && of.sent >= 100}
        aria-label={t('import.progress')}
      />
    </>
  );
}

function StageWords({ of }: { readonly of: Progressed }) {
  const { t } = useTranslation();
  if ('done' in of) {
    return <>{t('import.doing', { percent: Math.round((100 * of.done) / of.of) })}</>;
  }
  return <>{of.sent < 100 ? t('import.sending', { percent: of.sent }) : t('import.working')}</>;
}
