/** The letter that went to the party and those asked with it, or to the party alone. */
export const letterAddress = (code: string, consultationId: string, alone = false): string =>
  `/api/v1/documents/${encodeURIComponent(code)}/papers/consultation-notice.docx?asked=${encodeURIComponent(consultationId)}${alone ? '&alone=true' : ''}`;
