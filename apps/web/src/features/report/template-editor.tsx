import { Button, Textarea } from '@mantine/core';
import { OWN_VERSION, type TemplateInput, type TemplateTexts } from '@tinhgon/rules/report/template';
import type { ReportLanguage } from '@tinhgon/rules/views/report';
import type { TemplateView } from '@tinhgon/rules/views/report-template';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../components/failure-note.tsx';
import { FormSummary } from '../../components/form-summary.tsx';
import { UnsavedGuard } from '../../components/unsaved-guard.tsx';
import { useTRPCClient } from '../../server/trpc.ts';
import { useSave } from '../../server/use-save.ts';
import styles from './report.module.css';
import { TemplateFields } from './template-fields.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { TemplateVersions } from './template-versions.tsx';
import { TemplateWords } from './template-words.tsx';
import { useTextProblems } from './use-text-problems.ts';

interface TemplateEditorProps {
  readonly programme: string;
  readonly language: ReportLanguage;
  /** Newest first; the last is the product's own. */
  readonly versions: readonly TemplateView[];
}

/** The texts of the newest version, to be changed into the next one beside what a report would say. */
export function TemplateEditor({ programme, language, versions }: TemplateEditorProps) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const newest = versions[0];
  const [texts, setTexts] = useState<TemplateTexts | undefined>(newest?.texts);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { problems, labels } = useTextProblems(texts, { reason, tried });
  const save = useSave((input: TemplateInput) => client.reports.saveTemplate.mutate(input));
  if (!newest || !texts) return null;
  const unsaved = reason !== '' || JSON.stringify(texts) !== JSON.stringify(newest.texts);
  const submit = () => {
    setTried(true);
    if (!problems.complete) return;
    void save.run({ programme, language, basedOn: newest.version, texts, reason });
  };
  return (
    <>
      <UnsavedGuard unsaved={unsaved} />
      <div className={styles.sides}>
        <form
          noValidate
          aria-label={t('template.edit')}
          className={styles.texts}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <h2>{t('template.edit')}</h2>
          <p className="soft small">
            {newest.version === OWN_VERSION
              ? t('template.ownNow')
              : t('template.newestNow', { version: newest.version })}
          </p>
          {save.failure && <FailureNote failure={save.failure} />}
          {tried && <FormSummary errors={problems.byPath} labels={labels} />}
          <TemplateWords />
          <TemplateFields texts={texts} onChange={setTexts} problems={problems.words} />
          <Textarea
            id="reason"
            label={t('app.reason')}
            description={t('template.reasonHint')}
            required
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={problems.words['reason']}
          />
          <div>
            <Button type="submit" loading={save.pending}>
              {t('template.save')}
            </Button>
          </div>
        </form>
        <TemplatePreview programme={programme} language={language} texts={texts} sound={problems.sound} />
      </div>
      <TemplateVersions versions={versions} onTake={setTexts} />
    </>
  );
}
