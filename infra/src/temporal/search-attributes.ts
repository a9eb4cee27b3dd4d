import type { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';

const { IndexedValueType } = proto.temporal.api.enums.v1;
type IndexedValueType = proto.temporal.api.enums.v1.IndexedValueType;

/**
 * What supervisors can filter by in the Temporal UI. The development server's store has room for three lists, three instants,
 * three flags and three numbers besides ten keywords: these fill the lists.
 */
export const SEARCH_ATTRIBUTES: Readonly<Record<string, IndexedValueType>> = {
  TgMinistry: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  TgProgramme: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  TgPhase: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD,
  TgStep: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
  TgWaitingOn: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
  TgOwner: IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD_LIST,
  TgDue: IndexedValueType.INDEXED_VALUE_TYPE_DATETIME,
  TgOverdue: IndexedValueType.INDEXED_VALUE_TYPE_BOOL,
  TgProcedures: IndexedValueType.INDEXED_VALUE_TYPE_INT,
};

/** Registers the search attributes that are missing, on the development server or any other. Doing it again changes nothing. */
export async function registerSearchAttributes(
  connection: Pick<Connection, 'operatorService'>,
  namespace: string,
): Promise<void> {
  const known = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = Object.entries(SEARCH_ATTRIBUTES).filter(
    ([name]) => known.customAttributes[name] === undefined,
  );
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing),
  });
}
