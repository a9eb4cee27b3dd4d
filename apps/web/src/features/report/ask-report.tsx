import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { REPORT_LANGUAGES, type ReportLanguage } from '@tinhgon/rules/views/report';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { today } from '../../format/today.ts';
import { useWords } from '../../language/use-words.ts';
import { failureOf, NO_ANSWER } from '../../server/failure.ts';
import { useTRPC } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import styles from './report.module.css';

interface AskReportProps {
  readonly programme: string;
  readonly asAt: string | undefined;
}

/** Of which programme, as at which day, in which language. */
export function AskReport({ programme, asAt }: AskReportProps) {
  const { t } = useTranslation();
  const { name, language: reading } = useWords();
  const { programmes } = useMe();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [id, setId] = useState(() => crypto.randomUUID());
  const [code, setCode] = useState(programme);
  const [day, setDay] = useState<string | null>(asAt ?? today());
  const [language, setLanguage] = useState<ReportLanguage>(reading === 'en' ? 'en' : 'vi');
  const [missing, setMissing] = useState(false);
  const ask = useMutation({
    ...trpc.reports.ask.mutationOptions(),
    onSuccess: () => {
      // The next one is another; sent again before an answer came, it would have been the same.
      setId(crypto.randomUUID());
      void cache.invalidateQueries({ queryKey: trpc.reports.pathKey() });
    },
  });
  const failure = ask.error ? (failureOf(ask.error) ?? { code: NO_ANSWER, message: '', logId: '' }) : null;
  return (
    <form
      noValidate
      className={styles.ask}
      aria-label={t('report.ask')}
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(day === null);
        if (day !== null) ask.mutate({ id, programme: code, asAt: day, language });
      }}
    >
      <p className="soft">{t('report.what')}</p>
      {failure && <FailureNote failure={failure} />}
      <div className={styles.fields}>
        {programmes.length > 1 && (
          <NativeSelect
            label={t('report.programme')}
            data={programmes.map((one) => ({ value: one.code, label: name(one.name) }))}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        <DayInput
          label={t('report.asAt')}
          value={day}
          onChange={setDay}
          error={missing && day === null && t('report.dayMissing')}
        />
        <NativeSelect
          label={t('report.language')}
          data={REPORT_LANGUAGES.map((value) => ({ value, label: t(`report.${value}`) }))}
          value={language}
          onChange={(event) =>
            setLanguage(REPORT_LANGUAGES.find((one) => one === event.currentTarget.value) ?? 'vi')
          }
        />
        <Button type="submit" loading={ask.isPending}>
          {t('report.ask')}
        </Button>
      </div>
    </form>
  );
}
