import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { personView } from '@tinhgon/rules/views/catalogue';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ListCount } from '../../components/list-count.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { matches } from '../../format/matches.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { AssignmentForm } from './assignment-form.tsx';
import styles from './catalogue.module.css';
import { EndAssignmentForm } from './end-assignment-form.tsx';
import { PersonForm } from './person-form.tsx';
import { RemovePasskeysForm } from './remove-passkeys-form.tsx';

export type PersonRow = z.infer<typeof personView>;
type Held = PersonRow['assignments'][number];
type Open =
  | { readonly kind: 'person'; readonly person: PersonRow | null }
  | { readonly kind: 'assign'; readonly person: PersonRow }
  | { readonly kind: 'removePasskeys'; readonly person: PersonRow }
  | { readonly kind: 'end'; readonly held: Held };

export function PeopleTab() {
  const { t } = useTranslation();
  const { name } = useWords();
  const trpc = useTRPC();
  const query = useQuery(trpc.catalogue.people.queryOptions());
  const [open, setOpen] = useState<Open | null>(null);
  const [find, setFind] = useState('');
  const close = () => setOpen(null);
  return (
    <>
      <div className={styles.head}>
        <TextInput
          type="search"
          label={t('catalogue.findPerson')}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <Button onClick={() => setOpen({ kind: 'person', person: null })}>{t('catalogue.addPerson')}</Button>
      </div>
      <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
        {(people) => {
          const rows = people.filter((person) =>
            matches(find, person.name, person.id, name(person.agencyName)),
          );
          return rows.length === 0 ? (
            <Empty title={t('catalogue.noPeople')}>{t('catalogue.noPeopleHint')}</Empty>
          ) : (
            <>
              <ListCount of="people" count={rows.length} />
              <PeopleTable rows={rows} onOpen={setOpen} />
            </>
          );
        }}
      </Loaded>
      {open?.kind === 'person' && <PersonForm person={open.person} onClose={close} />}
      {open?.kind === 'assign' && <AssignmentForm person={open.person} onClose={close} />}
      {open?.kind === 'removePasskeys' && <RemovePasskeysForm person={open.person} onClose={close} />}
      {open?.kind === 'end' && <EndAssignmentForm held={open.held} onClose={close} />}
    </>
  );
}

function PeopleTable({
  rows,
  onOpen,
}: {
  readonly rows: readonly PersonRow[];
  readonly onOpen: (open: Open) => void;
}) {
  const { t } = useTranslation();
  const { name, word } = useWords();
  const format = useFormat();
  const me = useMe();
  // The programme office sees every plan, and so where each of its steps may go.
  const seesOff = me.person.roles.includes('programme-office');
  const columns: Column<PersonRow>[] = [
    {
      key: 'name',
      heading: t('catalogue.person'),
      rowHeader: true,
      cell: (row) => (
        <>
          {row.name}
          {!row.active && <span className="soft"> · {t('catalogue.inactive')}</span>}
          <div className="small faint">{row.id}</div>
        </>
      ),
    },
    { key: 'agency', heading: t('catalogue.agency'), cell: (row) => name(row.agencyName) },
    {
      key: 'roles',
      heading: t('catalogue.roles'),
      cell: (row) => row.roles.map((role) => word('role', role)).join(', ') || '–',
    },
    {
      key: 'assignments',
      heading: t('catalogue.assignments'),
      cell: (row) => (
        <ul className={styles.held}>
          {row.assignments.map((held) => (
            <li key={held.id}>
              {word('function', held.function)} · {held.agency ? name(held.agency.name) : t('app.nationwide')}
              <span className="small soft">
                {' '}
                {t('catalogue.since', { day: format.day(held.from) })}
                {held.to && ` ${t('catalogue.until', { day: format.day(held.to) })}`}
              </span>{' '}
              {!held.to && (
                <button
                  type="button"
                  className="link-button small"
                  onClick={() => onOpen({ kind: 'end', held })}
                >
                  {t('catalogue.end')}
                  <span className="visually-hidden">
                    {' '}
                    {word('function', held.function)}, {row.name}
                  </span>
                </button>
              )}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'actions',
      heading: t('catalogue.actions'),
      cell: (row) => (
        <>
          <button
            type="button"
            className="link-button"
            onClick={() => onOpen({ kind: 'person', person: row })}
          >
            {t('app.edit')}
            <span className="visually-hidden"> {row.name}</span>
          </button>{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => onOpen({ kind: 'assign', person: row })}
          >
            {t('catalogue.assign')}
            <span className="visually-hidden"> {row.name}</span>
          </button>{' '}
          {row.active && (
            <Link to="/absence" search={{ person: row.id }}>
              {t('absence.title')}
              <span className="visually-hidden"> {row.name}</span>
            </Link>
          )}{' '}
          {row.passkeys > 0 && me.person.roles.includes('administrator') && (
            <button
              type="button"
              className="link-button"
              onClick={() => onOpen({ kind: 'removePasskeys', person: row })}
            >
              {t('catalogue.removePasskeys')}
              <span className="visually-hidden"> {row.name}</span>
            </button>
          )}{' '}
          {row.active && seesOff && row.id !== me.person.id && (
            <Link to="/leaving" search={{ person: row.id }}>
              {t('leaving.title')}
              <span className="visually-hidden"> {row.name}</span>
            </Link>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable caption={t('catalogue.tab.people')} columns={columns} rows={rows} rowKey={(row) => row.id} />
  );
}
