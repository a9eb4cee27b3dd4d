import { SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ProposeBaseline as Input } from '@tinhgon/rules/views/catalogue';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useFormat } from '../../format/use-format.ts';
import { today } from '../../format/today.ts';
import { useWords } from '../../language/use-words.ts';
import { CommandIds } from '../../server/command-id.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { useSave } from '../../server/use-save.ts';

const codesIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];
const FIELDS = ['date', 'reason', 'decision', 'members'];
const MODES = ['change', 'all'] as const;
type Mode = (typeof MODES)[number];

/** A dated set of procedures with its reason and the paper it was decided by; large sets come by import. */
export function ProposeBaseline({
  programme,
  onClose,
}: {
  readonly programme: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { reason: words } = useWords();
  const format = useFormat();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const ids = useRef(new CommandIds());
  const label = useId();
  const { data: baselines = [] } = useQuery(trpc.baselines.list.queryOptions({ code: programme }));
  const [date, setDate] = useState<string | null>(today());
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const [signedOn, setSignedOn] = useState<string | null>(null);
  const [chosen, setMode] = useState<Mode>('change');
  const [codes, setCodes] = useState({ add: '', remove: '', all: '' });
  const [tried, setTried] = useState(false);
  const save = useSave(
    (input: Omit<Input, 'id'>) => client.baselines.propose.mutate({ ...input, id: ids.current.idFor(input) }),
    onClose,
  );
  const base = baselines.find((row) => date !== null && row.date <= date && !row.replaced);
  const mode = base ? chosen : 'all';
  const [add, remove, all] = [codesIn(codes.add), codesIn(codes.remove), codesIn(codes.all)];
  const nothing = mode === 'all' ? all.length === 0 : add.length + remove.length === 0;
  const halfPaper = (number.trim() === '') !== (signedOn === null);
  const submit = async () => {
    setTried(true);
    if (date === null || reason.trim() === '' || nothing || halfPaper) return;
    await save.run({
      programme,
      date,
      reason: reason.trim(),
      ...(signedOn !== null && { decision: { number: number.trim(), signedOn } }),
      members: mode === 'all' ? { all } : { add, remove },
    });
  };
  const { failure } = save;
  const failed = failure?.field?.split('.')[0] ?? '';
  const said = (field: string, missing = false) => {
    if (failure && failed === field) return failure.message || words(failure.code);
    return tried && missing ? t('form.required') : undefined;
  };
  const list = (key: keyof typeof codes, count: number, error?: string) => (
    <Textarea
      label={t(`baseline.codes.${key}`, { count, number: format.number(count) })}
      description={t('catalogue.baselineCodesHint')}
      autosize
      minRows={3}
      maxRows={12}
      value={codes[key]}
      onChange={(event) => setCodes({ ...codes, [key]: event.currentTarget.value })}
      error={error}
    />
  );
  return (
    <FormDialog
      title={t('baseline.propose')}
      submit={base || baselines.length > 0 ? t('baseline.send') : t('baseline.set')}
      pending={save.pending}
      problem={failure && !FIELDS.includes(failed) && <FailureNote failure={failure} />}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <p className="soft">{baselines.length > 0 ? t('baseline.takesTwo') : t('baseline.firstHolds')}</p>
      <DayInput
        label={t('progress.from')}
        required
        value={date}
        onChange={setDate}
        error={said('date', date === null)}
      />
      <Textarea
        label={t('app.reason')}
        required
        autosize
        minRows={2}
        maxLength={4_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={said('reason', reason.trim() === '')}
      />
      <TextInput
        label={t('baseline.paperNumber')}
        description={t('baseline.paperHint')}
        maxLength={100}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        error={said('decision', halfPaper && number.trim() === '')}
      />
      <DayInput
        label={t('baseline.paperDay')}
        value={signedOn}
        onChange={setSignedOn}
        error={tried && halfPaper && signedOn === null ? t('form.required') : undefined}
      />
      {base && (
        <div>
          <div id={label}>
            {t('baseline.against', {
              number: format.number(base.count),
              day: format.day(base.date),
            })}
          </div>
          <SegmentedControl
            aria-labelledby={label}
            data={MODES.map((value) => ({ value, label: t(`baseline.modes.${value}`) }))}
            value={mode}
            onChange={(value) => setMode(MODES.find((one) => one === value) ?? 'change')}
          />
        </div>
      )}
      {mode === 'all' ? (
        list('all', all.length, said('members', nothing))
      ) : (
        <>
          {list('add', add.length, said('members', nothing))}
          {list('remove', remove.length)}
        </>
      )}
    </FormDialog>
  );
}
