import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { REPORT_LANGUAGES } from '@tinhgon/rules/views/report';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useWords } from '../../language/use-words.ts';
import { useMe } from '../../server/use-me.ts';
import { useTRPC } from '../../server/trpc.ts';
import styles from './report.module.css';
import { TemplateEditor } from './template-editor.tsx';

const route = getRouteApi('/reports/templates');

/** The texts around the figures of a programme's reports in one language; the office writes the next version here. */
export function TemplatesPage() {
  const { t } = useTranslation();
  const { name } = useWords();
  const { programmes, may } = useMe();
  const { programme, language = 'vi' } = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const code = programme ?? programmes[0]?.code;
  const query = useQuery({
    ...trpc.reports.templates.queryOptions({ programme: code ?? '', language }),
    enabled: code !== undefined && may.keepCatalogue,
  });
  const above = <Link to="/reports">{t('report.title')}</Link>;
  if (!may.keepCatalogue || code === undefined) {
    return (
      <Page title={t('template.title')} above={above}>
        {may.keepCatalogue ? (
          <Empty title={t('progress.noProgramme')}>{t('progress.askOffice')}</Empty>
        ) : (
          <Note tone="soon">{t('template.notAllowed')}</Note>
        )}
      </Page>
    );
  }
  return (
    <Page title={t('template.title')} above={above}>
      <p className={`soft ${styles.intro}`}>{t('template.intro')}</p>
      <div className={`${styles.fields} ${styles.ask}`}>
        {programmes.length > 1 && (
          <NativeSelect
            label={t('report.programme')}
            data={programmes.map((one) => ({ value: one.code, label: name(one.name) }))}
            value={code}
            onChange={(event) =>
              void navigate({ search: { programme: event.currentTarget.value, language } })
            }
          />
        )}
        <NativeSelect
          label={t('report.language')}
          data={REPORT_LANGUAGES.map((value) => ({ value, label: t(`report.${value}`) }))}
          value={language}
          onChange={(event) => {
            const chosen = REPORT_LANGUAGES.find((one) => one === event.currentTarget.value);
            void navigate({ search: { programme: code, language: chosen } });
          }}
        />
      </div>
      <Loaded query={query} skeleton={<SkeletonLines count={14} />}>
        {(versions) => (
          <TemplateEditor
            key={`${code}/${language}/${versions[0]?.version}`}
            programme={code}
            language={language}
            versions={versions}
          />
        )}
      </Loaded>
    </Page>
  );
}
