import { Button, Textarea, TextInput } from '@mantine/core';
import { signedName } from '@tinhgon/rules/person';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { StepNumber } from '../../components/step-number.tsx';
import { useMe } from '../../server/use-me.ts';
import { type Decidable, type SendDecision, shortHash } from './decidable.ts';
import { DetailTitle } from './detail-title.tsx';
import styles from './inbox.module.css';

interface CheckAnswersProps {
  readonly decidable: Decidable;
  readonly command: SendDecision;
  readonly onChange: () => void;
  readonly onDecided: () => void;
  readonly onReload: () => void;
  /** More rows of what is signed. */
  readonly children: ReactNode;
}

/** What will be signed, row by row, before it is: the last chance to look again. */
export function CheckAnswers({
  decidable,
  command,
  onChange,
  onDecided,
  onReload,
  children,
}: CheckAnswersProps) {
  const { t } = useTranslation();
  const me = useMe();
  const announce = useAnnounce();
  const [decisionNumber, setDecisionNumber] = useState('');
  const [note, setNote] = useState('');
  const { step, contentHash, version, code, title } = decidable;
  const sign = async () => {
    const answer = await command.send(
      {
        type: 'approve',
        ...decidable.at,
        contentHash,
        ...(decisionNumber.trim() && { decisionNumber: decisionNumber.trim() }),
        ...(note.trim() && { note: note.trim() }),
      },
      version,
    );
    if (!answer) return;
    announce(
      answer.projected ? t('decision.done.approve', { title }) : t('app.recordedLater'),
      answer.projected ? 'ok' : 'soon',
    );
    onDecided();
  };
  return (
    <>
      <div className={styles.body}>
        <button type="button" className="link-button" onClick={onChange}>
          ← {t('decision.back')}
        </button>
        <DetailTitle landed>{t('decision.checkTitle')}</DetailTitle>
        <ConflictNote failure={command.failure} onReload={onReload} />
        <dl className={styles.answers}>
          <dt>{t(decidable.subject === 'plan' ? 'inbox.plan' : 'inbox.document')}</dt>
          <dd>
            {title} <span className="faint">{code}</span>
          </dd>
          <dt>{t('inbox.step')}</dt>
          <dd>{step && <StepNumber step={step} />}</dd>
          <dt>{t('decision.outcome')}</dt>
          <dd className="strong">{t('decision.approved')}</dd>
          <dt>{t('decision.signer')}</dt>
          <dd>
            {signedName({
              name: me.person.name,
              ...(step?.standsInFor ? { onBehalfOf: step.standsInFor } : {}),
            })}
          </dd>
          <dt>{t('decision.hash')}</dt>
          <dd>
            <code title={contentHash}>{shortHash(contentHash)}</code>{' '}
            <span className="soft small">{t('decision.hashMeaning')}</span>
          </dd>
          {children}
        </dl>
        <TextInput
          label={t('decision.number')}
          description={t('decision.numberHint')}
          value={decisionNumber}
          onChange={(event) => setDecisionNumber(event.currentTarget.value)}
          maxLength={200}
          maw={420}
          mb="md"
        />
        <Textarea
          label={t('decision.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={2}
          maw={640}
        />
      </div>
      <div className={styles.foot}>
        <div className={styles.buttons}>
          <Button loading={command.pending} onClick={() => void sign()}>
            {t('decision.sign')}
          </Button>
          <Button variant="default" onClick={onChange}>
            {t('decision.backShort')}
          </Button>
        </div>
      </div>
    </>
  );
}
