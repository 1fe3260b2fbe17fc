package qiyue.register;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteOpenMode;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.problem.Visible;

/** A register in one file, by SQLite: how it is told from other files, made, and opened. */
final class SqliteFile {
    /** What tells a register from other databases of SQLite: {@code QYRG}. */
    private static final int APPLICATION = 0x51595247;

    /** How it is laid out; a file with a higher number was made by a newer version. */
    static final int LAYOUT = 1;

    private static final int PATIENCE_MILLIS = 20_000;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    private static final String REFUSED = "SELECT RAISE(ABORT, 'a register is only added to'); END";

    /** Nothing that was entered can be changed or removed, nor counted otherwise, by whoever opens the file with SQL. */
    static final Map<String, String> GUARDS = guards();

    private static final String[] TABLES = {
        "CREATE TABLE entry (sequence INTEGER PRIMARY KEY, chain TEXT NOT NULL, number INTEGER NOT NULL, kind TEXT NOT NULL,"
                + " facility TEXT NOT NULL, name TEXT NOT NULL, digest TEXT NOT NULL UNIQUE, line TEXT NOT NULL,"
                + " seal TEXT NOT NULL, UNIQUE (chain, number))",
        "CREATE INDEX entry_of_facility ON entry (facility, sequence)",
        "CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), count INTEGER NOT NULL, seal TEXT NOT NULL)",
        "INSERT INTO state (id, count, seal) VALUES (1, 0, '')"
    };

    private final Path path;

    private SqliteFile(Path path) {
        this.path = path;
    }

    private static Map<String, String> guards() {
        Map<String, String> guards = new LinkedHashMap<>();
        guard(guards, "entry_stays", "BEFORE UPDATE ON entry BEGIN ");
        guard(guards, "entry_is_kept", "BEFORE DELETE ON entry BEGIN ");
        guard(
                guards,
                "entry_follows",
                "BEFORE INSERT ON entry WHEN NEW.sequence <> (SELECT count + 1 FROM state) BEGIN ");
        guard(guards, "state_counts", "BEFORE UPDATE ON state WHEN NEW.count <> OLD.count + 1 BEGIN ");
        guard(guards, "state_is_kept", "BEFORE DELETE ON state BEGIN ");
        return guards;
    }

    private static void guard(Map<String, String> guards, String name, String when) {
        guards.put(name, "CREATE TRIGGER " + name + " " + when + REFUSED);
    }

    /** Opens a register. */
    static Store open(Path path) throws Problems {
        if (!Files.exists(path)) {
            throw Problems.one(
                    "no-register",
                    path.toString(),
                    new Text("没有这个登记簿", "there is no such register"),
                    new Text(
                            "核对路径；新的登记簿由 register FILE add 或 import 建立",
                            "check the path; a new one is made by register FILE add or import"));
        }
        return new SqliteFile(path).opened(false);
    }

    /** Opens a register, or makes it where there is no such file. */
    static Store openOrMake(Path path) throws Problems {
        return new SqliteFile(path).opened(true);
    }

    private Store opened(boolean make) throws Problems {
        looksLikeOne();
        NativeLibrary.place();
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        if (!make) {
            config.resetOpenMode(SQLiteOpenMode.CREATE);
        }
        Connection connection = null;
        try {
            connection = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
            recognise(connection, make);
            ahead(connection);
            return new JdbcStore(connection, this);
        } catch (SQLException e) {
            close(connection);
            throw failed(e);
        } catch (Problems e) {
            close(connection);
            throw e;
        }
    }

    /** Readers and a writer do not wait for one another. Where another just made the file, it stays as it is until next time. */
    private static void ahead(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        } catch (SQLiteException e) {
            if ((e.getResultCode().code & 0xff) != SQLiteErrorCode.SQLITE_BUSY.code) {
                throw e;
            }
        }
    }

    private static void close(@org.jspecify.annotations.Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // what went wrong before is said
        }
    }

    /** A file of another kind is not even opened; one that a killed process was just making has its journal beside it. */
    private void looksLikeOne() throws Problems {
        try {
            if (!Files.exists(path) || Files.size(path) == 0 || Files.exists(Path.of(path + "-journal"))) {
                return;
            }
            byte[] head;
            try (InputStream in = Files.newInputStream(path)) {
                head = in.readNBytes(MAGIC.length);
            }
            if (!Arrays.equals(head, MAGIC)) {
                throw noRegister();
            }
        } catch (IOException e) {
            throw Problems.one(
                    "unreadable",
                    path.toString(),
                    new Text("读不到文件", "the file cannot be read"),
                    new Text("检查路径和权限", "check path and permissions"));
        }
    }

    private void recognise(Connection connection, boolean make) throws SQLException, Problems {
        try (Statement statement = connection.createStatement()) {
            if (make && number(statement, "PRAGMA application_id") == 0) {
                statement.execute("BEGIN IMMEDIATE");
                if (empty(statement)) {
                    for (String table : TABLES) {
                        statement.execute(table);
                    }
                    for (String guard : GUARDS.values()) {
                        statement.execute(guard);
                    }
                    statement.execute("PRAGMA user_version = " + LAYOUT);
                    statement.execute("PRAGMA application_id = " + APPLICATION);
                }
                statement.execute("COMMIT");
            }
            if (number(statement, "PRAGMA application_id") != APPLICATION) {
                throw empty(statement) ? notMade() : noRegister();
            }
            int layout = number(statement, "PRAGMA user_version");
            if (layout != LAYOUT) {
                throw Problems.one(
                        "register-version",
                        path.toString(),
                        new Text(
                                "这个登记簿是第 " + layout + " 版，本程序只识第 " + LAYOUT + " 版",
                                "this register is of version " + layout + "; this program knows version " + LAYOUT),
                        new Text(
                                "用建立它的较新程序打开；或用那个程序 register … export，再在此 import",
                                "open it with the newer program that made it, or let that one export it and import here"));
            }
        }
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet found = statement.executeQuery(sql)) {
            return found.next() ? found.getInt(1) : 0;
        }
    }

    private static boolean empty(Statement statement) throws SQLException {
        return number(statement, "SELECT count(*) FROM sqlite_master") == 0
                && number(statement, "PRAGMA user_version") == 0;
    }

    /** What the first write leaves that was stopped before anything stood. */
    private Problems notMade() {
        return Problems.one(
                "no-register",
                path.toString(),
                new Text("这个文件是空的，还不是登记簿：建立时中断了", "this file is empty and no register yet: making it was cut short"),
                new Text("再做一次 register add 或 import，就在其中建立", "do register add or import again, which makes it there"));
    }

    private Problems noRegister() {
        return Problems.one(
                "no-register",
                path.toString(),
                new Text("这个文件不是登记簿", "this file is no register"),
                new Text(
                        "核对路径；程序没有动这个文件。新的登记簿另取一个文件名",
                        "check the path; the file was not touched. Give a new register another name"));
    }

    /** What the database says, in words of this program. */
    Problems failed(SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException s ? s.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
        String said = Visible.line(String.valueOf(e.getMessage()));
        if (code == SQLiteErrorCode.SQLITE_NOTADB) {
            return noRegister();
        }
        Text what = switch (code.code & 0xff) {
            case 5, 6 ->
                new Text(
                        "另一个程序占着登记簿，等了 " + PATIENCE_MILLIS / 1000 + " 秒仍未放开；这次没有写入",
                        "another program holds the register and did not let go for " + PATIENCE_MILLIS / 1000
                                + " s; nothing was written");
            case 8, 14, 23 -> new Text("登记簿打不开或不能写", "the register cannot be opened or written");
            case 13 -> new Text("磁盘已满，这次没有写入", "the disk is full; nothing was written");
            case 11 -> new Text("登记簿文件已损坏：" + said, "the file of the register is damaged: " + said);
            default -> new Text("登记簿读写出错：" + said, "the register could not be read or written: " + said);
        };
        return Problems.one(
                "register-failed",
                path.toString(),
                what,
                new Text(
                        "检查权限、磁盘和占用它的程序；损坏的，先用 register … verify 查看，再取备份",
                        "check permissions, disk and who else uses it; of a damaged one see register … verify, then take a backup"));
    }
}
