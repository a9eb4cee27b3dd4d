import { Link } from '@tanstack/react-router';
import { signedName } from '@tinhgon/rules/person';
import type { DocumentView } from '@tinhgon/rules/views/document';
import { useTranslation } from 'react-i18next';
import type { SendDates } from '../../components/dates/date-commands.ts';
import { DocumentContent } from '../../components/document-content.tsx';
import { useDocumentConfirmItems } from '../../components/confirming/use-confirm-items.ts';
import { FilesSection } from '../../components/files/files-section.tsx';
import { LinkedMeasures } from '../../components/linked-measures.tsx';
import { useWords } from '../../language/use-words.ts';
import { type RemarkBody, RemarksProvider } from '../../components/remarks/remarks-context.tsx';
import { type CommandSender, useDocumentCommand } from '../../server/use-command.ts';
import { ReturnedNote } from '../../components/returned/returned-note.tsx';
import { AskedAgain } from './asked-again.tsx';
import { CheckAnswers } from './check-answers.tsx';
import { ConfirmChanges } from './confirm-changes.tsx';
import { type Decidable, isOpen, type SendDecision } from './decidable.ts';
import { DateDetail, isDateStep } from './date-detail.tsx';
import { DecisionBar } from './decision-bar.tsx';
import type { DetailProps } from './detail.tsx';
import { DetailTitle } from './detail-title.tsx';
import styles from './inbox.module.css';
import { isRecordingStep } from './recording/kinds.ts';
import { RecordForm } from './recording/record-form.tsx';
import { DocumentSinceDecision } from './since-decision.tsx';
import { StepFacts } from './step-facts.tsx';

interface DocumentDetailProps extends DetailProps {
  readonly document: DocumentView;
  readonly onReload: () => Promise<unknown>;
}

export function DocumentDetail({
  document,
  step: key,
  check,
  landed,
  several,
  onCheck,
  onDecided,
  onReload,
}: DocumentDetailProps) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const command = useDocumentCommand(document.code);
  const remarkSender = useDocumentCommand(document.code);
  const confirmItems = useDocumentConfirmItems(document).filter((one) => one.step === key);
  const decidable: Decidable = {
    subject: 'document',
    code: document.code,
    title: document.title,
    version: document.version,
    contentHash: document.contentHash,
    steps: document.steps,
    step: document.steps.find((one) => one.key === key),
    actions: document.actions,
    // Once signed, only the announcement can be drafted again.
    returnable: document.steps.filter(
      (one) => one.kind === 'edit' && (document.signedOn === null || one.key === 'draft-announcement'),
    ),
    procedures: document.measures.length + document.hidden,
    at: {},
    part: null,
  };
  // Why the old state would not do stands until the new one is there: before, a decision would be about the old.
  const reload = () => void onReload().then(() => command.clear());
  const shared = { decidable, command: command as SendDecision, onDecided, onReload: reload };
  if (isDateStep(key)) {
    return (
      <DateDetail
        subject="document"
        code={document.code}
        title={document.title}
        agency={name(document.leadAgency.name)}
        dates={document.dates}
        version={document.version}
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
        <dt>{t('document.measures')}</dt>
        <dd>{t('plan.procedureCount', { count: decidable.procedures })}</dd>
      </CheckAnswers>
    );
  }
  return (
    <RemarksProvider
      subject={document}
      sender={remarkSender as CommandSender<RemarkBody>}
      onReload={() => void onReload()}
    >
      <div className={styles.body}>
        <div className="soft small">
          <Link to="/documents/$code" params={{ code: document.code }}>
            {document.code}
          </Link>
          {' · '}
          {capital('documentType', document.type)} · {name(document.leadAgency.name)}
        </div>
        <DetailTitle landed={landed}>{document.title}</DetailTitle>
        {isOpen(decidable.step) && <AskedAgain history={document.history} step={key} />}
        {isOpen(decidable.step) && (
          <div className={styles.note}>
            <ReturnedNote history={document.history} step={key} />
          </div>
        )}
        <dl>
          <StepFacts step={decidable.step} />
          <dt>{t('plan.drafter')}</dt>
          <dd>{signedName(document.createdBy)}</dd>
        </dl>
        {isOpen(decidable.step) && <ConfirmChanges {...shared} items={confirmItems} />}
        {decidable.step && isRecordingStep(decidable.step.key) && (
          <RecordForm
            key={decidable.step.key}
            document={document}
            step={decidable.step.key}
            command={command}
            onDecided={onDecided}
            onReload={reload}
          />
        )}
        {document.readable && (
          <DocumentSinceDecision code={document.code} shown={isOpen(decidable.step) ? confirmItems : []} />
        )}
        <DocumentContent content={document.content} />
        <h2>{t('document.measures')}</h2>
        <LinkedMeasures document={document} />
        {document.readable && (
          <>
            <h2>{t('files.heading')}</h2>
            <FilesSection subject="document" code={document.code} />
          </>
        )}
      </div>
      <DecisionBar {...shared} several={several} onCheck={() => onCheck(true)} />
    </RemarksProvider>
  );
}
