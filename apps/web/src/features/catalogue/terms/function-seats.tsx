import { Button, NativeSelect } from '@mantine/core';
import type { FunctionSeat, FunctionSeatView } from '@tinhgon/rules/views/terms';
import { FUNCTIONS } from '@tinhgon/rules/vocabulary';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table.tsx';
import { DayInput } from '../../../components/day-input.tsx';
import { today } from '../../../format/today.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useWords } from '../../../language/use-words.ts';
import { useTRPCClient } from '../../../server/trpc.ts';
import { AgencySelect } from '../../../components/agency-select.tsx';
import { RecordModal } from '../record-modal.tsx';
import { useSave } from '../../../server/use-save.ts';

/** Which agency each national function belongs to: it has moved before, and will again. */
export function FunctionSeats({ seats }: { readonly seats: readonly FunctionSeatView[] }) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  return (
    <section style={{ marginTop: 32 }}>
      <h2>{t('terms.seats')}</h2>
      <p className="soft small">{t('terms.seatsIntro')}</p>
      {seats.length === 0 ? (
        <p className="soft">{t('terms.noSeats')}</p>
      ) : (
        <DataTable
          caption={t('terms.seats')}
          rows={seats}
          rowKey={(row) => `${row.function} ${row.from}`}
          columns={[
            {
              key: 'function',
              heading: t('terms.function'),
              rowHeader: true,
              cell: (row) => capital('function', row.function),
            },
            { key: 'agency', heading: t('terms.agency'), cell: (row) => name(row.agency.name) },
            { key: 'from', heading: t('app.from'), cell: (row) => format.day(row.from) },
            { key: 'to', heading: t('app.to'), cell: (row) => (row.to === null ? '–' : format.day(row.to)) },
          ]}
        />
      )}
      <Button variant="default" size="xs" mt="sm" onClick={() => setAdding(true)}>
        {t('terms.addSeat')}
      </Button>
      {adding && <SeatForm onClose={() => setAdding(false)} />}
    </section>
  );
}

const FIELDS = ['agency', 'from', 'to'];

function SeatForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const client = useTRPCClient();
  const save = useSave((input: FunctionSeat) => client.terms.saveFunctionSeat.mutate(input), onClose);
  const [functionCode, setFunction] = useState<FunctionSeat['function']>('appraisal');
  const [agency, setAgency] = useState<string | null>(null);
  const [from, setFrom] = useState<string | null>(today());
  const [to, setTo] = useState<string | null>(null);
  const { failure } = save;
  const at = (field: string) => (failure?.field === field ? failure.message : undefined);
  return (
    <RecordModal
      title={t('terms.addSeat')}
      pending={save.pending}
      failure={failure && FIELDS.includes(failure.field ?? '') ? null : failure}
      onClose={onClose}
      onSubmit={() => void save.run({ function: functionCode, agency: agency ?? '', from: from ?? '', to })}
    >
      <NativeSelect
        label={t('terms.function')}
        data={FUNCTIONS.map((value) => ({ value, label: capital('function', value) }))}
        value={functionCode}
        onChange={(event) =>
          setFunction(FUNCTIONS.find((value) => value === event.currentTarget.value) ?? functionCode)
        }
      />
      <AgencySelect
        label={t('terms.agency')}
        required
        value={agency}
        onChange={setAgency}
        error={at('agency')}
      />
      <DayInput label={t('app.from')} required value={from} onChange={setFrom} error={at('from')} />
      <DayInput label={t('app.to')} value={to} onChange={setTo} error={at('to')} />
    </RecordModal>
  );
}
