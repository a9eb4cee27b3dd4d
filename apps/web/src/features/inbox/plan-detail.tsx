import { Link } from '@tanstack/react-router';
import { signedName } from '@tinhgon/rules/person';
import type { PlanView } from '@tinhgon/rules/views/plan';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { askedAgainAt } from '../../components/voided.ts';
import { usePlanConfirmItems } from '../../components/confirming/use-confirm-items.ts';
import { FilesSection } from '../../components/files/files-section.tsx';
import type { SendDates } from '../../components/dates/date-commands.ts';
import { type RemarkBody, RemarksProvider } from '../../components/remarks/remarks-context.tsx';
import { type CommandSender, usePlanCommand } from '../../server/use-command.ts';
import { useWords } from '../../language/use-words.ts';
import { ReturnedNote } from '../../components/returned/returned-note.tsx';
import { AskedAgain } from './asked-again.tsx';
import { CheckAnswers } from './check-answers.tsx';
import { ConfirmChanges } from './confirm-changes.tsx';
import { DateDetail, isDateStep } from './date-detail.tsx';
import { DecisionBar } from './decision-bar.tsx';
import type { DetailProps } from './detail.tsx';
import { DetailTitle } from './detail-title.tsx';
import { Gains } from './gains.tsx';
import styles from './inbox.module.css';
import { LaneFacts } from './lane-facts.tsx';
import { PlanChanges } from './plan-changes.tsx';
import { PlanSinceDecision } from './since-decision.tsx';
import { StepFacts } from './step-facts.tsx';
import { type Decidable, isOpen, type SendDecision } from './decidable.ts';

interface PlanDetailProps extends DetailProps {
  readonly plan: PlanView;
  readonly onReload: () => Promise<unknown>;
}

export function PlanDetail({
  plan,
  step: key,
  check,
  landed,
  several,
  onCheck,
  onDecided,
  onReload,
}: PlanDetailProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const command = usePlanCommand(plan.code);
  const remarkSender = usePlanCommand(plan.code);
  const confirmItems = usePlanConfirmItems(plan).filter((one) => one.step === key);
  const lane = plan.lanes.find((one) => one.step === key);
  // Remarks at procedures that are elsewhere are answered elsewhere.
  const talked = useMemo(
    () => (lane ? { ...plan, remarks: remarksOf(plan, lane.procedureCodes) } : plan),
    [plan, lane],
  );
  const about = lane
    ? { ...plan, measures: plan.measures.filter((one) => lane.procedureCodes.includes(one.procedureCode)) }
    : plan;
  const decidable: Decidable = {
    subject: 'plan',
    code: plan.code,
    title: plan.name,
    version: plan.version,
    contentHash: plan.contentHash,
    steps: plan.steps,
    step: plan.steps.find((one) => one.key === key),
    actions: lane?.actions ?? plan.actions,
    returnable: plan.steps.filter((one) => one.kind === 'edit'),
    procedures: about.measures.length,
    at: { step: key },
    part: lane
      ? {
          procedures: about.measures.map((one) => ({ code: one.procedureCode, name: one.name })),
          of: plan.measures.length,
        }
      : null,
  };
  // Why the old state would not do stands until the new one is there: before, a decision would be about the old.
  const reload = () => void onReload().then(() => command.clear());
  const shared = { decidable, command: command as SendDecision, onDecided, onReload: reload };
  if (isDateStep(key)) {
    return (
      <DateDetail
        subject="plan"
        code={plan.code}
        title={plan.name}
        agency={name(plan.leadAgency.name)}
        dates={plan.dates}
        version={plan.version}
        step={key}
        command={command as SendDates}
        landed={landed}
        onDecided={onDecided}
        onReload={reload}
      />
    );
  }
  // Someone else may have decided meanwhile: then there is nothing left to sign.
  if (check && isOpen(decidable.step)) {
    return (
      <CheckAnswers {...shared} onChange={() => onCheck(false)}>
        <LaneFacts plan={plan} step={key} />
        <dt>{t('inbox.changes')}</dt>
        <dd>
          <Gains plan={about} /> <ChangeLink onChange={() => onCheck(false)} what={t('inbox.changes')} />
        </dd>
        <dt>{t('plan.documents')}</dt>
        <dd>
          {plan.documents.map((document) => document.title).join('; ') || t('content.none')}{' '}
          <ChangeLink onChange={() => onCheck(false)} what={t('plan.documents')} />
        </dd>
      </CheckAnswers>
    );
  }
  return (
    <RemarksProvider
      subject={talked}
      sender={remarkSender as CommandSender<RemarkBody>}
      onReload={() => void onReload()}
    >
      <div className={styles.body}>
        <div className="soft small">
          <Link to="/plans/$code" params={{ code: plan.code }}>
            {plan.code}
          </Link>
          {' · '}
          {name(plan.leadAgency.name)}
        </div>
        <DetailTitle landed={landed}>{plan.name}</DetailTitle>
        {isOpen(decidable.step) && (
          <AskedAgain history={plan.history} step={key} codes={lane?.procedureCodes ?? []} />
        )}
        {isOpen(decidable.step) && (
          <div className={styles.note}>
            <ReturnedNote history={plan.history} step={key} codes={lane?.procedureCodes ?? []} />
          </div>
        )}
        <dl>
          <StepFacts step={decidable.step} />
          <LaneFacts plan={plan} step={key} />
          <dt>{t('plan.drafter')}</dt>
          <dd>
            {signedName(plan.createdBy)}
            {plan.unit && `, ${plan.unit}`}
          </dd>
          {plan.documents.length > 0 && (
            <>
              <dt>{t('plan.documents')}</dt>
              <dd>
                {plan.documents.map((document) => (
                  <div key={document.code}>
                    <Link to="/documents/$code" params={{ code: document.code }}>
                      {document.title}
                    </Link>
                  </div>
                ))}
              </dd>
            </>
          )}
          <dt>{t('inbox.gains')}</dt>
          <dd>
            <Gains plan={about} />
          </dd>
          {plan.grounds && (
            <>
              <dt>{t('plan.grounds')}</dt>
              <dd className="pre">{plan.grounds}</dd>
            </>
          )}
        </dl>
        {isOpen(decidable.step) && <ConfirmChanges {...shared} items={confirmItems} />}
        <PlanSinceDecision code={plan.code} step={key} shown={isOpen(decidable.step) ? confirmItems : []} />
        <PlanChanges plan={about} voided={askedAgainAt(plan.history, key)} />
        <h2>{t('files.heading')}</h2>
        <FilesSection subject="plan" code={plan.code} />
      </div>
      <DecisionBar {...shared} several={several} onCheck={() => onCheck(true)} />
    </RemarksProvider>
  );
}

const remarksOf = ({ remarks }: PlanView, codes: readonly string[]) =>
  remarks.filter(({ procedureCode }) => procedureCode === null || codes.includes(procedureCode));

export function ChangeLink({ onChange, what }: { readonly onChange: () => void; readonly what: string }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="link-button" onClick={onChange}>
      {t('app.change')}
      <span className="visually-hidden"> {what}</span>
    </button>
  );
}
