import { Button, TextInput } from '@mantine/core';
import { type ReportView, signatureSaved } from '@tinhgon/rules/views/report';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useBytes } from '../../components/files/file-bytes.ts';
import { DropZone } from '../../components/files/drop-zone.tsx';
import { SentSoFar } from '../../components/files/sent-so-far.tsx';
import { useFileForm } from '../../components/files/use-file-form.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useWords } from '../../language/use-words.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useSave } from '../../server/use-save.ts';

const FIELDS = ['number', 'signedOn', 'file'];

interface SignDialogProps {
  readonly report: ReportView;
  readonly onClose: () => void;
}

/** Takes back what the office signed in its own way: the copy, or the number and day of the letter alone. */
export function SignDialog({ report, onClose }: SignDialogProps) {
  const { t } = useTranslation();
  const { reason: words } = useWords();
  const bytes = useBytes();
  const client = useTRPCClient();
  const [number, setNumber] = useState('');
  const [signedOn, setSignedOn] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [tried, setTried] = useState(false);
  const upload = useFileForm();
  const letter = useSave(
    (input: { readonly number: string; readonly signedOn: string }) =>
      client.reports.sign.mutate({ id: report.id, ...input }),
    onClose,
  );
  // What has arrived with its file is read anew like everything else that is saved.
  const arrived = useSave(() => Promise.resolve(), onClose);
  const submit = () => {
    setTried(true);
    const said = number.trim();
    if (said === '' || signedOn === null || upload.percent !== null) return;
    if (file) void give(file, { number: said, signedOn });
    else void letter.run({ number: said, signedOn });
  };
  const give = async (copy: File, fields: { readonly number: string; readonly signedOn: string }) => {
    const path = `/reports/${report.id}/signatures/file`;
    const sent = await upload.send({ path, fields, file: copy, answer: signatureSaved });
    if (sent && 'answer' in sent) await arrived.run(undefined);
  };
  const close = () => {
    upload.stop();
    onClose();
  };
  const failure = file ? upload.failure : letter.failure;
  const failed = failure?.field ?? '';
  const said = (field: string, missing: boolean) => {
    if (failure && failed === field) return failure.message || words(failure.code, failure.details ?? {});
    return tried && missing && t('form.required');
  };
  return (
    <FormDialog
      title={t('report.sign.title')}
      submit={t('report.sign.submit')}
      pending={letter.pending || upload.percent !== null}
      problem={failure && !FIELDS.includes(failed) && <FailureNote failure={failure} />}
      onClose={close}
      onSubmit={submit}
    >
      <p className="soft">{t('report.sign.intro')}</p>
      <TextInput
        label={t('report.sign.number')}
        description={t('report.sign.numberHint')}
        required
        maxLength={200}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
        error={said('number', number.trim() === '')}
        data-autofocus
      />
      <DayInput
        label={t('report.sign.signedOn')}
        required
        value={signedOn}
        onChange={setSignedOn}
        error={said('signedOn', signedOn === null)}
      />
      <div role="group" aria-label={t('report.sign.copy')}>
        <p className="medium" style={{ margin: 0 }}>
          {t('report.sign.copy')} <span className="small soft">({t('app.optional')})</span>
        </p>
        {file ? (
          <p style={{ margin: '8px 0 0', overflowWrap: 'anywhere' }}>
            {file.name} <span className="soft nowrap">{bytes(file.size)}</span>{' '}
            <Button variant="subtle" size="compact-sm" onClick={() => setFile(null)}>
              {t('app.remove')}
            </Button>
          </p>
        ) : (
          <DropZone onFile={setFile} />
        )}
        {failure && failed === 'file' && <FailureNote failure={failure} />}
      </div>
      <SentSoFar percent={upload.percent} />
    </FormDialog>
  );
}
