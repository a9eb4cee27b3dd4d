import { Button } from '@mantine/core';
import type { DelegationView } from '@tinhgon/rules/views/delegation';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { useDelegating } from './use-delegating.ts';

interface DelegationTableProps {
  readonly caption: string;
  readonly rows: readonly DelegationView[];
  /** Whose name heads the row. */
  readonly other: 'person' | 'substitute';
}

export function DelegationTable({ caption, rows, other }: DelegationTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const client = useTRPCClient();
  const revoke = useDelegating((id: string) => client.delegations.revoke.mutate({ id }), t('absence.ended'));
  const mayEnd = ({ state, person, substitute }: DelegationView) =>
    (state === 'coming' || state === 'running') &&
    (me.may.keepCatalogue || me.person.id === person.id || me.person.id === substitute.id);
  const columns: Column<DelegationView>[] = [
    { key: 'who', heading: t(`absence.${other}`), rowHeader: true, cell: (row) => row[other].name },
    { key: 'form', heading: t('absence.form'), cell: (row) => t(`absence.forms.${row.form}`) },
    {
      key: 'days',
      heading: t('absence.days'),
      cell: (row) => `${format.day(row.from)} – ${format.day(row.to)}`,
    },
    { key: 'scope', heading: t('absence.scope'), cell: (row) => <Scope row={row} /> },
    { key: 'reason', heading: t('app.reason'), cell: (row) => <span className="pre">{row.reason}</span> },
    { key: 'state', heading: t('absence.state'), cell: (row) => <State row={row} /> },
    {
      key: 'end',
      heading: t('catalogue.actions'),
      cell: (row) =>
        mayEnd(row) && (
          <Button
            variant="default"
            size="compact-sm"
            loading={revoke.pending && revoke.input === row.id}
            onClick={() => void revoke.run(row.id)}
          >
            {t('absence.end')}
            <span className="visually-hidden"> {row[other].name}</span>
          </Button>
        ),
    },
  ];
  return (
    <>
      {revoke.failure && <FailureNote failure={revoke.failure} />}
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </>
  );
}

function Scope({ row: { assignments, only } }: { readonly row: DelegationView }) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const what = assignments
    ? assignments
        .map(
          (held) =>
            `${capital('function', held.function)}${held.agency ? `, ${name(held.agency.name)}` : ''}`,
        )
        .join('; ')
    : t('absence.everything');
  return (
    <>
      {what}
      {only && <div className="small soft">{t(`absence.only.${only}`)}</div>}
    </>
  );
}

function State({ row }: { readonly row: DelegationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {t(`absence.states.${row.state}`)}
      <div className="small soft">
        {row.revokedAt && row.revokedBy
          ? t('absence.by', { name: row.revokedBy.name, moment: format.moment(row.revokedAt) })
          : t('absence.by', { name: row.givenBy.name, moment: format.moment(row.givenAt) })}
      </div>
    </>
  );
}
