import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DependantsView } from '@tinhgon/rules/views/dependencies';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import filters from '../../components/filter-bar.module.css';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';

const TYPING_MS = 300;
const STEP = 50;
const MOST = 500;

/** The procedures a document holds, by name and ministry; unfolded by who wants to read them one by one. */
export function HeldList({ code, holds }: { readonly code: string; readonly holds: DependantsView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('dependencies.list')}</summary>
      {open && <List code={code} holds={holds} />}
    </details>
  );
}

function List({ code, holds }: { readonly code: string; readonly holds: DependantsView }) {
  const { t } = useTranslation();
  const { name, word } = useWords();
  const trpc = useTRPC();
  const [typed, setTyped] = useState('');
  const [ministry, setMinistry] = useState('');
  const [limit, setLimit] = useState(STEP);
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const query = useQuery({
    ...trpc.dependencies.dependants.queryOptions({
      code,
      limit,
      ...(q && { q }),
      ...(ministry && { ministry }),
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <div className={filters.bar} role="search" aria-label={t('dependencies.filters')}>
        <TextInput
          type="search"
          label={t('dependencies.find')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          className={filters.text}
        />
        <NativeSelect
          label={t('dependencies.ministry')}
          data={[
            { value: '', label: t('app.any') },
            ...holds.byMinistry.map(({ agency }) => ({ value: agency.code, label: name(agency.name) })),
          ]}
          value={ministry}
          onChange={(event) => setMinistry(event.currentTarget.value)}
        />
      </div>
      <Loaded query={query} skeleton={<SkeletonLines count={4} />}>
        {(found) => (
          <>
            {found.items.length === 0 ? (
              <p className="soft">{t('app.nothingFound')}</p>
            ) : (
              <DataTable
                caption={t('dependencies.list')}
                rows={found.items}
                rowKey={(row) => `${row.planCode}/${row.procedureCode}`}
                columns={[
                  {
                    key: 'procedure',
                    heading: t('document.procedure'),
                    rowHeader: true,
                    cell: (row) => (
                      <>
                        <Link to="/procedures/$code" params={{ code: row.procedureCode }}>
                          {name(row.name)}
                        </Link>{' '}
                        <span className="faint small">{row.procedureCode}</span>
                        {row.otherDocuments.length > 0 && (
                          <div className="small soft">
                            {t('dependencies.alsoNeeds', { codes: row.otherDocuments.join(', ') })}
                          </div>
                        )}
                      </>
                    ),
                  },
                  {
                    key: 'measure',
                    heading: t('document.measure'),
                    cell: (row) => word('measure', row.measure),
                  },
                  {
                    key: 'ministry',
                    heading: t('dependencies.ministry'),
                    cell: (row) => name(row.ministry.name),
                  },
                ]}
              />
            )}
            {found.hidden > 0 && (
              <p className="small soft">{t('dependencies.unseen', { count: found.hidden })}</p>
            )}
            {found.nextCursor !== null && limit < MOST && (
              <Button
                variant="default"
                loading={query.isFetching}
                onClick={() => setLimit(Math.min(limit + STEP * 3, MOST))}
              >
                {t('dependencies.more', { shown: found.items.length, total: found.total })}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
