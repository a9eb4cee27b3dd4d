import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { agencyView } from '@tinhgon/rules/views/catalogue';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ListCount } from '../../components/list-count.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { matches } from '../../format/matches.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useMe } from '../../server/use-me.ts';
import { useTRPC } from '../../server/trpc.ts';
import { AgencyForm } from './agency-form.tsx';
import styles from './catalogue.module.css';

export type AgencyRow = z.infer<typeof agencyView>;

export function AgenciesTab() {
  const { t } = useTranslation();
  const me = useMe();
  const { name } = useWords();
  const format = useFormat();
  const trpc = useTRPC();
  const query = useQuery(trpc.catalogue.agencies.queryOptions());
  const [find, setFind] = useState('');
  const [open, setOpen] = useState<{ readonly agency: AgencyRow | null } | null>(null);
  const nameOf = (row: AgencyRow) => name({ vi: row.nameVi, en: row.nameEn });
  return (
    <>
      <div className={styles.head}>
        <TextInput
          type="search"
          label={t('catalogue.findAgency')}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        {me.may.import && (
          <Button variant="default" component={Link} to="/operations/agencies">
            {t('operation.changeLink')}
          </Button>
        )}
        <Button onClick={() => setOpen({ agency: null })}>{t('catalogue.addAgency')}</Button>
      </div>
      <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
        {(agencies) => {
          const rows = agencies.filter((agency) => matches(find, ...namesOf(agency)));
          if (rows.length === 0)
            return <Empty title={t('catalogue.noAgencies')}>{t('catalogue.noAgenciesHint')}</Empty>;
          return (
            <>
              <ListCount of="agencies" count={rows.length} />
              <DataTable
                caption={t('catalogue.tab.agencies')}
                rows={rows}
                rowKey={(row) => row.code}
                columns={[
                  {
                    key: 'name',
                    heading: t('catalogue.agency'),
                    rowHeader: true,
                    cell: (row) => (
                      <>
                        {nameOf(row)} <span className="small faint">{row.code}</span>
                        {row.formerNames.map((former) => (
                          <div key={former.until} className="small soft">
                            {t('catalogue.formerName', {
                              name: name({ vi: former.nameVi, en: former.nameEn }),
                              day: format.day(former.until),
                            })}
                          </div>
                        ))}
                      </>
                    ),
                  },
                  {
                    key: 'kind',
                    heading: t('catalogue.kind'),
                    cell: (row) => t(`catalogue.kinds.${row.kind}`),
                  },
                  {
                    key: 'dates',
                    heading: t('catalogue.exists'),
                    cell: (row) =>
                      [
                        t('catalogue.since', { day: format.day(row.from) }),
                        row.to && t('catalogue.until', { day: format.day(row.to) }),
                      ]
                        .filter(Boolean)
                        .join(' '),
                  },
                  {
                    key: 'successor',
                    heading: t('catalogue.successor'),
                    cell: (row) => {
                      const next = agencies.find((one) => one.code === row.successor);
                      return next ? nameOf(next) : '–';
                    },
                  },
                  {
                    key: 'people',
                    heading: t('catalogue.tab.people'),
                    numeric: true,
                    cell: (row) => format.number(row.people),
                  },
                  {
                    key: 'edit',
                    heading: t('catalogue.actions'),
                    cell: (row) => (
                      <button type="button" className="link-button" onClick={() => setOpen({ agency: row })}>
                        {t('app.edit')}
                        <span className="visually-hidden"> {nameOf(row)}</span>
                      </button>
                    ),
                  },
                ]}
              />
            </>
          );
        }}
      </Loaded>
      {open && <AgencyForm agency={open.agency} onClose={() => setOpen(null)} />}
    </>
  );
}

/** Everything it is or was called. */
const namesOf = ({ code, nameVi, nameEn, formerNames }: AgencyRow) => [
  code,
  nameVi,
  nameEn,
  ...formerNames.flatMap((former) => [former.nameVi, former.nameEn]),
];
