import type { Problem, ProblemCode } from '../problem.ts';
import type { Language } from './functions.ts';

type Details = Problem['details'];
type Sentences = Readonly<Record<ProblemCode, (details: Details) => string>>;

/** One sentence for each failure: what happened and what to do. */
const en = {
  ALREADY_RUNNING: (d) =>
    `It is already running at ${d['url']}: open that address, or stop it first (Ctrl+C there, or: kill ${d['pid']}).`,
  STILL_RUNNING: (d) =>
    `The system is still running (process ${d['pid']}): stop it with Ctrl+C before deleting its data.`,
  PORT_TAKEN: (d) =>
    `Port ${d['port']} for ${d['what']} is taken by another program: stop that program or choose another port with ${d['variable']}.`,
  NO_POSTGRES_BINARIES: (d) =>
    `There is no embedded PostgreSQL for ${d['platform']}: set DATABASE_URL to a PostgreSQL 16 or newer.`,
  POSTGRES_ROOT: () =>
    'PostgreSQL refuses to run as root and no other way works here: run as a normal user, or set DATABASE_URL.',
  POSTGRES_FAILED: (d) =>
    `PostgreSQL did not start (${d['reason']}): see logs/postgres.log in the data folder, or set DATABASE_URL.`,
  DATABASE_UNREACHABLE: (d) =>
    `The database of DATABASE_URL cannot be reached (${d['reason']}): check the address, the password and that it is running.`,
  DATABASE_TOO_OLD: (d) =>
    `The database is PostgreSQL ${d['version']}: use version 16 or newer, or unset DATABASE_URL for the embedded one.`,
  DISK_FULL: () => 'The disk is full: free some space and start again.',
  NO_TEMPORAL: (d) =>
    `Temporal is not installed and could not be fetched (${d['reason']}): install the temporal command line tool (https://docs.temporal.io/cli), or set TEMPORAL_ADDRESS.`,
  TEMPORAL_FAILED: (d) =>
    `Temporal did not start (${d['reason']}): see logs/temporal.log in the data folder, or set TEMPORAL_ADDRESS.`,
  TEMPORAL_UNREACHABLE: (d) =>
    `Temporal at ${d['address']}, namespace ${d['namespace']}, cannot be reached (${d['reason']}): check TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and the TLS or API key settings.`,
  MIGRATION_FAILED: (d) =>
    `The database could not be brought up to date (${d['reason']}): see logs/migrate.log in the data folder.`,
  WEB_BUILD_FAILED: (d) =>
    `The web application could not be built (${d['reason']}): see logs/web-build.log in the data folder.`,
  CHILD_FAILED: (d) => `${d['what']} does not start (${d['reason']}): see ${d['log']}.`,
  NOT_READY: (d) => `${d['what']} was not ready after ${d['seconds']} s (${d['reason']}): see ${d['log']}.`,
  DEMO_FAILED: (d) =>
    `The demonstration data could not be loaded (${d['reason']}): see logs/demo.log in the data folder; the next start goes on where it stopped.`,
  NOT_RUNNING: () => 'The system is not running: start it first with npm start.',
  ONLY_EMBEDDED_IDENTITY: () =>
    'This works only with the embedded identity provider, and OIDC_ISSUER names another: ask that provider.',
  UNKNOWN_PERSON: (d) => `There is no demo person “${d['user']}”: npm run -s people lists them.`,
  NO_PERSON_NAMED: () =>
    'Say whose token you want: npm run -s token -- --as <demo user> (npm run -s people lists them).',
  NO_BROWSER: () => 'There is no browser for the tests: install Chromium or set CHROMIUM_PATH to one.',
  NO_OFFICE: (d) =>
    `${d['missing']} cannot be found and could not be installed: install LibreOffice (Writer and Calc) and poppler's programs.`,
  NO_TEST_SERVER: (d) =>
    `The time-skipping test server could not be fetched (${d['reason']}): check the network, or install Java and Maven.`,
  PRODUCTION: () =>
    'NODE_ENV is production and the embedded identity provider lets anybody be anybody: set OIDC_ISSUER.',
  WRONG_KEEP: () => 'How many backups to keep (--keep) must be a whole number from 1 on.',
  NO_FOLDER_NAMED: () => 'Say which folder: npm run -s backup -- <folder>, npm run -s restore -- <folder>.',
  ONLY_EMBEDDED_DATABASE: () =>
    'This works only with the embedded PostgreSQL, and DATABASE_URL names another: see docs/backup.md for that one.',
  BAD_MOMENT: (d) => `“${d['at']}” is not a time with its zone: write for example 2026-03-01T09:30:00+07:00.`,
  NOT_EMPTY: (d) =>
    `There is data in ${d['folder']} already: restore into an empty folder (DATA_DIR), or delete this one first.`,
  NO_BACKUP: (d) =>
    d['at'] === ''
      ? `There is no finished backup in ${d['folder']}.`
      : `There is no backup in ${d['folder']} that was finished by ${d['at']}: choose a later time.`,
  RESTORE_FAILED: (d) =>
    `The backup could not be restored (${d['reason']}): choose a time that the archive reaches, or leave --at out for the latest state. Nothing was left behind.`,
  SETTLE_FAILED: (d) =>
    `Temporal could not be brought up to the restored record (${d['reason']}): see logs/settle.log in the data folder and docs/backup.md.`,
  RELEASE_FAILED: (d) => `The release could not be built (${d['reason']}).`,
  NO_TEMPORAL_SERVER: (d) =>
    `The Temporal server is not installed and could not be built (${d['reason']}): install Go 1.26, or put temporal-server and temporal-sql-tool on the PATH.`,
  NO_PROXY: () => 'HAProxy is not installed: install the package haproxy.',
  NO_PYTHON: (d) =>
    `Schemathesis needs Python 3.10 or newer with its module venv (${d['reason']}): install python3 and python3-venv.`,
  NO_SCHEMATHESIS: (d) =>
    `Schemathesis could not be installed from PyPI (${d['reason']}): check the network and try again.`,
  FUZZ_FAILED: (d) => `Schemathesis did not run (${d['reason']}).`,
  BAD_SETTINGS: (d) => `Some settings are wrong: ${d['list']}.`,
} satisfies Sentences;

const vi = {
  ALREADY_RUNNING: (d) =>
    `Hệ thống đang chạy tại ${d['url']}: hãy mở địa chỉ đó, hoặc dừng nó trước (Ctrl+C ở cửa sổ kia, hoặc: kill ${d['pid']}).`,
  STILL_RUNNING: (d) =>
    `Hệ thống vẫn đang chạy (tiến trình ${d['pid']}): hãy dừng bằng Ctrl+C trước khi xóa dữ liệu.`,
  PORT_TAKEN: (d) =>
    `Cổng ${d['port']} của ${d['what']} đã bị chương trình khác chiếm: hãy dừng chương trình đó hoặc chọn cổng khác bằng ${d['variable']}.`,
  NO_POSTGRES_BINARIES: (d) =>
    `Không có PostgreSQL nhúng cho ${d['platform']}: hãy đặt DATABASE_URL tới PostgreSQL 16 trở lên.`,
  POSTGRES_ROOT: () =>
    'PostgreSQL không chạy với quyền root và không có cách nào khác ở máy này: hãy chạy bằng người dùng thường, hoặc đặt DATABASE_URL.',
  POSTGRES_FAILED: (d) =>
    `PostgreSQL không khởi động được (${d['reason']}): xem logs/postgres.log trong thư mục dữ liệu, hoặc đặt DATABASE_URL.`,
  DATABASE_UNREACHABLE: (d) =>
    `Không kết nối được cơ sở dữ liệu ở DATABASE_URL (${d['reason']}): hãy kiểm tra địa chỉ, mật khẩu và xem nó có đang chạy không.`,
  DATABASE_TOO_OLD: (d) =>
    `Cơ sở dữ liệu là PostgreSQL ${d['version']}: hãy dùng bản 16 trở lên, hoặc bỏ DATABASE_URL để dùng bản nhúng.`,
  DISK_FULL: () => 'Ổ đĩa đã đầy: hãy giải phóng dung lượng rồi khởi động lại.',
  NO_TEMPORAL: (d) =>
    `Chưa cài Temporal và không tải được (${d['reason']}): hãy cài công cụ dòng lệnh temporal (https://docs.temporal.io/cli), hoặc đặt TEMPORAL_ADDRESS.`,
  TEMPORAL_FAILED: (d) =>
    `Temporal không khởi động được (${d['reason']}): xem logs/temporal.log trong thư mục dữ liệu, hoặc đặt TEMPORAL_ADDRESS.`,
  TEMPORAL_UNREACHABLE: (d) =>
    `Không kết nối được Temporal tại ${d['address']}, namespace ${d['namespace']} (${d['reason']}): hãy kiểm tra TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE và thiết lập TLS hoặc khóa API.`,
  MIGRATION_FAILED: (d) =>
    `Không cập nhật được cấu trúc cơ sở dữ liệu (${d['reason']}): xem logs/migrate.log trong thư mục dữ liệu.`,
  WEB_BUILD_FAILED: (d) =>
    `Không dựng được ứng dụng web (${d['reason']}): xem logs/web-build.log trong thư mục dữ liệu.`,
  CHILD_FAILED: (d) => `${d['what']} không khởi động được (${d['reason']}): xem ${d['log']}.`,
  NOT_READY: (d) => `${d['what']} chưa sẵn sàng sau ${d['seconds']} giây (${d['reason']}): xem ${d['log']}.`,
  DEMO_FAILED: (d) =>
    `Không nạp được dữ liệu minh họa (${d['reason']}): xem logs/demo.log trong thư mục dữ liệu; lần khởi động sau sẽ làm tiếp.`,
  NOT_RUNNING: () => 'Hệ thống chưa chạy: hãy khởi động trước bằng npm start.',
  ONLY_EMBEDDED_IDENTITY: () =>
    'Lệnh này chỉ dùng được với dịch vụ định danh nhúng, còn OIDC_ISSUER trỏ tới nơi khác: hãy hỏi nơi đó.',
  UNKNOWN_PERSON: (d) => `Không có người dùng thử “${d['user']}”: npm run -s people liệt kê tất cả.`,
  NO_PERSON_NAMED: () =>
    'Hãy nêu người cần mã: npm run -s token -- --as <người dùng thử> (npm run -s people liệt kê tất cả).',
  NO_BROWSER: () => 'Không có trình duyệt cho kiểm thử: hãy cài Chromium hoặc đặt CHROMIUM_PATH.',
  NO_OFFICE: (d) =>
    `Không thấy ${d['missing']} và không tự cài được: hãy cài LibreOffice (Writer và Calc) và các chương trình của poppler.`,
  NO_TEST_SERVER: (d) =>
    `Không tải được máy chủ kiểm thử tua thời gian (${d['reason']}): hãy kiểm tra mạng, hoặc cài Java và Maven.`,
  PRODUCTION: () =>
    'NODE_ENV là production mà dịch vụ định danh nhúng cho ai cũng đăng nhập được: hãy đặt OIDC_ISSUER.',
  WRONG_KEEP: () => 'Số bản sao lưu giữ lại (--keep) phải là số nguyên từ 1 trở lên.',
  NO_FOLDER_NAMED: () => 'Hãy nêu thư mục: npm run -s backup -- <thư mục>, npm run -s restore -- <thư mục>.',
  ONLY_EMBEDDED_DATABASE: () =>
    'Lệnh này chỉ dùng với PostgreSQL nhúng, còn DATABASE_URL trỏ tới nơi khác: xem docs/backup.md.',
  BAD_MOMENT: (d) =>
    `“${d['at']}” không phải là thời điểm có múi giờ: hãy viết, ví dụ, 2026-03-01T09:30:00+07:00.`,
  NOT_EMPTY: (d) =>
    `Thư mục ${d['folder']} đã có dữ liệu: hãy khôi phục vào thư mục trống (DATA_DIR), hoặc xóa thư mục này trước.`,
  NO_BACKUP: (d) =>
    d['at'] === ''
      ? `Không có bản sao lưu hoàn chỉnh nào trong ${d['folder']}.`
      : `Trong ${d['folder']} không có bản sao lưu nào xong trước ${d['at']}: hãy chọn thời điểm muộn hơn.`,
  RESTORE_FAILED: (d) =>
    `Không khôi phục được bản sao lưu (${d['reason']}): hãy chọn thời điểm mà kho lưu trữ có tới, hoặc bỏ --at để lấy trạng thái mới nhất. Không có gì bị để lại.`,
  SETTLE_FAILED: (d) =>
    `Không đưa được Temporal về khớp với hồ sơ đã khôi phục (${d['reason']}): xem logs/settle.log trong thư mục dữ liệu và docs/backup.md.`,
  RELEASE_FAILED: (d) => `Không dựng được bản phát hành (${d['reason']}).`,
  NO_TEMPORAL_SERVER: (d) =>
    `Chưa có máy chủ Temporal và không biên dịch được (${d['reason']}): hãy cài Go 1.26, hoặc đặt temporal-server và temporal-sql-tool vào PATH.`,
  NO_PROXY: () => 'Chưa cài HAProxy: hãy cài gói haproxy.',
  NO_PYTHON: (d) =>
    `Schemathesis cần Python 3.10 trở lên cùng mô-đun venv (${d['reason']}): hãy cài python3 và python3-venv.`,
  NO_SCHEMATHESIS: (d) =>
    `Không cài được Schemathesis từ PyPI (${d['reason']}): hãy kiểm tra mạng rồi thử lại.`,
  FUZZ_FAILED: (d) => `Schemathesis không chạy được (${d['reason']}).`,
  BAD_SETTINGS: (d) => `Có thiết lập sai: ${d['list']}.`,
} satisfies Sentences;

export const PROBLEM_SENTENCES: Readonly<Record<Language, Sentences>> = { en, vi };
