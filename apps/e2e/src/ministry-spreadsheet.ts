import writeXlsx from 'write-excel-file/node';

const text = (value: string) => ({ value });
const day = (value: string) => ({ value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' });
const over = (value: string, columnSpan: number) => [
  { value, columnSpan },
  ...Array.from({ length: columnSpan - 1 }, () => null),
];

/**
 * A list of procedures as a ministry keeps it: a covering sheet, titles above the table, headings on two rows, numbers
 * of the columns, agencies by name, days in two ways, and below it a total and who made it. Rows 10 and 11 hold mistakes, and row 12 is no procedure. `mark`
 * makes codes, names and headings its own.
 */
export async function ministrySpreadsheet(mark: string): Promise<Buffer> {
  const row = (number: number, name: string, ...others: (object | null)[]) => [
    text(String(number)),
    text(`7.${mark}${number}`),
    text(`${name} ${mark}`),
    ...others,
  ];
  const { toBuffer } = writeXlsx([
    { sheet: 'Công văn', data: [[text('Kèm theo Công văn số 1234/BTP-KSTT')]] },
    {
      sheet: 'Phụ lục I',
      data: [
        [...over('BỘ TƯ PHÁP', 3), ...over('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 5)],
        [...over('CỤC KIỂM SOÁT TTHC', 3), ...over('Độc lập - Tự do - Hạnh phúc', 5)],
        [],
        over('DANH MỤC THỦ TỤC HÀNH CHÍNH THUỘC PHẠM VI QUẢN LÝ', 8),
        [
          { value: 'STT', rowSpan: 2 },
          { value: 'Mã số TTHC', rowSpan: 2 },
          { value: 'Tên thủ tục hành chính', rowSpan: 2 },
          { value: 'Lĩnh vực', rowSpan: 2 },
          { value: 'Quản lý', columnSpan: 2 },
          null,
          { value: 'Cấp giải quyết', rowSpan: 2 },
          { value: `Ghi chú ${mark}`, rowSpan: 2 },
        ],
        [null, null, null, null, text('Cơ quan'), text('Từ ngày'), null, null],
        ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'].map(text),
        row(1, 'Cấp bản sao', text('Hộ tịch'), text('Bộ Tư pháp'), text('01/03/2025'), text('Cấp xã'), null),
        row(2, 'Đổi giấy', text('Hộ tịch'), text('Bộ Tư phap'), day('2025-03-01'), text('Cấp tỉnh'), null),
        row(3, 'Thu giấy', text('Chứng thực'), text('Bộ Tư pháp'), text('31/02/2025'), text('Xã'), null),
        [
          text('4'),
          null,
          text(`Hủy giấy ${mark}`),
          text('Chứng thực'),
          text('BTP'),
          null,
          text('cấp vùng'),
          null,
        ],
        [null, null, text('Tổng cộng: 4 thủ tục'), null, null, null, null, null],
        [null, null, null, null, null, null, null, text('Người lập biểu')],
      ],
    },
  ]);
  return toBuffer();
}
