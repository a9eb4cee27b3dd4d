import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ChainView, FunctionSeatView } from '@tinhgon/rules/views/terms';
import { useState } from 'react';
import { Loaded } from '../../../components/loaded.tsx';
import { SkeletonLines } from '../../../components/skeleton-lines.tsx';
import { today } from '../../../format/today.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useTRPC } from '../../../server/trpc.ts';
import { ChainChart } from './chain-chart.tsx';
import { ChainEditor } from './chain-editor.tsx';
import { ChainMove } from './chain-move.tsx';
import { FunctionSeats } from './function-seats.tsx';
import styles from './terms.module.css';
import { useChainName } from './use-chain-name.ts';

/** The chains of steps: one per kind of plan and document, in versions. */
export function ChainsTab() {
  const trpc = useTRPC();
  const chains = useQuery(trpc.terms.chains.queryOptions());
  const seats = useQuery(trpc.terms.functionSeats.queryOptions());
  return (
    <Loaded query={chains} skeleton={<SkeletonLines count={10} />}>
      {(all) => <Chains chains={all} seats={seats.data ?? []} />}
    </Loaded>
  );
}

interface ChainsProps {
  readonly chains: readonly ChainView[];
  readonly seats: readonly FunctionSeatView[];
}

function Chains({ chains, seats }: ChainsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const chainName = useChainName();
  const ids = [...new Set(chains.map(({ id }) => id))];
  const [id, setId] = useState(ids[0] ?? '');
  const versions = chains.filter((chain) => chain.id === id);
  const newest = versions[0]?.version ?? 1;
  const [version, setVersion] = useState(newest);
  const [editing, setEditing] = useState(false);
  const chain = versions.find((one) => one.version === version) ?? versions[0];
  if (!chain) return null;
  const day = today();
  const now = seats.filter(({ from, to }) => from <= day && (to === null || to >= day));
  const choose = (next: string) => {
    setId(next);
    setVersion(chains.find((one) => one.id === next)?.version ?? 1);
    setEditing(false);
  };
  return (
    <>
      <p className="soft">{t('terms.chainsIntro')}</p>
      <div className={styles.bar}>
        <NativeSelect
          label={t('terms.chain')}
          data={ids.map((value) => ({ value, label: chainName(value) }))}
          value={id}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        <NativeSelect
          label={t('terms.version')}
          data={versions.map((one) => ({
            value: String(one.version),
            label: t('terms.versionOf', { version: one.version, count: one.running }),
          }))}
          value={String(chain.version)}
          onChange={(event) => {
            setVersion(Number(event.currentTarget.value));
            setEditing(false);
          }}
        />
        {!editing && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t('terms.editChain')}
          </Button>
        )}
      </div>
      <p className="small soft">
        {chain.recorded
          ? t('terms.recorded', { by: chain.recorded.by, at: format.moment(chain.recorded.at) })
          : t('terms.own')}
        {chain.from && ` · ${t('terms.inUse', { from: format.day(chain.from) })}`}
        {chain.to && ` ${t('terms.until', { to: format.day(chain.to) })}`}
      </p>
      {chain.recorded && <p className="pre">{chain.recorded.reason}</p>}
      {editing ? (
        <ChainEditor
          key={`${chain.id} ${chain.version}`}
          chain={chain}
          versions={versions}
          newest={newest}
          seats={now}
          onClose={() => {
            setEditing(false);
            setVersion(newest + 1);
          }}
        />
      ) : (
        <>
          <ChainChart steps={chain.steps} label={t('terms.drawing')} seats={now} />
          {versions.some((one) => one !== chain && one.running > 0) && (
            <ChainMove key={`${chain.id} ${chain.version}`} chain={chain} />
          )}
        </>
      )}
      <FunctionSeats seats={seats} />
    </>
  );
}
