import { Group } from '@mantine/core';
import type { ProposalView } from '@tinhgon/rules/views/baseline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExplainedButton, useReasons } from '../../components/explained-button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useMe } from '../../server/use-me.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useSave } from '../../server/use-save.ts';

/** The second person's answer, and taking it back for the first. */
export function ProposalActions({
  proposal,
  onReload,
}: {
  readonly proposal: ProposalView;
  readonly onReload: () => void;
}) {
  const { t } = useTranslation();
  const { person } = useMe();
  const client = useTRPCClient();
  const [refusing, setRefusing] = useState(false);
  const { id, mayDecide, mayWithdraw } = proposal;
  const decide = useSave(
    (decision: Parameters<typeof client.baselines.decide.mutate>[0]['decision']) =>
      client.baselines.decide.mutate({ id, decision }),
    () => {
      setRefusing(false);
      onReload();
    },
  );
  const mine = mayWithdraw.allowed;
  const reasons = useReasons([mayDecide]);
  if (!person.roles.includes('programme-office')) return null;
  const problem = decide.failure && <FailureNote failure={decide.failure} />;
  return (
    <div style={{ marginTop: 16 }}>
      {!refusing && problem}
      <Group>
        <ExplainedButton
          may={mayDecide}
          loading={decide.pending}
          onClick={() => void decide.run({ decision: 'approve' })}
        >
          {t('baseline.approve')}
        </ExplainedButton>
        <ExplainedButton may={mayDecide} variant="default" onClick={() => setRefusing(true)}>
          {t('baseline.refuse')}
        </ExplainedButton>
        {mine && (
          <ExplainedButton
            may={mayWithdraw}
            variant="default"
            onClick={() => void decide.run({ decision: 'withdraw' })}
          >
            {t('baseline.withdraw')}
          </ExplainedButton>
        )}
      </Group>
      {reasons.map((reason) => (
        <p key={reason} className="small soft">
          {reason}
        </p>
      ))}
      {refusing && (
        <ReasonDialog
          title={t('baseline.refuse')}
          submit={t('baseline.refuse')}
          pending={decide.pending}
          problem={problem}
          onClose={() => setRefusing(false)}
          onSubmit={(reason) => void decide.run({ decision: 'refuse', reason })}
        />
      )}
    </div>
  );
}
