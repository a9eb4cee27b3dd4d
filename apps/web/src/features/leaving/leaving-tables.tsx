import { NativeSelect } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { LeavingView } from '@tinhgon/rules/views/leaving';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useWords } from '../../language/use-words.ts';
import type { Choices } from './leaving-page.tsx';

interface TableProps {
  readonly view: LeavingView;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

const UNIT = 'unit';

/** Each open step, and where it goes: to somebody, or back to its unit. */
export function LeavingItems({ view, choices, onChoose }: TableProps) {
  const { t } = useTranslation();
  const { capital } = useWords();
  if (view.items.length === 0) return <p className="soft">{t('leaving.noItems')}</p>;
  return (
    <DataTable
      caption={t('leaving.items')}
      rows={view.items}
      rowKey={(item) => item.id}
      columns={[
        {
          key: 'title',
          heading: t('leaving.item'),
          rowHeader: true,
          cell: (item) => (
            <>
              <Link
                to={item.subject === 'plan' ? '/plans/$code' : '/documents/$code'}
                params={{ code: item.code }}
              >
                {item.title}
              </Link>
              <div className="small soft">
                {item.code} · {capital('step', item.step)} ·{' '}
                {t(item.held ? 'leaving.held' : 'leaving.onlyHolder')}
              </div>
            </>
          ),
        },
        {
          key: 'goes',
          heading: t('leaving.goesTo'),
          cell: (item) =>
            item.goesTo === null ? (
              <span className="late">{t('leaving.nobody')}</span>
            ) : item.held ? (
              <NativeSelect
                aria-label={t('leaving.goesToOf', { title: item.title })}
                value={item.goesTo.kind === 'person' ? item.goesTo.person.id : UNIT}
                data={[{ value: UNIT, label: t('leaving.toUnit') }, ...options(item)]}
                onChange={(event) =>
                  onChoose({
                    ...choices,
                    items: { ...choices.items, [item.id]: event.currentTarget.value },
                  })
                }
              />
            ) : (
              t('leaving.toUnit')
            ),
        },
      ]}
    />
  );
}

function options({ candidates, goesTo }: LeavingView['items'][number]) {
  const people = goesTo?.kind === 'person' ? [...candidates, goesTo.person] : candidates;
  const byId = new Map(people.map((person) => [person.id, person.name]));
  return [...byId].map(([value, label]) => ({ value, label }));
}

/** Each function they hold, and who takes it over. */
export function LeavingAssignments({ view, choices, onChoose }: TableProps) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  if (view.assignments.length === 0) return <p className="soft">{t('leaving.noAssignments')}</p>;
  return (
    <DataTable
      caption={t('leaving.assignments')}
      rows={view.assignments}
      rowKey={(held) => held.id}
      columns={[
        {
          key: 'function',
          heading: t('catalogue.function'),
          rowHeader: true,
          cell: (held) =>
            `${capital('function', held.function)}, ${held.agency ? name(held.agency.name) : t('app.nationwide')}`,
        },
        {
          key: 'successor',
          heading: t('leaving.successor'),
          cell: (held) => (
            <NativeSelect
              aria-label={t('leaving.successorOf', { function: capital('function', held.function) })}
              value={choices.successors[held.id] ?? ''}
              data={[
                { value: '', label: t('leaving.noSuccessor') },
                ...view.colleagues.map((person) => ({ value: person.id, label: person.name })),
              ]}
              onChange={(event) => {
                const { [held.id]: _before, ...others } = choices.successors;
                const { value } = event.currentTarget;
                onChoose({ ...choices, successors: value ? { ...others, [held.id]: value } : others });
              }}
            />
          ),
        },
      ]}
    />
  );
}
