import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useTRPC } from '../../server/trpc.ts';

/** When the document will probably count. It comes when it is reckoned; the page does not wait for it. */
export function ExpectedDay({ code, programme }: { readonly code: string; readonly programme: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery(useTRPC().documents.expected.queryOptions({ code }));
  if (!data) return null;
  return (
    <p>
      {t('forecast.expected')}{' '}
      <Link to="/forecast" search={{ programme }}>
        {t('forecast.expectedDay', { day: format.day(data.dates[85]) })}
      </Link>{' '}
      <span className="soft">{t(`forecast.basisLong.${data.basis}`)}</span>
    </p>
  );
}
