import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TemplateTexts } from '@tinhgon/rules/report/template';
import type { ReportLanguage } from '@tinhgon/rules/views/report';
import type { TemplatePreview as Preview } from '@tinhgon/rules/views/report-template';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { today } from '../../format/today.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import styles from './report.module.css';

const TYPING_MS = 400;

interface TemplatePreviewProps {
  readonly programme: string;
  readonly language: ReportLanguage;
  readonly texts: TemplateTexts;
  /** Whether the texts could be saved; while they could not, what stood before stays. */
  readonly sound: boolean;
}

/** What a report of a day would say in the texts as they stand, with that day's real figures. */
export function TemplatePreview({ programme, language, texts, sound }: TemplatePreviewProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [day, setDay] = useState<string | null>(today());
  const [asked] = useDebouncedValue(texts, TYPING_MS);
  const query = useQuery({
    queryKey: [...trpc.reports.pathKey(), 'preview', programme, language, day, asked],
    queryFn: () =>
      client.reports.previewTemplate.mutate({ programme, language, texts: asked, ...(day && { asAt: day }) }),
    enabled: sound && day !== null && asked === texts,
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-label={t('template.preview')} className={styles.preview}>
      <h2>{t('template.preview')}</h2>
      <DayInput label={t('template.previewDay')} value={day} onChange={setDay} />
      {sound ? null : <p className="late small">{t('template.unsound')}</p>}
      <Loaded query={query} skeleton={<SkeletonLines count={16} />}>
        {(said) => <Paper said={said} language={language} />}
      </Loaded>
    </section>
  );
}

/** The report's words in their order; where a table stands, a line says so. */
function Paper({ said, language }: { readonly said: Preview; readonly language: ReportLanguage }) {
  const { t } = useTranslation();
  const { head } = said;
  const many = said.addressees.length > 1;
  return (
    <div className={styles.paper} lang={language}>
      <div className={styles.head}>
        <div>
          {head.above !== '' && <p className={styles.upper}>{head.above}</p>}
          <p className={`${styles.upper} medium`}>{head.issuer}</p>
          <p>{head.number}</p>
        </div>
        <div>
          <p className="medium">{head.country}</p>
          <p className="medium">{head.motto}</p>
          <p>{head.dated}</p>
        </div>
      </div>
      <p className={`${styles.middle} medium`}>{said.title}</p>
      <p className={`${styles.middle} medium`}>{said.about}</p>
      {said.addressees.length > 0 && (
        <p className={styles.middle}>
          {said.addresseesTitle} {many ? '' : said.addressees[0]}
        </p>
      )}
      {many && <Lines of={said.addressees} className={styles.middle} mark="- " />}
      <Lines of={said.paragraphs} />
      <div className={styles.head}>
        <div>
          <p className="medium">{said.recipientsTitle}</p>
          <Lines of={said.recipients} mark="- " />
        </div>
        <div>
          <Lines of={said.capacity} className="medium" />
          <p>{said.signer}</p>
        </div>
      </div>
      {said.annexes.map((one) => (
        <Fragment key={one.annex}>
          <p className={`${styles.middle} ${styles.annexHead} medium`}>
            {one.heading}
            <br />
            {one.title}
          </p>
          <Lines of={one.before} />
          <p className={`${styles.middle} soft small`} lang={undefined}>
            [{t('template.table', { annex: t(`report.annex.${one.annex}`) })}]
          </p>
          <Lines of={one.after} />
        </Fragment>
      ))}
    </div>
  );
}

/** Lines may say the same; their order is that of the text. */
const Lines = ({
  of,
  className,
  mark = '',
}: {
  readonly of: readonly string[];
  readonly className?: string | undefined;
  readonly mark?: string;
}) =>
  of.map((one, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <p key={index} className={className}>
      {mark}
      {one}
    </p>
  ));
