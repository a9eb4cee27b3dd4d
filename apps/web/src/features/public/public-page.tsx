import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { publicView, type PublicView } from '@tinhgon/rules/views/public';
import { useTranslation } from 'react-i18next';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { BurnUp } from '../progress/burn-up.tsx';
import { LateDocuments } from './late-documents.tsx';
import { PublicMinistries } from './public-ministries.tsx';
import styles from './public.module.css';

const route = getRouteApi('/public/$code');

class NotPublic extends Error {}

async function readPublic(code: string): Promise<PublicView> {
  const response = await fetch(`/api/public/programmes/${encodeURIComponent(code)}`);
  if (response.status === 404) throw new NotPublic();
  if (!response.ok) throw new Error(`answer ${response.status}`);
  return publicView.parse(await response.json());
}

/** A programme as anyone may see it, without signing in. */
export function PublicPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const query = useQuery({
    queryKey: ['public', code],
    queryFn: () => readPublic(code),
    retry: (count, error) => !(error instanceof NotPublic) && count < 2,
  });
  if (query.data) return <Programme view={query.data} />;
  return (
    <Page title={t('public.title')}>
      {query.error ? (
        <Note tone="late" role="alert">
          <p>{t(query.error instanceof NotPublic ? 'public.none' : 'app.noAnswer')}</p>
        </Note>
      ) : (
        <SkeletonLines count={8} />
      )}
    </Page>
  );
}

function Programme({ view }: { readonly view: PublicView }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const { baseline, sharePercent } = view;
  const file = (end: string) => `/api/public/programmes/${encodeURIComponent(view.programme)}${end}`;
  return (
    <Page title={name(view.name)}>
      {view.evaluation && <Note tone="soon">{t('app.syntheticLong')}</Note>}
      <div className={styles.hero}>
        <div>
          <p className={styles.number}>{format.number(view.simplified)}</p>
          <p className={styles.share}>
            {baseline && sharePercent !== null
              ? t('public.share', {
                  percent: format.percent(sharePercent),
                  whole: format.number(baseline.count),
                  count: baseline.count,
                  day: format.day(baseline.date),
                })
              : t('progress.noBaseline')}
          </p>
          <p className="soft">{t('progress.asAt', { day: format.day(view.asAt) })}</p>
          <p className="small soft">{t('public.counts')}</p>
        </div>
        <BurnUp months={view.byMonth} />
      </div>
      <PublicMinistries view={view} />
      <LateDocuments view={view} />
      <section className={styles.section}>
        <h2>{t('public.data')}</h2>
        <p className="soft">{t('public.licence', { licence: view.licence })}</p>
        <ul className={styles.files}>
          <li>
            <a href={file('')}>JSON</a>
          </li>
          {(['ministries', 'months', 'late'] as const).map((part) => (
            <li key={part}>
              <a href={file(`/${part}.csv`)} download>
                CSV: {t(`public.file.${part}`)}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
