import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import type { InspectionCommandBody } from '../../server/use-bottleneck-commands.ts';
import type { CommandFailure } from '../../server/use-command.ts';

const TEXT_MAX = 10_000;
const PLANS = 200;

interface NoteFindingProps {
  readonly agency: string;
  readonly pending: boolean;
  readonly failure: CommandFailure | null;
  readonly problem: ReactNode;
  readonly onClose: () => void;
  readonly onNote: (body: Extract<InspectionCommandBody, { type: 'noteFinding' }>) => void;
}

/** What was found, on which of the agency's plans if on one, what is demanded and by when. */
export function NoteFinding({ agency, pending, failure, problem, onClose, onNote }: NoteFindingProps) {
  const { t } = useTranslation();
  const { reason } = useWords();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.plans.list.queryOptions({ ministry: agency, limit: PLANS }));
  const [planCode, setPlanCode] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [demand, setDemand] = useState('');
  const [deadline, setDeadline] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (!text.trim() || !demand.trim() || !deadline) return;
    onNote({ type: 'noteFinding', planCode, text: text.trim(), demand: demand.trim(), deadline });
  };
  const said = (field: string, missing = false) => {
    if (failure?.field === field) return failure.message || reason(failure.code, failure.details ?? {});
    return tried && missing && t('form.required');
  };
  return (
    <FormDialog
      title={t('inspection.act.noteFinding')}
      submit={t('inspection.confirm.noteFinding')}
      pending={pending}
      problem={problem}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('inspection.onPlan')}
        description={t('inspection.onPlanHint')}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('app.clear') }}
        data={(data?.items ?? []).map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
        nothingFoundMessage={t('app.nothingFound')}
        value={planCode}
        onChange={setPlanCode}
        error={said('planCode')}
      />
      <Textarea
        label={t('inspection.found')}
        required
        autosize
        minRows={3}
        maxLength={TEXT_MAX}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={said('text', !text.trim())}
      />
      <Textarea
        label={t('inspection.demand')}
        required
        autosize
        minRows={2}
        maxLength={TEXT_MAX}
        value={demand}
        onChange={(event) => setDemand(event.currentTarget.value)}
        error={said('demand', !demand.trim())}
      />
      <DayInput
        label={t('inspection.deadline')}
        required
        value={deadline}
        onChange={setDeadline}
        error={said('deadline', !deadline)}
      />
    </FormDialog>
  );
}
