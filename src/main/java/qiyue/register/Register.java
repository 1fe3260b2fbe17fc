package qiyue.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/**
 * The register of an agency: cases as chains of entries, in one file. Any number of programs may have it open; what one adds is
 * there whole or not at all, whatever becomes of it. Not for several threads at once.
 */
public final class Register implements AutoCloseable {
    private final Path path;
    private final Store store;

    private Register(Path path, Store store) throws Problems {
        this.path = path;
        this.store = store;
        try {
            store.still(this::endsAsItCounts);
        } catch (Problems e) {
            store.close();
            throw e;
        }
    }

    private boolean endsAsItCounts() throws Problems {
        Store.State state = store.state();
        Optional<Store.Row> last = store.last();
        if (state.count() != last.map(Store.Row::sequence).orElse(0L)
                || !state.seal().equals(last.map(Store.Row::seal).orElse(""))) {
            throw Problems.one(
                    "register-broken",
                    path.toString(),
                    new Text(
                            "登记簿末尾与其计数不符：应有 " + state.count() + " 项，末项是第 "
                                    + last.map(Store.Row::sequence).orElse(0L) + " 项",
                            "the register does not end as it counts: " + state.count()
                                    + " entries are due, the last is number "
                                    + last.map(Store.Row::sequence).orElse(0L)),
                    new Text(
                            "有条目被删去，或备份没有复制完整；取备份，再 import 其后导出的条目",
                            "entries were removed, or a backup was not copied whole; take a backup and import what was exported later"));
        }
        return true;
    }

    /** Opens a register; one that is not there is an error. */
    public static Register open(Path path) throws Problems {
        return new Register(path, SqliteFile.open(path));
    }

    /** Opens a register, or makes a new one. */
    public static Register openOrMake(Path path) throws Problems {
        return new Register(path, SqliteFile.openOrMake(path));
    }

    /** The file, as the user named it. */
    public Path path() {
        return path;
    }

    Store store() {
        return store;
    }

    /** What is to be entered: a thing that happened. */
    public record Draft(EntryKind kind, LocalDate day, JsonNode body) {}

    /**
     * How it is entered.
     *
     * @param filedOn the day it went into the files; it never lies before that of the entry before
     * @param by who entered it; empty if nobody said
     */
    public record Filing(LocalDate filedOn, String by) {}

    /** A case and the facility it is about. */
    public record Subject(String chain, String region, String facility) {}

    /**
     * Adds entries to a case, all or none.
     *
     * @param known how many entries the case had when these were drawn up
     * @return false if somebody entered something meanwhile: nothing was added, and they must be drawn up anew
     */
    public boolean add(Subject subject, int known, List<Draft> drafts, Filing filing) throws Problems {
        return store.alone(() -> {
            List<Entry> before = entries(subject.chain());
            if (before.size() != known) {
                return false;
            }
            Optional<Entry> last = before.stream().reduce((a, b) -> b);
            if (last.isPresent()) {
                follows(subject, last.get(), filing);
            }
            String previous = last.map(Entry::digest).orElse("");
            int number = known;
            String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
            for (Draft draft : drafts) {
                number++;
                Entry entry = new Entry(
                        subject.chain(),
                        number,
                        previous,
                        subject.region(),
                        subject.facility(),
                        draft.kind(),
                        draft.day(),
                        filing.filedOn(),
                        now,
                        filing.by(),
                        draft.body());
                append(entry);
                previous = entry.digest();
            }
            return true;
        });
    }

    private void follows(Subject subject, Entry last, Filing filing) throws Problems {
        if (!last.facility().equals(subject.facility()) || !last.region().equals(subject.region())) {
            throw Problems.one(
                    "register-case",
                    path.toString(),
                    new Text(
                            "案件 " + subject.chain() + " 在登记簿中是机构 " + last.facility() + "（" + last.region() + "）的，这里却是 "
                                    + subject.facility() + "（" + subject.region() + "）的",
                            "the case " + subject.chain() + " is that of facility " + last.facility() + " ("
                                    + last.region()
                                    + ") in the register, and of " + subject.facility() + " (" + subject.region()
                                    + ") here"),
                    new Text(
                            "核对机构代码；确是另一案的，检查编号（inspection.id）须不同",
                            "check the code of the facility; another case needs another inspection.id"));
        }
        if (filing.filedOn().isBefore(last.filedOn())) {
            throw Problems.one(
                    "register-day",
                    path.toString(),
                    new Text(
                            "归档日 " + filing.filedOn() + " 早于此案前一项的归档日 " + last.filedOn() + "（" + last.place() + "）",
                            "filed on " + filing.filedOn() + ", before the entry it follows, which was filed on "
                                    + last.filedOn() + " (" + last.place() + ")"),
                    new Text("条目只能接在后面：写实际归档的日子", "entries only follow: give the day it was really filed"));
        }
    }

    /** Puts an entry at the end; only as the only one that writes. */
    void append(Entry entry) throws Problems {
        Store.State state = store.state();
        String digest = entry.digest();
        store.append(new Store.Row(
                state.count() + 1,
                entry.chain(),
                entry.number(),
                entry.kind().code(),
                entry.facility(),
                entry.name(),
                digest,
                entry.line(),
                seal(state.seal(), digest)));
    }

    /** What the store was like up to an entry, said of all before it by the seal before. */
    static String seal(String before, String digest) {
        return Entry.sealed(before + "\n" + digest);
    }

    /** A case; empty if there is none of that name. */
    public Proceeding proceeding(String chain) throws Problems {
        return Proceeding.of(entries(chain));
    }

    private List<Entry> entries(String chain) throws Problems {
        return read(store.chain(chain));
    }

    /** The cases of a facility, in the order they were begun. */
    public List<Proceeding> ofFacility(String code) throws Problems {
        Map<String, List<Store.Row>> chains = new LinkedHashMap<>();
        for (Store.Row row : store.ofFacility(code)) {
            chains.computeIfAbsent(row.chain(), c -> new ArrayList<>()).add(row);
        }
        List<Proceeding> all = new ArrayList<>();
        for (List<Store.Row> rows : chains.values()) {
            all.add(Proceeding.of(read(rows)));
        }
        return List.copyOf(all);
    }

    /** Every facility under every name it was entered with, by code. */
    public Map<String, List<String>> facilities() throws Problems {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Store.Known known : store.facilities()) {
            names.computeIfAbsent(known.code(), c -> new ArrayList<>()).add(known.name());
        }
        return names;
    }

    /** Every case, by its name. */
    public Map<String, Subject> subjects() throws Problems {
        Map<String, Subject> subjects = new TreeMap<>();
        for (String facility : facilities().keySet()) {
            for (Proceeding each : ofFacility(facility)) {
                subjects.put(each.subject().chain(), each.subject());
            }
        }
        return subjects;
    }

    /** The entries of one case; throws where they are no chain. */
    private List<Entry> read(List<Store.Row> rows) throws Problems {
        List<Entry> entries = new ArrayList<>();
        String previous = "";
        for (Store.Row row : rows) {
            Entry entry = Entry.read(row.line(), path + " " + row.chain() + "#" + row.number());
            if (entry.number() != entries.size() + 1 || !entry.previous().equals(previous)) {
                throw Problems.one(
                        "register-broken",
                        path.toString(),
                        new Text(
                                "案件 " + row.chain() + " 的第 " + (entries.size() + 1) + " 项不接前一项",
                                "entry " + (entries.size() + 1) + " of the case " + row.chain()
                                        + " does not follow the one before it"),
                        new Text("用 register … verify 查看全部", "register … verify shows all"));
            }
            previous = entry.digest();
            entries.add(entry);
        }
        return List.copyOf(entries);
    }

    @Override
    public void close() throws Problems {
        store.close();
    }
}
