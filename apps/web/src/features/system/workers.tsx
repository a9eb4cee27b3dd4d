import type { WorkersView } from '@tinhgon/rules/views/system';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import styles from './system.module.css';

/** For each kind of work: who takes it, and how much of it waits. */
export function Workers({ roles, at }: { readonly roles: readonly WorkersView[]; readonly at: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      caption={t('system.workers.title')}
      rows={roles}
      rowKey={(row) => row.role}
      columns={[
        {
          key: 'role',
          heading: t('system.workers.role'),
          rowHeader: true,
          cell: (row) => (
            <>
              {t(`system.role.${row.role}`)}
              <div className="small soft">
                {t('system.workers.queue', { queue: row.queue })}
                {row.current !== null && (
                  <>
                    <br />
                    {t('system.workers.goesTo', { id: row.current })}
                    {row.ramping !== null && `, ${t('system.workers.partTo', { id: row.ramping })}`}
                  </>
                )}
              </div>
            </>
          ),
        },
        {
          key: 'who',
          heading: t('system.workers.who'),
          cell: (row) => (
            <>
              {!row.served && (
                <div className="late">
                  {t(row.pollers.length === 0 ? 'system.workers.nobody' : 'system.workers.nobodyNow')}
                </div>
              )}
              <ul className={styles.list}>
                {row.pollers.map((poller) => (
                  <li
                    key={`${poller.identity} ${poller.buildId}`}
                    className={poller.state === 'working' ? undefined : 'soft'}
                  >
                    {poller.identity}
                    <span className="small soft">
                      {poller.buildId !== null && ` · ${t('system.workers.version', { id: poller.buildId })}`}
                      {' · '}
                      {t('system.workers.seen', {
                        ago: format.duration(
                          Math.max(0, Date.parse(at) - Date.parse(poller.lastSeenAt)) / 1_000,
                        ),
                      })}
                      {poller.state !== 'working' && ` · ${t(`system.workers.${poller.state}`)}`}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          ),
        },
        {
          key: 'waiting',
          heading: t('system.workers.waiting'),
          cell: (row) =>
            row.waiting === 0
              ? t('system.workers.none')
              : t('system.workers.count', {
                  number: format.number(row.waiting),
                  age: format.duration(row.waitingSeconds),
                }),
        },
      ]}
    />
  );
}
