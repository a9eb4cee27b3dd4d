import { MultiSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencySelect } from '../../components/agency-select.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWords } from '../../language/use-words.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { useStart } from '../../server/use-start.ts';

const DAYS = ['periodFrom', 'periodTo', 'from', 'to'] as const;
type Day = (typeof DAYS)[number];
const FIELDS = ['agency', 'subject', 'members', ...DAYS];

/** Who is inspected on what, over which time, on which days and by whom. */
export function OpenInspection({
  onClose,
  onOpened,
}: {
  readonly onClose: () => void;
  readonly onOpened: (code: string) => void;
}) {
  const { t } = useTranslation();
  const { reason } = useWords();
  const { person } = useMe();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { data: people = [] } = useQuery(trpc.inspections.inspectors.queryOptions());
  const [agency, setAgency] = useState<string | null>(null);
  const [subject, setSubject] = useState('');
  const [days, setDays] = useState<Partial<Record<Day, string | null>>>({});
  const [members, setMembers] = useState<string[]>([]);
  const [tried, setTried] = useState(false);
  const start = useStart((input: Parameters<typeof client.inspections.open.mutate>[0]) =>
    client.inspections.open.mutate(input),
  );
  const submit = async () => {
    setTried(true);
    const { periodFrom, periodTo, from, to } = days;
    if (!agency || !subject.trim() || !periodFrom || !periodTo || !from || !to) return;
    const answer = await start.run({
      agency,
      subject: subject.trim(),
      periodFrom,
      periodTo,
      from,
      to,
      members,
    });
    if (answer) onOpened(answer.code);
  };
  const { failure } = start;
  const failedField = failure?.field?.split('.')[0] ?? '';
  const said = (field: string, missing = false) => {
    if (failure && failedField === field) return failure.message || reason(failure.code);
    return tried && missing && t('form.required');
  };
  return (
    <FormDialog
      title={t('inspection.openTitle')}
      submit={t('inspection.openOne')}
      pending={start.pending}
      problem={failure && !FIELDS.includes(failedField) && <FailureNote failure={failure} />}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <AgencySelect
        label={t('inspection.agency')}
        required
        today
        value={agency}
        onChange={setAgency}
        error={said('agency', !agency)}
      />
      <TextInput
        label={t('inspection.subject')}
        required
        maxLength={500}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
        error={said('subject', !subject.trim())}
      />
      {DAYS.map((key) => (
        <DayInput
          key={key}
          label={t(`inspection.${key}`)}
          required
          value={days[key] ?? null}
          onChange={(day) => setDays((before) => ({ ...before, [key]: day }))}
          error={said(key, !days[key])}
        />
      ))}
      <MultiSelect
        label={t('inspection.members')}
        searchable
        data={people
          .filter(({ id }) => id !== person.id)
          .map(({ id, name, agency: of }) => ({ value: id, label: `${name} (${of})` }))}
        nothingFoundMessage={t('app.nothingFound')}
        value={members}
        onChange={setMembers}
        error={said('members')}
      />
    </FormDialog>
  );
}
