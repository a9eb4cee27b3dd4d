import { Select, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { REASON_MAX } from '@tinhgon/rules/text';
import type { InspectionView } from '@tinhgon/rules/views/inspection';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import type { InspectionCommandBody } from '../../server/use-bottleneck-commands.ts';
import type { CommandFailure } from '../../server/use-command.ts';

interface NameInspectorProps {
  readonly inspection: InspectionView;
  readonly pending: boolean;
  readonly failure: CommandFailure | null;
  readonly problem: ReactNode;
  readonly onClose: () => void;
  readonly onName: (body: Extract<InspectionCommandBody, { type: 'nameInspector' }>) => void;
}

/** Who joins the inspectors, and why: those who were may have left. */
export function NameInspector({
  inspection,
  pending,
  failure,
  problem,
  onClose,
  onName,
}: NameInspectorProps) {
  const { t } = useTranslation();
  const { reason: wordsOf } = useWords();
  const trpc = useTRPC();
  const { data: people, isPending } = useQuery(trpc.inspections.inspectors.queryOptions());
  const [to, setTo] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const submit = () => {
    setTried(true);
    if (!to || !reason.trim()) return;
    onName({ type: 'nameInspector', to, reason: reason.trim() });
  };
  const said = (field: string, missing: boolean) => {
    if (failure?.field === field) return failure.message || wordsOf(failure.code, failure.details ?? {});
    return tried && missing && t('form.required');
  };
  const inspects = new Set(inspection.inspectors.map(({ id }) => id));
  return (
    <FormDialog
      title={t('inspection.act.nameInspector')}
      submit={t('inspection.confirm.nameInspector')}
      pending={pending}
      problem={problem}
      onClose={onClose}
      onSubmit={submit}
    >
      <Select
        label={t('inspection.named')}
        required
        searchable
        data={(people ?? [])
          .filter(({ id, agency }) => !inspects.has(id) && agency !== inspection.agency.code)
          .map(({ id, name, agency }) => ({ value: id, label: `${name} (${agency})` }))}
        nothingFoundMessage={isPending ? t('app.loading') : t('app.nothingFound')}
        value={to}
        onChange={setTo}
        error={said('to', !to)}
        data-autofocus
      />
      <Textarea
        label={t('app.reason')}
        required
        autosize
        minRows={3}
        maxLength={REASON_MAX}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={said('reason', !reason.trim())}
      />
    </FormDialog>
  );
}
