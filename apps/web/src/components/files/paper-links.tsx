import { Button } from '@mantine/core';

export interface PaperLink {
  readonly label: string;
  readonly address: string;
}

/** Papers made from what is recorded, to be saved and finished in Word. */
export function PaperLinks({ papers }: { readonly papers: readonly PaperLink[] }) {
  if (papers.length === 0) return null;
  return (
    <div className="no-print" style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 8 }}>
      {papers.map(({ label, address }) => (
        <Button key={address} component="a" href={address} download variant="default" size="xs">
          {label}
        </Button>
      ))}
    </div>
  );
}
