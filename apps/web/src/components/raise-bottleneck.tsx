import { NativeSelect, Textarea } from '@mantine/core';
import { CAUSES, type Cause } from '@tinhgon/rules/bottleneck/state';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';
import { useTRPCClient } from '../server/trpc.ts';
import { useStart } from '../server/use-start.ts';
import { AgencySelect } from './agency-select.tsx';
import { DayInput } from './day-input.tsx';
import { FailureNote } from './failure-note.tsx';
import { FormDialog } from './form-dialog.tsx';
import { type Chosen, SubjectPicker } from './subject-picker.tsx';

const TEXT_MAX = 10_000;

interface RaiseBottleneckProps {
  /** What it may stand on, likeliest first; everything the reader sees when left out. */
  readonly options?: readonly Chosen[];
  /** Agencies that see the plan: who may have to answer for something on it. */
  readonly planAgencies?: readonly string[];
  readonly campaign?: string;
  readonly onClose: () => void;
  readonly onRaised: (code: string) => void;
}

/** Says what holds something up, why, who has to answer and by when. */
export function RaiseBottleneck({
  options,
  planAgencies,
  campaign,
  onClose,
  onRaised,
}: RaiseBottleneckProps) {
  const { t } = useTranslation();
  const { capital, reason } = useWords();
  const client = useTRPCClient();
  const [on, setOn] = useState<Chosen | null>(options?.[0] ?? null);
  const [what, setWhat] = useState('');
  const [cause, setCause] = useState<Cause | ''>('');
  const [causeText, setCauseText] = useState('');
  const [responsible, setResponsible] = useState<string | null>(null);
  const [answerBy, setAnswerBy] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const start = useStart((input: Parameters<typeof client.bottlenecks.raise.mutate>[0]) =>
    client.bottlenecks.raise.mutate(input),
  );
  const submit = async () => {
    setTried(true);
    const words = { what: what.trim(), causeText: causeText.trim() };
    if (!on || !words.what || !cause || !responsible || !answerBy) return;
    if (cause === 'other' && !words.causeText) return;
    const { kind, code } = on;
    const answer = await start.run({
      ...words,
      on: { kind, code },
      cause,
      responsible,
      answerBy,
      ...(campaign !== undefined && { campaign }),
    });
    if (answer) onRaised(answer.code);
  };
  const { failure } = start;
  const said = (field: string, missing: boolean) => {
    if (failure?.field === field) return failure.message || reason(failure.code, failure.details ?? {});
    return tried && missing && t('form.required');
  };
  const fields = ['on.code', 'what', 'cause', 'causeText', 'responsible', 'answerBy'];
  const limited = on?.kind === 'plan' ? planAgencies : undefined;
  return (
    <FormDialog
      title={t('bottleneck.raiseTitle')}
      submit={t('bottleneck.raise')}
      pending={start.pending}
      problem={failure && !fields.includes(failure.field ?? '') && <FailureNote failure={failure} />}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <SubjectPicker
        label={t('bottleneck.subject')}
        {...(options && { options })}
        value={on}
        onChange={setOn}
        error={said('on.code', !on)}
      />
      <Textarea
        label={t('bottleneck.what')}
        required
        autosize
        minRows={3}
        maxLength={TEXT_MAX}
        value={what}
        onChange={(event) => setWhat(event.currentTarget.value)}
        error={said('what', !what.trim())}
      />
      <NativeSelect
        label={t('bottleneck.cause')}
        required
        data={[
          { value: '', label: t('bottleneck.chooseCause') },
          ...CAUSES.map((value) => ({ value, label: capital('cause', value) })),
        ]}
        value={cause}
        onChange={(event) => setCause(event.currentTarget.value as Cause | '')}
        error={said('cause', !cause)}
      />
      <Textarea
        label={t('bottleneck.causeText')}
        required={cause === 'other'}
        autosize
        minRows={1}
        maxLength={TEXT_MAX}
        value={causeText}
        onChange={(event) => setCauseText(event.currentTarget.value)}
        error={said('causeText', cause === 'other' && !causeText.trim())}
      />
      <AgencySelect
        label={t('bottleneck.responsible')}
        {...(limited && { description: t('bottleneck.onlyThosePlan') })}
        required
        today
        {...(limited && { only: limited })}
        value={responsible}
        onChange={setResponsible}
        error={said('responsible', !responsible)}
      />
      <DayInput
        label={t('bottleneck.answerBy')}
        required
        value={answerBy}
        onChange={setAnswerBy}
        error={said('answerBy', !answerBy)}
      />
    </FormDialog>
  );
}
