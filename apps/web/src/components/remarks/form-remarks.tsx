import { RemarkThread } from './remark-thread.tsx';
import styles from './remarks.module.css';
import { useOpenRemarks } from './use-open-remarks.ts';

interface FormRemarksProps {
  readonly field: string;
  readonly procedureCode?: string | undefined;
}

/** What is remarked at a line and not settled, where the line is edited: to be read and answered there. */
export function FormRemarks({ field, procedureCode }: FormRemarksProps) {
  const own = useOpenRemarks([field], procedureCode);
  if (own.length === 0) return null;
  return (
    <div className={styles.line}>
      {own.map((remark) => (
        <RemarkThread key={remark.id} remark={remark} />
      ))}
    </div>
  );
}
