import { useQuery } from '@tanstack/react-query';
import type { SystemView } from '@tinhgon/rules/views/system';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../components/loaded.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useTRPC } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { Connections } from './connections.tsx';
import { Lost } from './lost.tsx';
import { Mails } from './mails.tsx';
import { Overall } from './overall.tsx';
import { Pace } from './pace.tsx';
import { PartOf } from './part-of.tsx';
import { Scheduled } from './scheduled.tsx';
import { Stuck } from './stuck.tsx';
import { Told } from './told.tsx';
import { Workers } from './workers.tsx';

const ASK_EVERY_MS = 10_000;

/** How the installation does, for those who keep it: what to see to, who works, what waits, what does not get on. */
export function SystemPage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Page title={t('system.title')}>
      {me.may.watchSystem ? <Watched /> : <Note tone="soon">{t('system.notAllowed')}</Note>}
    </Page>
  );
}

function Watched() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.system.look.queryOptions(undefined, { refetchInterval: ASK_EVERY_MS, staleTime: 0 }),
  );
  return (
    <>
      <p className="soft">{t('system.intro')}</p>
      {query.isError && query.data !== undefined && <Lost since={query.dataUpdatedAt} />}
      <Loaded query={query} skeleton={<SkeletonLines count={12} />}>
        {(view) => <Parts view={view} />}
      </Loaded>
    </>
  );
}

function Parts({ view }: { readonly view: SystemView }) {
  const { t } = useTranslation();
  const { ready, workers, record, mails, told, scheduled, stuck } = view;
  return (
    <>
      <Overall view={view} />
      <PartOf id="ready" title={t('system.ready')} part={{ known: true, at: ready.at, facts: ready }}>
        {(facts) => <Connections ready={facts} />}
      </PartOf>
      <PartOf id="workers" title={t('system.workers.title')} part={workers}>
        {(roles) => <Workers roles={roles} at={workers.at} />}
      </PartOf>
      <PartOf id="stuck" title={t('system.stuck.title')} part={stuck}>
        {(page) => <Stuck page={page} />}
      </PartOf>
      <PartOf id="record" title={t('system.pace.title')} part={record}>
        {(pace) => <Pace pace={pace} at={record.at} />}
      </PartOf>
      <PartOf id="scheduled" title={t('system.scheduled.title')} part={scheduled}>
        {(rows) => <Scheduled rows={rows} />}
      </PartOf>
      <PartOf id="mails" title={t('system.mails.title')} part={mails}>
        {(facts) => <Mails mails={facts} />}
      </PartOf>
      <PartOf id="told" title={t('webhook.title')} part={told}>
        {(facts) => <Told told={facts} />}
      </PartOf>
    </>
  );
}
