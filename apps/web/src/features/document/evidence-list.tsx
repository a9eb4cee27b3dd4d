import { Button } from '@mantine/core';
import { signedName } from '@tinhgon/rules/person';
import type { DocumentView } from '@tinhgon/rules/views/document';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { CorrectionDialog } from './correction-dialog.tsx';
import { CorrectionNote } from './correction-note.tsx';
import type { DocumentCommandProps } from './document-actions.tsx';
import styles from './evidence-list.module.css';

type Evidence = DocumentView['evidence'][number];

/** Every piece of evidence, also what was corrected: nothing is overwritten. */
export function EvidenceList({ document, command, onReload }: DocumentCommandProps) {
  const { t } = useTranslation();
  const [correcting, setCorrecting] = useState<Evidence | null>(null);
  if (document.evidence.length === 0) return <p className="soft">{t('document.noEvidence')}</p>;
  const may = document.actions['correctEvidence']?.allowed ?? false;
  return (
    <>
      <ul className={styles.list}>
        {document.evidence.map((evidence) => {
          const correction = document.corrections.find((one) => one.evidenceId === evidence.id);
          return (
            <li key={evidence.id}>
              <EvidenceFacts evidence={evidence} />
              {may && !correction && !evidence.supersededAt && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  className="no-print"
                  onClick={() => {
                    command.clear();
                    setCorrecting(evidence);
                  }}
                >
                  {t('document.correct')}
                </Button>
              )}
              {correction && (
                <CorrectionNote
                  correction={correction}
                  document={document}
                  command={command}
                  onReload={onReload}
                />
              )}
            </li>
          );
        })}
      </ul>
      {correcting && (
        <CorrectionDialog
          evidence={correcting}
          document={document}
          command={command}
          onReload={onReload}
          onClose={() => setCorrecting(null)}
        />
      )}
    </>
  );
}

function EvidenceFacts({ evidence }: { readonly evidence: Evidence }) {
  const { t } = useTranslation();
  const { word } = useWords();
  const format = useFormat();
  return (
    <div className={evidence.supersededAt ? styles.old : undefined}>
      <span className="medium">{word('evidence', evidence.kind)}</span>
      {evidence.number && ` · ${evidence.number}`}
      {' · '}
      {format.day(evidence.date)}
      {evidence.inForceOn && ` · ${t('document.inForceFrom', { day: format.day(evidence.inForceOn) })}`}
      <div className="small soft">
        {evidence.procedureCodes.length > 0 && (
          <>
            {t('plan.procedureCount', { count: evidence.procedureCodes.length })}:{' '}
            {evidence.procedureCodes.join(', ')}
            {' · '}
          </>
        )}
        {t('document.recordedBy', {
          name: signedName(evidence.recordedBy),
          moment: format.moment(evidence.recordedAt),
        })}
        {evidence.supersededAt &&
          ` · ${t('document.superseded', { day: format.dayOf(evidence.supersededAt) })}`}
      </div>
    </div>
  );
}
