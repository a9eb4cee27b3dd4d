export interface ConsultationTables {
  consultation: {
    document_code: string;
    id: string;
    /** Null is the public. */
    agency: string | null;
    asked_on: string;
    due_on: string;
    answered_on: string | null;
    points: number;
    responded: number;
  };
}
