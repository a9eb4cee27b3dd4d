import type { FileView } from '@tinhgon/rules/views/files';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { canPreview, fileAddress } from './address.ts';
import { useBytes } from './file-bytes.ts';
import styles from './files.module.css';

type Version = FileView['versions'][number];

interface FileRowProps {
  readonly file: FileView;
  /** The step it belongs to, where no heading says it. */
  readonly step: string | null;
  readonly onShow: (version: number) => void;
  readonly onReplace: () => void;
  readonly onDetach: () => void;
}

/** One file with its versions, who sent it when, and what may be done with it. */
export function FileRow({ file, step, onShow, onReplace, onDetach }: FileRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [newest, ...older] = file.versions;
  if (!newest) return null;
  return (
    <li>
      <div className={styles.row}>
        <div>
          <span className="medium">{file.title}</span>{' '}
          <span className="small soft">
            {t(`files.kind.${file.kind}`)}
            {step && ` · ${step}`}
          </span>
          <VersionFacts version={newest} />
          {file.excerpt && (
            <p className="small" style={{ margin: '2px 0 0' }}>
              {t('files.found')}: … {file.excerpt} …
            </p>
          )}
          {file.detached && (
            <p className="small soft" style={{ margin: '2px 0 0' }}>
              {t('files.detachedBy', { by: file.detached.by, at: format.moment(file.detached.at) })}: “
              {file.detached.reason}”
            </p>
          )}
        </div>
        <div className={styles.acts}>
          <Acts file={file} version={newest} onShow={onShow} />
          {file.mayChange && (
            <>
              <button type="button" className="link-button no-print" onClick={onReplace}>
                {t('files.newVersion')}
                <span className="visually-hidden"> {file.title}</span>
              </button>
              <button type="button" className="link-button no-print" onClick={onDetach}>
                {t('files.detach')}
                <span className="visually-hidden"> {file.title}</span>
              </button>
            </>
          )}
        </div>
      </div>
      {older.length > 0 && (
        <details className={styles.versions}>
          <summary className="small">{t('files.older', { count: older.length })}</summary>
          <ol>
            {older.map((version) => (
              <li key={version.version} className={styles.row}>
                <VersionFacts version={version} />
                <span className={styles.acts}>
                  <Acts file={file} version={version} onShow={onShow} />
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

function VersionFacts({ version }: { readonly version: Version }) {
  const { t } = useTranslation();
  const format = useFormat();
  const bytes = useBytes();
  return (
    <div className="small soft">
      {t('files.version', { number: version.version })} · {version.name} · {bytes(version.bytes)} ·{' '}
      {version.attachedBy.name} · {format.moment(version.attachedAt)} ·{' '}
      <span className={styles.hash} title={`SHA-256 ${version.sha256}`}>
        {version.sha256.slice(0, 8)}
      </span>
      {version.text === 'pending' && ` · ${t('files.reading')}`}
    </div>
  );
}

function Acts({
  file,
  version,
  onShow,
}: {
  readonly file: FileView;
  readonly version: Version;
  readonly onShow: (version: number) => void;
}) {
  const { t } = useTranslation();
  const which = (
    <span className="visually-hidden">
      {' '}
      {file.title}, {t('files.version', { number: version.version })}
    </span>
  );
  return (
    <>
      {canPreview(version.mime) && (
        <button type="button" className="link-button no-print" onClick={() => onShow(version.version)}>
          {t('files.show')}
          {which}
        </button>
      )}
      <a href={fileAddress(file.fileId, version.version)} download={version.name}>
        {t('files.download')}
        {which}
      </a>
    </>
  );
}
