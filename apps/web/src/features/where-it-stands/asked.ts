/** The programme and the day of a question; today when it is left out. */
export interface Asked {
  readonly code: string;
  readonly asAt?: string;
}
