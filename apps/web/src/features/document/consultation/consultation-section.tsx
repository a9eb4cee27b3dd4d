import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { roundsOf } from '@tinhgon/rules/consultation/rounds';
import type { ConsultationsView, ConsultationView } from '@tinhgon/rules/views/consultation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExplainedButton } from '../../../components/explained-button.tsx';
import { type PaperLink, PaperLinks } from '../../../components/files/paper-links.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { SkeletonLines } from '../../../components/skeleton-lines.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useTRPC } from '../../../server/trpc.ts';
import type { DocumentCommandProps } from '../document-actions.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { ConsultationTable } from './consultation-table.tsx';
import { letterAddress } from './letter-address.ts';
import { RespondDialog } from './respond-dialog.tsx';

type Open =
  | { readonly kind: 'ask' }
  | { readonly kind: 'answer'; readonly one: ConsultationView }
  | { readonly kind: 'respond'; readonly point: ConsultationView['points'][number] };

/** Who was asked for their opinion of the draft, what they said, and what became of it. */
export function ConsultationSection(props: DocumentCommandProps) {
  const trpc = useTRPC();
  const query = useQuery(trpc.documents.consultations.queryOptions({ code: props.document.code }));
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={3} />}>
      {(view) => <Consultations {...props} view={view} />}
    </Loaded>
  );
}

function Consultations({
  view,
  document,
  command,
  onReload,
}: DocumentCommandProps & { readonly view: ConsultationsView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const { counts, consultations } = view;
  const begin = (next: Open) => {
    command.clear();
    setOpen(next);
  };
  const dialog = { document, command, onReload, onClose: () => setOpen(null) };
  return (
    <>
      <p className={counts.asked === 0 ? 'soft' : undefined}>
        {counts.asked === 0
          ? t('consultation.none')
          : [
              t('consultation.counts', { ...counts }),
              counts.points > 0 && t('consultation.points', { ...counts }),
            ]
              .filter(Boolean)
              .join(' · ')}
      </p>
      {consultations.length > 0 && (
        <ConsultationTable
          view={view}
          code={document.code}
          onAnswer={(one) => begin({ kind: 'answer', one })}
          onRespond={(point) => begin({ kind: 'respond', point })}
        />
      )}
      <PaperLinks papers={useLetters(document.code, consultations)} />
      <Group gap="sm" mt="sm" className="no-print">
        {(view.ask.allowed || counts.asked > 0) && (
          <ExplainedButton may={view.ask} variant="default" onClick={() => begin({ kind: 'ask' })}>
            {t('consultation.ask')}
          </ExplainedButton>
        )}
        {consultations.length > 0 && (
          <Button
            variant="subtle"
            component="a"
            href={`/api/v1/documents/${encodeURIComponent(document.code)}/consultation.csv`}
            download
          >
            {t('consultation.export')}
          </Button>
        )}
      </Group>
      {open?.kind === 'ask' && <AskDialog {...dialog} />}
      {open?.kind === 'answer' && <AnswerDialog {...dialog} one={open.one} />}
      {open?.kind === 'respond' && <RespondDialog {...dialog} point={open.point} />}
    </>
  );
}

/** A letter for all that were asked together. The public gets none. */
function useLetters(code: string, consultations: readonly ConsultationView[]): PaperLink[] {
  const { t } = useTranslation();
  const format = useFormat();
  return roundsOf(consultations.filter(({ agency }) => agency !== null)).flatMap((round) => {
    const [first] = round;
    if (!first) return [];
    const label = t('consultation.letterTo', { count: round.length, day: format.day(first.askedOn) });
    return [{ label, address: letterAddress(code, first.id) }];
  });
}
