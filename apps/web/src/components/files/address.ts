import { FILE_TYPES, type FileMime } from '@tinhgon/rules/files/file';

/** Where the bytes of a version are. */
export const fileAddress = (fileId: string, version: number): string => `/api/v1/files/${fileId}/${version}`;

/** Whether a file can be looked at here, without another program. */
export const canPreview = (mime: FileMime): boolean => mime !== FILE_TYPES.docx;
