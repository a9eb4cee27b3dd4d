import { Link } from '@tanstack/react-router';
import type { FindingView, InspectionView } from '@tinhgon/rules/views/inspection';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionRow } from '../../components/action-row.tsx';
import { AnswerBy } from '../../components/answer-by.tsx';
import { useAnnounce } from '../../components/announcer.tsx';
import { CommandDialog, type CommandWords } from '../../components/command-dialog.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import type { InspectionCommandBody } from '../../server/use-bottleneck-commands.ts';
import type { CommandSender } from '../../server/use-command.ts';
import styles from './finding-list.module.css';

const TYPES = ['answerFinding', 'confirmRemedied', 'sendBackFinding', 'dropFinding'] as const;
type Action = (typeof TYPES)[number];

interface FindingListProps {
  readonly inspection: InspectionView;
  readonly command: CommandSender<InspectionCommandBody>;
  readonly onReload: () => void;
}

function bodyOf(action: Action, finding: number, { text, day }: CommandWords): InspectionCommandBody {
  switch (action) {
    case 'answerFinding':
      return { type: action, finding, text };
    case 'confirmRemedied':
      return { type: action, finding, ...(text && { note: text }) };
    case 'sendBackFinding':
      return { type: action, finding, reason: text, deadline: day };
    case 'dropFinding':
      return { type: action, finding, reason: text };
  }
}

/** Findings in the order they were noted, each with its way to its end. */
export function FindingList({ inspection, command, onReload }: FindingListProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [open, setOpen] = useState<{ readonly action: Action; readonly finding: FindingView } | null>(null);
  const send = async (action: Action, finding: number, words: CommandWords) => {
    const answer = await command.send(bodyOf(action, finding, words), inspection.version);
    if (!answer) return;
    announce(answer.projected ? t(`inspection.done.${action}`) : t('app.recordedLater'));
    setOpen(null);
  };
  if (inspection.findingList.length === 0) return <p className="soft">{t('inspection.noFindings')}</p>;
  return (
    <>
      <ol className={styles.list}>
        {inspection.findingList.map((finding) => (
          <li key={finding.number}>
            <Finding finding={finding} />
            <ActionRow
              actions={finding.actions}
              types={TYPES.filter((type) => finding.actions[type]?.allowed)}
              main={['answerFinding', 'confirmRemedied']}
              label={(type) => t(`inspection.act.${type}`)}
              onChoose={(action) => {
                command.clear();
                setOpen({ action, finding });
              }}
            />
          </li>
        ))}
      </ol>
      {open && (
        <CommandDialog
          title={t(`inspection.act.${open.action}`)}
          intro={open.finding.text}
          submit={t(`inspection.confirm.${open.action}`)}
          textLabel={t(
            open.action === 'answerFinding'
              ? 'inspection.whatWasDone'
              : open.action === 'confirmRemedied'
                ? 'decision.note'
                : 'app.reason',
          )}
          textOptional={open.action === 'confirmRemedied'}
          {...(open.action === 'sendBackFinding' && { dayLabel: t('inspection.deadline') })}
          pending={command.pending}
          problem={<ConflictNote failure={command.failure} onReload={onReload} />}
          onClose={() => setOpen(null)}
          onSubmit={(words) => void send(open.action, open.finding.number, words)}
        />
      )}
    </>
  );
}

function Finding({ finding }: { readonly finding: FindingView }) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const format = useFormat();
  const { answer, planCode, reason } = finding;
  return (
    <>
      <p>
        <span className="faint">{finding.number}.</span>{' '}
        <strong>{capital('findingPhase', finding.phase)}</strong>
        {finding.timing && ' · '}
        <AnswerBy of="remedy" day={finding.deadline} timing={finding.timing} daysLate={finding.daysLate} />
        {finding.firstDeadline !== finding.deadline && (
          <span className="soft">
            {' · '}
            {t('bottleneck.firstDay', { day: format.day(finding.firstDeadline) })}
          </span>
        )}
      </p>
      <p className="pre">{finding.text}</p>
      <dl>
        {planCode !== null && (
          <>
            <dt>{t('bottleneck.on.plan')}</dt>
            <dd>
              <Link to="/plans/$code" params={{ code: planCode }}>
                {planCode}
              </Link>
            </dd>
          </>
        )}
        <dt>{t('inspection.demand')}</dt>
        <dd className="pre">{finding.demand}</dd>
        {answer && (
          <>
            <dt>{t('inspection.whatWasDone')}</dt>
            <dd>
              <span className="pre">{answer.text}</span>
              <div className="small soft">
                {answer.by.name} · {format.moment(answer.at)}
              </div>
            </dd>
          </>
        )}
        {reason !== null && (
          <>
            <dt>{t('app.reason')}</dt>
            <dd className="pre">{reason}</dd>
          </>
        )}
      </dl>
    </>
  );
}
