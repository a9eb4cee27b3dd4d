import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeading } from '../../components/page.tsx';
import { useBulk } from '../../components/use-bulk.ts';
import { SelectionBar } from '../../components/selection-bar.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { type DateKey, DOCUMENT_DATES, PLAN_DATES } from '@tinhgon/rules/dates/date';
import { DOCUMENT_STEPS, isOwnStep, PLAN_STEPS, type StepKey } from '@tinhgon/rules/vocabulary';
import { useSelection } from '../../components/use-selection.ts';
import { useTRPC } from '../../server/trpc.ts';
import { AskedOfUs } from './asked-of-us.tsx';
import { Detail } from './detail.tsx';
import { Filters } from './filters.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import styles from './inbox.module.css';
import { itemOf } from './item-id.ts';
import { KeyHelp } from './key-help.tsx';
import { Queue } from './queue.tsx';
import { useQueue } from './use-queue.ts';
import { useSingleKeys } from './use-single-keys.ts';

const route = getRouteApi('/inbox');
const LIMIT = 100;

/** Queue left, detail right; on a phone one of the two. What is read stands in the address. */
export function InboxPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { view = 'mine', subject, q } = search;
  const filters = { view, ...(subject && { subject }), ...(q && { q }) };
  const query = useQuery(trpc.inbox.list.queryOptions({ ...filters, limit: LIMIT }));
  const queue = useQueue(query.data?.items, JSON.stringify(filters));
  const [help, setHelp] = useState(false);
  const [selecting, setSelecting] = useState(false);
  const { shown } = queue;
  const item = search.item ?? shown[0]?.item.id;
  const rows = useMemo(() => shown.filter((row) => !row.gone).map((row) => row.item), [shown]);
  const selection = useSelection(useMemo(() => rows.map(({ id }) => id), [rows]));
  const { toggle } = selection;
  const ticked = rows
    .filter(({ id }) => selection.has(id))
    .flatMap(({ subject: kind, code, step }) =>
      kind === 'plan' || kind === 'document' ? [{ kind, code, ...stepOf(step), ...dateOf(step) }] : [],
    );
  const several = selecting && ticked.length > 0;
  const areDates = ticked.every(({ date }) => date !== undefined);
  const bulk = useBulk();
  const page = useRef<HTMLDivElement>(null);
  /** The item that was opened because the one before was done. */
  const [landed, setLanded] = useState<string | null>(null);

  const open = useCallback(
    (id: string | undefined) =>
      void navigate({ search: (before) => ({ ...before, item: id, check: undefined }), resetScroll: false }),
    [navigate],
  );
  const neighbour = useCallback(
    (step: 1 | -1) => {
      const index = shown.findIndex((row) => row.item.id === item);
      return shown[index + step]?.item.id;
    },
    [shown, item],
  );
  const keys = useMemo(
    () => ({
      j: () => open(neighbour(1) ?? item),
      k: () => open(neighbour(-1) ?? item),
      x: () => {
        setSelecting(true);
        if (item) toggle(item);
      },
      '?': () => setHelp(true),
    }),
    [open, neighbour, item, toggle],
  );
  useSingleKeys(keys);
  // What is decided with a key is what is chosen, or else what is shown.
  useSingleKeys({
    a: () => several && bulk(areDates ? 'approveDateChange' : 'approve', ticked),
    r: () => several && bulk(areDates ? 'refuseDateChange' : 'return', ticked),
  });

  const decided = () => {
    const next =
      shown.find((row) => !row.gone && row.item.id !== item && after(shown, item, row.item.id)) ??
      shown.find((row) => !row.gone && row.item.id !== item);
    queue.renew();
    setLanded(next?.item.id ?? null);
    open(next?.item.id);
    // Nothing is left to go on with: the keyboard is at the top of the page.
    if (!next) page.current?.querySelector('h1')?.focus();
  };
  const chosen = item ? itemOf(item) : null;

  return (
    <div ref={page} className={`${styles.inbox} ${search.item ? styles.reading : ''}`}>
      <PageHeading title={t('inbox.title')} hidden>
        {t('inbox.title')}
      </PageHeading>
      <section className={styles.queue} aria-label={t('inbox.queue')}>
        <div className={styles.queueHead}>
          <Filters counts={query.data?.counts} onHelp={() => setHelp(true)} />
        </div>
        <AskedOfUs />
        <div className={styles.selecting}>
          <button
            type="button"
            className="link-button"
            aria-pressed={selecting}
            onClick={() => setSelecting(!selecting)}
          >
            {t(selecting ? 'operation.selectDone' : 'operation.select')}
          </button>
        </div>
        {selecting && <SelectionBar selection={selection} shown={rows.length} items={ticked} />}
        {queue.fresh > 0 && (
          <button type="button" className={styles.fresh} onClick={queue.renew}>
            {t('inbox.fresh', { count: queue.fresh })}
          </button>
        )}
        <Loaded
          query={query}
          skeleton={
            <div className={styles.pad}>
              <SkeletonLines count={6} height={44} />
            </div>
          }
        >
          {(answer) =>
            shown.length === 0 ? (
              <div className={styles.pad}>
                <EmptyQueue view={view} typed={q} unit={answer.counts.unit} />
              </div>
            ) : (
              <Queue
                rows={shown}
                chosen={item}
                more={answer.nextCursor !== null}
                onOpen={open}
                selection={selecting ? selection : null}
              />
            )
          }
        </Loaded>
      </section>
      <section className={styles.detail} aria-label={t('inbox.detail')}>
        {chosen ? (
          <Detail
            key={item}
            {...chosen}
            check={search.check ?? false}
            onCheck={(check) =>
              void navigate({
                search: (before) => ({ ...before, item, check: check || undefined }),
                resetScroll: false,
              })
            }
            landed={landed === item}
            several={several}
            onDecided={decided}
            onBack={() => open(undefined)}
          />
        ) : (
          shown.length > 0 && (
            <div className={styles.pad}>
              <p className="soft">{t('inbox.chooseOne')}</p>
            </div>
          )
        )}
      </section>
      <KeyHelp opened={help} onClose={() => setHelp(false)} />
    </div>
  );
}

const STEPS: readonly string[] = [...PLAN_STEPS, ...DOCUMENT_STEPS];

/** Which of several open steps was ticked. */
const stepOf = (step: string): { readonly step?: StepKey } =>
  STEPS.includes(step) || isOwnStep(step) ? { step: step as StepKey } : {};

const DATES: readonly string[] = [...PLAN_DATES, ...DOCUMENT_DATES];

/** The date a ticked request is about. */
const dateOf = (step: string): { readonly date?: DateKey } => {
  const date = step.replace(/^date-/, '');
  return date !== step && DATES.includes(date) ? { date: date as DateKey } : {};
};

function after(
  rows: readonly { readonly item: { readonly id: string } }[],
  of: string | undefined,
  id: string,
): boolean {
  return rows.findIndex((row) => row.item.id === id) > rows.findIndex((row) => row.item.id === of);
}
