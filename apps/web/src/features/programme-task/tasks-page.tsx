import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { TASK_FILTERS, type ProgrammeTaskItem } from '@tinhgon/rules/views/programme-task';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AsAt } from '../../components/as-at.tsx';
import { Empty } from '../../components/empty.tsx';
import { FilterBar, FilterChoice, FilterText } from '../../components/filter-bar.tsx';
import { Page } from '../../components/page.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { ProgrammeLinks } from '../../components/programme-links.tsx';
import { today } from '../../format/today.ts';
import { useWords } from '../../language/use-words.ts';
import { useMe } from '../../server/use-me.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';
import { TaskForm } from './task-form.tsx';
import { TaskHistory } from './task-history.tsx';
import { TaskSentence } from './task-sentence.tsx';
import { TaskTable } from './task-table.tsx';

const route = getRouteApi('/programme-tasks');
const isTask = (subject: string) => subject.startsWith('programme-task/');

/** Tasks of a programme: how many are done as at a day, and who answers for which. */
export function TasksPage() {
  const { t } = useTranslation();
  const me = useMe();
  const code = route.useSearch().programme ?? me.programmes[0]?.code;
  if (code === undefined) {
    return (
      <Page title={t('task.title')}>
        <Empty title={t('progress.noProgramme')}>{t('progress.askOffice')}</Empty>
      </Page>
    );
  }
  return <Tasks programme={code} />;
}

function Tasks({ programme }: { readonly programme: string }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const search = route.useSearch();
  const { asAt, paper, owner, standing, q } = search;
  const navigate = route.useNavigate();
  const [editing, setEditing] = useState<{ readonly task: ProgrammeTaskItem | null } | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const asked = {
    programme,
    ...(asAt && { asAt }),
    ...(paper && { paper }),
    ...(owner && { owner }),
    ...(standing && { standing }),
    ...(q && { q }),
  };
  const query = usePages(trpc.programmeTasks.list.queryKey(asked), (cursor) =>
    client.programmeTasks.list.query({ ...asked, ...(cursor && { cursor }) }),
  );
  const set = (change: typeof search) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const first = query.data?.pages[0];
  const mayEnter = first?.mayEnter ?? false;
  const filtered = Boolean(paper ?? owner ?? standing ?? q);
  return (
    <Page
      title={t('task.title')}
      actions={
        <>
          <AsAt day={asAt ?? today()} chosen={asAt !== undefined} onChoose={(day) => set({ asAt: day })} />
          {mayEnter && <Button onClick={() => setEditing({ task: null })}>{t('task.add')}</Button>}
        </>
      }
    >
      <ProgrammeLinks to="/programme-tasks" chosen={programme} />
      {first && <TaskSentence page={first} search={search} />}
      <FilterBar label={t('task.filters')}>
        <FilterChoice
          label={t('task.paper')}
          any={t('app.any')}
          options={(first?.papers.map((one) => one.paper) ?? (paper ? [paper] : [])).map((value) => ({
            value,
            label: value,
          }))}
          value={paper}
          onChange={(value) => set({ paper: value })}
        />
        <FilterChoice
          label={t('task.owner')}
          any={t('app.any')}
          options={(first?.owners ?? []).map((agency) => ({ value: agency.code, label: name(agency.name) }))}
          value={owner}
          onChange={(value) => set({ owner: value })}
        />
        <FilterChoice
          label={t('task.standing')}
          any={t('app.any')}
          options={TASK_FILTERS.map((value) => ({ value, label: t(`task.part.${value}`) }))}
          value={standing}
          onChange={(value) => set({ standing: value })}
        />
        <FilterText label={t('app.search')} value={q} onChange={(value) => set({ q: value })} />
      </FilterBar>
      <PagedRows
        of="tasks"
        query={query}
        concerns={isTask}
        empty={
          filtered || asAt
            ? { title: t('task.noMatch'), hint: t('task.noMatchHint') }
            : { title: t('task.none'), hint: mayEnter ? t('task.noneHint') : t('progress.askOffice') }
        }
        skeleton={8}
      >
        {(rows) => (
          <TaskTable
            tasks={rows}
            // On another day a task may not be done yet that is done by now.
            mayEdit={mayEnter && asAt === undefined}
            onEdit={(task) => setEditing({ task })}
            onHistory={setTold}
          />
        )}
      </PagedRows>
      {editing && <TaskForm programme={programme} task={editing.task} onClose={() => setEditing(null)} />}
      {told !== null && <TaskHistory code={told} mayEnter={mayEnter} onClose={() => setTold(null)} />}
    </Page>
  );
}
