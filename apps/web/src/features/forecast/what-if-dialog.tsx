import { NumberInput, Select } from '@mantine/core';
import { type WhatIf, whatIfSchema } from '@tinhgon/rules/forecast/what-if';
import { DOCUMENT_STEPS, PLAN_STEPS } from '@tinhgon/rules/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencySelect } from '../../components/agency-select.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Segments } from '../../components/segments.tsx';
import { type Chosen, SubjectPicker } from '../../components/subject-picker.tsx';
import { useWords } from '../../language/use-words.ts';

const KINDS = ['earlier', 'shortened', 'people'] as const;
/** Public display comes after a procedure counts. */
const STEPS = [...PLAN_STEPS, ...DOCUMENT_STEPS].filter((step) => step !== 'public-display');
const DAYS = 60;

export function WhatIfDialog({
  onTry,
  onClose,
}: {
  readonly onTry: (whatIf: WhatIf) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const [kind, setKind] = useState<WhatIf['kind']>('earlier');
  const [document, setDocument] = useState<Chosen | null>(null);
  const [days, setDays] = useState<number | string>(DAYS);
  const [step, setStep] = useState<string | null>(null);
  const [agency, setAgency] = useState<string | null>(null);
  const [people, setPeople] = useState<number | string>('');
  const [more, setMore] = useState<number | string>('');
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const error = (field: string) => (missing.has(field) ? t('forecast.missing') : undefined);
  const submit = () => {
    const code = document ? `document/${document.code}` : '';
    const asked = {
      earlier: { kind, code, days },
      shortened: { kind, code },
      people: { kind, step, people, more, ...(agency !== null && { agency }) },
    }[kind];
    const whatIf = whatIfSchema.safeParse(asked);
    if (whatIf.success) onTry(whatIf.data);
    else setMissing(new Set(whatIf.error.issues.map(({ path }) => String(path[0]))));
  };
  return (
    <FormDialog
      title={t('forecast.try')}
      submit={t('forecast.reckon')}
      pending={false}
      onClose={onClose}
      onSubmit={submit}
    >
      <Segments
        aria-label={t('forecast.try')}
        data={KINDS.map((value) => ({ value, label: t(`forecast.kind.${value}`) }))}
        value={kind}
        onChange={(value) => {
          setKind(KINDS.find((one) => one === value) ?? 'earlier');
          setMissing(new Set());
        }}
      />
      {kind !== 'people' && (
        <SubjectPicker
          label={t('stands.is.document')}
          kinds={['document']}
          value={document}
          onChange={setDocument}
          error={error('code')}
        />
      )}
      {kind === 'earlier' && (
        <NumberInput
          label={t('forecast.daysEarlier')}
          required
          min={1}
          max={3_650}
          allowDecimal={false}
          value={days}
          onChange={setDays}
          error={error('days')}
        />
      )}
      {kind === 'people' && (
        <>
          <Select
            label={t('stands.step')}
            required
            data={STEPS.map((value) => ({ value, label: capital('step', value) }))}
            value={step}
            onChange={setStep}
            error={error('step')}
          />
          <AgencySelect
            label={t('forecast.ofAgency')}
            description={t('forecast.ofAgencyHint')}
            value={agency}
            onChange={setAgency}
            today
          />
          <NumberInput
            label={t('forecast.people')}
            required
            min={1}
            max={1_000}
            allowDecimal={false}
            value={people}
            onChange={setPeople}
            error={error('people')}
          />
          <NumberInput
            label={t('forecast.more')}
            required
            min={1}
            max={1_000}
            allowDecimal={false}
            value={more}
            onChange={setMore}
            error={error('more')}
          />
        </>
      )}
    </FormDialog>
  );
}
