import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { NOTIFICATION_VIEWS } from '@tinhgon/rules/views/notification';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { NewsMarker } from '../../components/news-marker.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useMe } from '../../server/use-me.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';
import { NotificationRow } from './notification-row.tsx';
import styles from './notifications.module.css';
import { useMark } from './use-mark.ts';

const route = getRouteApi('/notifications');

/** What the reader was reminded of, newest first. */
export function NotificationsPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const me = useMe();
  const { view = 'unread' } = route.useSearch();
  const query = usePages(trpc.notifications.list.queryKey({ view }), (cursor) =>
    client.notifications.list.query({ view, ...(cursor && { cursor }) }),
  );
  const { mark, undo, marked, failure, pending } = useMark();
  const first = query.data?.pages[0];
  const newest = first?.items[0]?.id;
  return (
    <Page
      title={t('reminders.title')}
      actions={
        <>
          {newest !== undefined && me.unread > 0 && (
            <Button variant="default" loading={pending} onClick={() => void mark({ upTo: newest })}>
              {t('reminders.markAll')}
            </Button>
          )}
          <Link to="/me/preferences">{t('preferences.how')}</Link>
        </>
      }
    >
      <Views view={view} unread={me.unread} />
      <Undo marked={marked} onUndo={() => void undo()} />
      {failure && <FailureNote failure={failure} />}
      <NewsMarker
        count={Math.max(0, me.unread - (first?.unread ?? me.unread))}
        onShow={() => void query.refetch()}
      />
      <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
        {(data) => {
          const items = data.pages.flatMap((page) => page.items);
          if (items.length === 0)
            return <Empty title={t(`reminders.none.${view}`)}>{t('reminders.noneHint')}</Empty>;
          return (
            <>
              <ul className={styles.rows}>
                {items.map((item) => (
                  <NotificationRow
                    key={item.id}
                    item={item}
                    onMark={(read) => void mark({ ids: [item.id], read })}
                    onOpen={() => {
                      if (item.readAt === null) void mark({ ids: [item.id], read: true });
                    }}
                  />
                ))}
              </ul>
              <MoreButton
                shown={items.length}
                total={data.pages[0]?.total ?? items.length}
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Views({
  view,
  unread,
}: {
  readonly view: (typeof NOTIFICATION_VIEWS)[number];
  readonly unread: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <nav className={styles.views} aria-label={t('reminders.views')}>
      {NOTIFICATION_VIEWS.map((one) => (
        <Link
          key={one}
          to="/notifications"
          search={one === 'unread' ? {} : { view: one }}
          aria-current={one === view ? 'page' : undefined}
          className={one === view ? styles.on : undefined}
        >
          {t(`reminders.view.${one}`)}
          {one === 'unread' && <span className="faint"> {format.number(unread)}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** Says what was marked, and takes it back; its place is kept, so that the list does not jump. */
function Undo({
  marked,
  onUndo,
}: {
  readonly marked: ReturnType<typeof useMark>['marked'];
  readonly onUndo: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div role="status" className={`${styles.undo} no-print`}>
      {marked && marked.ids.length > 0 && (
        <>
          <p>{t(marked.read ? 'reminders.marked' : 'reminders.unmarked', { count: marked.ids.length })}</p>
          <button type="button" className="link-button" onClick={onUndo}>
            {t('reminders.undo')}
          </button>
        </>
      )}
    </div>
  );
}
