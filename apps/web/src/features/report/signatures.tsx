import { Button } from '@mantine/core';
import type { ReportView, SignatureView } from '@tinhgon/rules/views/report';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../components/failure-note.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { useSave } from '../../server/use-save.ts';
import styles from './report.module.css';
import { SignDialog } from './sign-dialog.tsx';

/** Whether a report was signed, by what, and what was said of that before. */
export function Signatures({ report }: { readonly report: ReportView }) {
  const { t } = useTranslation();
  const { may } = useMe();
  const [signing, setSigning] = useState(false);
  const [newest] = report.signatures;
  const standing = newest && newest.takenBack === null ? newest : null;
  const earlier = report.signatures.filter(({ takenBack }) => takenBack !== null);
  return (
    <div className={styles.signatures}>
      {standing && <Signature report={report} signature={standing} mayTakeBack={may.import} />}
      {!standing && may.import && (
        <Button variant="default" size="xs" onClick={() => setSigning(true)}>
          {t('report.sign.open')}
        </Button>
      )}
      {signing && !standing && <SignDialog report={report} onClose={() => setSigning(false)} />}
      {earlier.length > 0 && (
        <details className="small">
          <summary>{t('report.sign.earlier', { count: earlier.length })}</summary>
          {earlier.map((one) => (
            <Signature key={one.version} report={report} signature={one} mayTakeBack={false} />
          ))}
        </details>
      )}
    </div>
  );
}

interface SignatureProps {
  readonly report: ReportView;
  readonly signature: SignatureView;
  readonly mayTakeBack: boolean;
}

function Signature({ report, signature, mayTakeBack }: SignatureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useTRPCClient();
  const [takingBack, setTakingBack] = useState(false);
  const { version, number, signedOn, file, by, at, takenBack } = signature;
  const takeBack = useSave(
    (reason: string) => client.reports.takeBackSignature.mutate({ id: report.id, version, reason }),
    () => setTakingBack(false),
  );
  return (
    <div className={styles.signature}>
      <p className="medium">{t('report.sign.signed', { number, day: format.day(signedOn) })}</p>
      {file ? (
        <>
          <p>
            <a href={`/api/v1/reports/${report.id}/signatures/${version}/file`} download>
              {t('report.sign.copy')}: {file.name}
            </a>
          </p>
          <Comparison {...file.comparison} />
        </>
      ) : (
        <p className="small soft">{t('report.sign.noCopy')}</p>
      )}
      <p className="small soft">{t('report.sign.recordedBy', { by, at: format.moment(at) })}</p>
      {takenBack && (
        <p className="small">
          {t('report.sign.takenBack', {
            by: takenBack.by,
            at: format.moment(takenBack.at),
            reason: takenBack.reason,
          })}
        </p>
      )}
      <Hashes report={report} signature={signature} />
      {mayTakeBack && (
        <Button variant="subtle" size="compact-sm" onClick={() => setTakingBack(true)}>
          {t('report.sign.takeBack')}
        </Button>
      )}
      {takingBack && (
        <ReasonDialog
          title={t('report.sign.takeBackTitle')}
          intro={t('report.sign.takeBackIntro')}
          submit={t('report.sign.takeBackConfirm')}
          pending={takeBack.pending}
          problem={takeBack.failure && <FailureNote failure={takeBack.failure} />}
          onClose={() => setTakingBack(false)}
          onSubmit={(reason) => void takeBack.run(reason)}
        />
      )}
    </div>
  );
}

/** Whether the copy says what the report says; where it does not, which lines. */
function Comparison({ outcome, missing }: NonNullable<SignatureView['file']>['comparison']) {
  const { t } = useTranslation();
  return (
    <div className="small" role="status">
      <p className={outcome === 'differs' ? 'late' : 'soft'}>{t(`report.sign.comparison.${outcome}`)}</p>
      {missing.length > 0 && (
        <ul>
          {missing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What was signed, and what came back, to the byte. */
function Hashes({ report, signature }: Pick<SignatureProps, 'report' | 'signature'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { file, originals } = signature;
  return (
    <details className="small">
      <summary>{t('report.sign.hashes')}</summary>
      <dl className={styles.hashes}>
        {file && (
          <div>
            <dt className="soft">{t('report.sign.copy')}</dt>
            <dd>{file.sha256}</dd>
          </div>
        )}
        {originals.map((original) => (
          <div key={original.format}>
            <dt className="soft">
              {t('report.sign.original', {
                format: t(`report.format.${original.format}`),
                day: format.day(report.asAt),
              })}
            </dt>
            <dd>{original.sha256.replace('sha256-', '')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
