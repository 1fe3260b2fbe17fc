package qiyue.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import qiyue.problem.Problems;

/** Entries in a database with JDBC. What differs between databases is in {@link SqliteFile}: how one is opened and made. */
final class JdbcStore implements Store {
    private static final String COLUMNS = "sequence, chain, number, kind, facility, name, digest, line, seal";

    private final Connection connection;
    private final SqliteFile file;

    /** A store on a connection that commits by itself outside {@link #alone}. */
    JdbcStore(Connection connection, SqliteFile file) {
        this.connection = connection;
        this.file = file;
    }

    @Override
    public <T> T alone(Work<T> work) throws Problems {
        // by hand: the lock is taken at once, not with the first row that is written
        return within("BEGIN IMMEDIATE", work);
    }

    @Override
    public <T> T still(Work<T> work) throws Problems {
        return within("BEGIN", work);
    }

    private <T> T within(String begin, Work<T> work) throws Problems {
        try {
            execute(begin);
            boolean done = false;
            try {
                T made = work.run();
                execute("COMMIT");
                done = true;
                return made;
            } finally {
                if (!done) {
                    execute("ROLLBACK");
                }
            }
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void append(Row row) throws Problems {
        try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO entry (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement update =
                        connection.prepareStatement("UPDATE state SET count = ?, seal = ? WHERE id = 1")) {
            insert.setLong(1, row.sequence());
            insert.setString(2, row.chain());
            insert.setInt(3, row.number());
            insert.setString(4, row.kind());
            insert.setString(5, row.facility());
            insert.setString(6, row.name());
            insert.setString(7, row.digest());
            insert.setString(8, row.line());
            insert.setString(9, row.seal());
            insert.executeUpdate();
            update.setLong(1, row.sequence());
            update.setString(2, row.seal());
            update.executeUpdate();
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    @Override
    public State state() throws Problems {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT count, seal FROM state WHERE id = 1")) {
            return found.next() ? new State(found.getLong(1), found.getString(2)) : new State(-1, "");
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    @Override
    public Optional<Row> last() throws Problems {
        return rows("ORDER BY sequence DESC LIMIT 1", "").stream().findFirst();
    }

    @Override
    public List<Row> chain(String chain) throws Problems {
        return rows("WHERE chain = ? ORDER BY number", chain);
    }

    @Override
    public List<Row> ofFacility(String code) throws Problems {
        return rows("WHERE facility = ? ORDER BY sequence", code);
    }

    private List<Row> rows(String which, String value) throws Problems {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT " + COLUMNS + " FROM entry " + which)) {
            if (!value.isEmpty()) {
                select.setString(1, value);
            }
            try (ResultSet found = select.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
        } catch (SQLException e) {
            throw file.failed(e);
        }
        return List.copyOf(rows);
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getLong(1),
                text(found, 2),
                found.getInt(3),
                text(found, 4),
                text(found, 5),
                text(found, 6),
                text(found, 7),
                text(found, 8),
                text(found, 9));
    }

    private static String text(ResultSet found, int column) throws SQLException {
        String text = found.getString(column);
        return text == null ? "" : text;
    }

    @Override
    public List<Known> facilities() throws Problems {
        List<Known> known = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT DISTINCT facility, name FROM entry WHERE name <> '' ORDER BY facility, name")) {
            while (found.next()) {
                known.add(new Known(found.getString(1), found.getString(2)));
            }
        } catch (SQLException e) {
            throw file.failed(e);
        }
        return List.copyOf(known);
    }

    @Override
    public void each(Taker taker) throws Problems {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT " + COLUMNS + " FROM entry ORDER BY sequence")) {
            while (found.next()) {
                taker.take(row(found));
            }
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    @Override
    public String damage() throws Problems {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("PRAGMA integrity_check(1)")) {
            String said = found.next() ? found.getString(1) : "";
            return said.equals("ok") ? "" : said;
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    @Override
    public List<String> missingGuards() throws Problems {
        TreeSet<String> missing = new TreeSet<>(SqliteFile.GUARDS.keySet());
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")) {
            while (found.next()) {
                String name = found.getString(1);
                if (found.getString(2).equals(SqliteFile.GUARDS.get(name))) {
                    missing.remove(name);
                }
            }
        } catch (SQLException e) {
            throw file.failed(e);
        }
        return List.copyOf(missing);
    }

    @Override
    public void close() throws Problems {
        try {
            connection.close();
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }
}
