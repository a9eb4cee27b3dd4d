import { getRouteApi, Link } from '@tanstack/react-router';
import type { GraphNode } from '@tinhgon/rules/views/dependencies';
import { lazy, Suspense, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import styles from './graph.module.css';
import { GraphTable } from './graph-table.tsx';
import { OpenGroups } from './open-groups.tsx';
import { useGraph } from './use-graph.ts';

// The layout comes with a library of its own: only who looks at a graph loads it.
const Drawing = lazy(() => import('./drawing.tsx').then((module) => ({ default: module.Drawing })));

const route = getRouteApi('/graph');
const PLACES = {
  document: '/documents/$code',
  procedure: '/procedures/$code',
  plan: '/plans/$code',
} as const;

/** Documents and the procedures that need them, around one of them, to be explored from node to node. */
export function GraphPage() {
  const { t } = useTranslation();
  const { focus } = route.useSearch();
  if (!focus) {
    return (
      <Page title={t('dependencies.graph')}>
        <Empty title={t('dependencies.noFocus')}>{t('dependencies.noFocusHint')}</Empty>
      </Page>
    );
  }
  return <Explored key={focus} focus={focus} />;
}

function Explored({ focus }: { readonly focus: string }) {
  const { t } = useTranslation();
  const graph = useGraph(focus);
  const [kind, code = ''] = focus.split('/');
  const title = t('dependencies.graphOf', { code });
  const titleId = useId();
  const table = useRef<HTMLElement>(null);
  const openInTable = (node: GraphNode) => {
    graph.expand(node);
    // The row that was pressed is about to go; the keyboard stays at the table.
    table.current?.focus();
  };
  return (
    <Page
      title={title}
      above={
        <Link to={PLACES[kind as keyof typeof PLACES]} params={{ code }}>
          {t(`dependencies.backTo.${kind as keyof typeof PLACES}`, { code })}
        </Link>
      }
    >
      <Loaded query={graph.first} skeleton={<SkeletonLines count={8} />}>
        {() =>
          graph.drawn.edges.length === 0 ? (
            <Empty title={t('dependencies.nothing')}>{t('dependencies.nothingHint')}</Empty>
          ) : (
            <>
              <p className="soft">{t('dependencies.howTo')}</p>
              {graph.failed && <Note tone="late">{t('dependencies.notExpanded')}</Note>}
              {graph.isFull && <Note tone="soon">{t('dependencies.full')}</Note>}
              <OpenGroups groups={graph.openGroups} onClose={graph.close} />
              <div className={styles.both}>
                <div>
                  <Suspense fallback={<SkeletonLines count={8} />}>
                    <Drawing
                      drawn={graph.drawn}
                      focus={focus}
                      isExpanded={graph.isExpanded}
                      onExpand={graph.expand}
                    />
                  </Suspense>
                </div>
                <section ref={table} tabIndex={-1} aria-labelledby={titleId}>
                  <h2 id={titleId}>{t('dependencies.asTable')}</h2>
                  <GraphTable drawn={graph.drawn} onOpen={openInTable} />
                </section>
              </div>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
