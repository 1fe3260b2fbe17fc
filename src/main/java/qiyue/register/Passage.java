package qiyue.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.receipt.Receipt;

/**
 * Entries out of one register and into another: a line each, and a last line that says how many they are. What is there already
 * is passed over; a case that went on otherwise there is refused.
 */
public final class Passage {
    private static final String END = "qiyue-register-end/1";

    private final Register register;
    private long number;
    private String seal = "";

    private Passage(Register register) {
        this.register = register;
    }

    /** Takes lines without their line feeds. */
    public interface Sink {
        /** The next line. */
        void take(String line) throws Problems;
    }

    /** Gives lines without their line feeds; nothing at the end. */
    public interface Source {
        /** The next line. */
        Optional<String> next() throws Problems;
    }

    /** What an import came to. */
    public record Imported(long added, long there) {}

    /** Gives out the entries of these cases, or all, in the order they were entered. */
    public static long out(Register register, Set<String> cases, Sink sink) throws Problems {
        Passage passage = new Passage(register);
        register.store().each(row -> {
            if (cases.isEmpty() || cases.contains(row.chain())) {
                passage.count(row.digest());
                sink.take(row.line());
            }
        });
        sink.take(passage.end());
        return passage.number;
    }

    private void count(String digest) {
        number++;
        seal = Register.seal(seal, digest);
    }

    private String end() {
        ObjectNode end = JsonNodeFactory.instance.objectNode();
        end.put("format", END).put("count", number).put("seal", seal);
        return Receipt.canonical(end);
    }

    /**
     * Takes entries in, all or none.
     *
     * @param file what to call their file in problems
     */
    public static Imported in(Register register, Source source, String file) throws Problems {
        return register.store().alone(() -> new Passage(register).take(source, file));
    }

    private Imported take(Source source, String file) throws Problems {
        long added = 0;
        long there = 0;
        boolean ended = false;
        Map<String, List<Store.Row>> before = new HashMap<>();
        Map<String, Entry> lasts = new HashMap<>();
        for (Optional<String> line = source.next(); line.isPresent(); line = source.next()) {
            if (line.get().isBlank()) {
                continue;
            }
            String place = file + "#" + (number + 1);
            JsonNode tree = Sources.own(line.get(), place);
            if (ended) {
                throw cut(place, new Text("结束行之后还有内容", "there is more after the last line"));
            }
            if (tree.path("format").asText().equals(END)) {
                if (!line.get().equals(end())) {
                    throw cut(
                            place,
                            new Text(
                                    "结束行与条目不符：有条目被取走、加上或换位",
                                    "the last line does not fit the entries: some were taken out, added or moved"));
                }
                ended = true;
                continue;
            }
            Entry entry = Entry.read(line.get(), place);
            count(entry.digest());
            List<Store.Row> rows = before.get(entry.chain());
            if (rows == null) {
                rows = register.store().chain(entry.chain());
                before.put(entry.chain(), rows);
            }
            follows(lasts.put(entry.chain(), entry), entry, place);
            if (entry.number() <= rows.size()) {
                Store.Row row = rows.get(entry.number() - 1);
                if (!row.digest().equals(entry.digest())) {
                    throw fork(entry, row, place);
                }
                there++;
            } else {
                joins(rows, entry, place);
                register.append(entry);
                added++;
            }
        }
        if (!ended) {
            throw cut(file, new Text("没有结束行：导出的文件可能被截去一截", "there is no last line: the file may have been cut off"));
        }
        return new Imported(added, there);
    }

    /** Within the file each case is a chain. */
    private static void follows(@org.jspecify.annotations.Nullable Entry last, Entry entry, String place)
            throws Problems {
        int due = last == null ? 1 : last.number() + 1;
        String previous = last == null ? "" : last.digest();
        if (entry.number() != due || !entry.previous().equals(previous)) {
            throw cut(
                    place,
                    new Text(
                            "案件 " + entry.chain() + " 应接第 " + due + " 项，这一行是第 " + entry.number() + " 项，或不接前一项",
                            "in the case " + entry.chain() + " number " + due + " is due; this line is number "
                                    + entry.number() + " or does not follow the one before"));
        }
    }

    /** The first new entry of a case goes on where the register has got to; the file has all before it, so it does. */
    private void joins(List<Store.Row> rows, Entry entry, String place) throws Problems {
        if (entry.number() == rows.size() + 1 && !rows.isEmpty()) {
            Store.Row last = rows.get(rows.size() - 1);
            if (!entry.previous().equals(last.digest())) {
                throw fork(entry, last, place);
            }
        }
    }

    private Problems fork(Entry entry, Store.Row row, String place) throws Problems {
        Entry here = Entry.read(row.line(), register.path() + " " + row.chain() + "#" + row.number());
        return Problems.one(
                "register-fork",
                place,
                new Text(
                        "案件 " + entry.chain() + " 自第 " + entry.number() + " 项起与登记簿 " + register.path() + " 不同：文件中是 "
                                + said(entry, "zh") + "，登记簿中是 " + said(here, "zh"),
                        "from number " + entry.number() + " on the case " + entry.chain()
                                + " is not that of the register "
                                + register.path() + ": the file has " + said(entry, "en") + ", the register has "
                                + said(here, "en")),
                new Text(
                        "两处各自续记了同一案：定下以哪一处为准，把另一处多出的在其上重新登记；没有写入任何条目",
                        "the case was gone on with in two places: settle which one holds and enter there what only the other has; nothing was written"));
    }

    private static String said(Entry entry, String lang) {
        return entry.kind().label().in(lang) + " " + entry.day() + "（" + entry.recorded() + "，"
                + entry.digest().substring(0, 19) + "…）";
    }

    private static Problems cut(String place, Text what) {
        return Problems.one(
                "register-cut", place, what, new Text("重新导出；没有写入任何条目", "export it again; nothing was written"));
    }
}
