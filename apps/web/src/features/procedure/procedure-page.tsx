import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { procedureCost } from '@tinhgon/rules/views/cost';
import type { ProcedureView } from '@tinhgon/rules/views/totals';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { BottlenecksOn } from '../../components/bottlenecks-on.tsx';
import cols from '../../components/cols.module.css';
import { CONTENT_ROWS, contentText } from '@tinhgon/rules/content-text';
import { CostResult } from '../../components/cost/cost-result.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { WaitsFor } from '../../components/waits-for.tsx';
import { useContentWords } from '../../components/use-content-words.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import { EvidenceCard } from './evidence-card.tsx';

const route = getRouteApi('/procedures/$code');

/** One procedure: whether it counts and the evidence for it, down to who recorded each date. */
export function ProcedurePage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const { programme, asAt } = route.useSearch();
  const trpc = useTRPC();
  const query = useQuery(
    trpc.procedures.get.queryOptions({ code, ...(programme && { programme }), ...(asAt && { asAt }) }),
  );
  if (!query.data) {
    return (
      <Page title={t('procedure.titleOf', { code })}>
        <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return <Procedure procedure={query.data} asAt={asAt} programme={programme} />;
}

type Detail = ProcedureView & {
  readonly current: Parameters<typeof contentText>[0];
  readonly cost: z.infer<typeof procedureCost> | null;
};

interface ProcedureProps {
  readonly procedure: Detail;
  readonly asAt: string | undefined;
  readonly programme: string | undefined;
}

function Procedure({ procedure, asAt, programme }: ProcedureProps) {
  const { t } = useTranslation();
  const { name, word, capital } = useWords();
  const words = useContentWords();
  const format = useFormat();
  const above = [
    procedure.code,
    name(procedure.ministry.name),
    procedure.field,
    procedure.level && word('level', procedure.level),
  ].filter(Boolean);
  const content = CONTENT_ROWS.map((row) => ({
    row,
    text: contentText(procedure.current, row, words),
  })).filter(({ text }) => text);
  return (
    <Page title={name(procedure.name)} above={above.join(' · ')}>
      <p>
        {procedure.simplified && procedure.countsOn ? (
          <span className="ok">✓ {t('procedure.counts', { day: format.day(procedure.countsOn) })}</span>
        ) : procedure.countsOn ? (
          <span className="soon">{t('procedure.willCount', { day: format.day(procedure.countsOn) })}</span>
        ) : (
          <span className="soft">{t('procedure.notCounted')}</span>
        )}
        {asAt && <span className="soft"> · {t('progress.asAt', { day: format.day(asAt) })}</span>}
        {programme && !procedure.inBaseline && (
          <span className="soft"> · {t('procedure.notInBaseline')}</span>
        )}
      </p>
      {programme && procedure.simplified && !procedure.inBaseline && (
        <p className="soft">
          {t('procedure.countsOutside')}{' '}
          <Link to="/baselines" search={{ programme }}>
            {t('progress.baselineHistory')}
          </Link>
        </p>
      )}
      <dl>
        {procedure.measure && (
          <>
            <dt>{t('procedure.measure')}</dt>
            <dd>{capital('measure', procedure.measure)}</dd>
          </>
        )}
        {procedure.plan && (
          <>
            <dt>{t('procedure.plan')}</dt>
            <dd>
              <Link to="/plans/$code" params={{ code: procedure.plan }}>
                {procedure.plan}
              </Link>
            </dd>
          </>
        )}
      </dl>
      <section className={cols.section}>
        <h2>{t('dependencies.waitsFor')}</h2>
        <WaitsFor code={procedure.code} />
      </section>
      <section className={cols.section}>
        <h2>{t('procedure.evidence')}</h2>
        {procedure.evidence.length === 0 ? (
          <p className="soft">{t('procedure.noEvidence')}</p>
        ) : (
          procedure.evidence.map((evidence) => (
            <EvidenceCard key={evidence.documentCode} evidence={evidence} />
          ))
        )}
      </section>
      <section className={cols.section}>
        <h2>{t('bottleneck.listTitle')}</h2>
        <BottlenecksOn subject={{ kind: 'procedure', code: procedure.code, title: name(procedure.name) }} />
      </section>
      {procedure.cost && (
        <section className={cols.section}>
          <h2>{t('cost.title')}</h2>
          <p className="soft small">
            {t(procedure.cost.counts ? 'procedure.costCounts' : 'procedure.costProposed')}
          </p>
          <CostResult sheet={procedure.cost.sheet} />
        </section>
      )}
      {content.length > 0 && (
        <section className={cols.section}>
          <h2>{t('procedure.current')}</h2>
          <dl>
            {content.map(({ row, text }) => (
              <div key={row} style={{ display: 'contents' }}>
                <dt>{t(`content.row.${row}`)}</dt>
                <dd className="pre">{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </Page>
  );
}
