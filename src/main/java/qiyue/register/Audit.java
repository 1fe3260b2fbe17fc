package qiyue.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;

/**
 * Looks through a whole register for what was altered, taken out, put in or moved. Whoever rewrites all of it, seals included,
 * is found out only by a seal that was kept elsewhere.
 */
public final class Audit {
    private final Path path;
    private final Optional<Seal> kept;
    private final List<Problem> found = new ArrayList<>();
    private final Map<String, Entry> lasts = new HashMap<>();
    private long expected = 1;
    private String seal = "";
    private boolean sealed;

    private Audit(Path path, Optional<Seal> kept) {
        this.path = path;
        this.kept = kept;
    }

    /**
     * What a register was like when it had so many entries.
     *
     * @param count how many
     * @param digest the seal of the last of them
     */
    public record Seal(long count, String digest) {
        /** As it is written: {@code 12:sha256:…}. */
        public static Optional<Seal> of(String text) {
            int colon = text.indexOf(':');
            try {
                return colon < 1
                        ? Optional.empty()
                        : Optional.of(new Seal(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1)));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return count + ":" + digest;
        }
    }

    /**
     * What was found.
     *
     * @param cases how many cases there are
     * @param problems what is wrong; empty: all is as it was entered
     */
    public record Result(long entries, long cases, Seal seal, List<Problem> problems) {}

    /**
     * Looks through a register.
     *
     * @param kept a seal that was kept elsewhere: what it covers must be there still
     */
    public static Result of(Path path, Optional<Seal> kept) throws Problems {
        return new Audit(path, kept).look();
    }

    private Result look() throws Problems {
        try (Store store = SqliteFile.open(path)) {
            String damage = store.damage();
            if (!damage.isEmpty()) {
                found("register-broken", "", new Text("文件已损坏：" + damage, "the file is damaged: " + damage));
            }
            for (String guard : store.missingGuards()) {
                found(
                        "register-broken",
                        "",
                        new Text(
                                "防止改动和删除的触发器 " + guard + " 不在或被改过",
                                "the trigger " + guard
                                        + ", which forbids changes and removals, is gone or was changed"));
            }
            Store.State state = store.still(() -> {
                store.each(this::row);
                return store.state();
            });
            if (state.count() != expected - 1 || !state.seal().equals(seal)) {
                found(
                        "register-broken",
                        "",
                        new Text(
                                "登记簿记有 " + state.count() + " 项，现有 " + (expected - 1) + " 项：末尾的条目被删去或加上",
                                "the register counts " + state.count() + " entries and has " + (expected - 1)
                                        + ": some at its end were removed or added"));
            }
            if (kept.isPresent() && !sealed) {
                found(
                        "register-seal",
                        "",
                        new Text(
                                "与另存的封签 " + kept.get() + " 不符：前 " + kept.get().count() + " 项不是当时的样子",
                                "it does not have the seal that was kept, " + kept.get() + ": the first "
                                        + kept.get().count() + " entries are not what they were"));
            }
        }
        return new Result(expected - 1, lasts.size(), new Seal(expected - 1, seal), List.copyOf(found));
    }

    private void row(Store.Row row) {
        String at = row.chain() + "#" + row.number();
        if (row.sequence() != expected) {
            found(
                    "register-broken",
                    at,
                    new Text(
                            "登记簿第 " + expected + (row.sequence() - 1 > expected ? " 至 " + (row.sequence() - 1) : "")
                                    + " 项不在了，接着的是 " + at,
                            "number " + expected + (row.sequence() - 1 > expected ? " to " + (row.sequence() - 1) : "")
                                    + " of the register is gone; " + at + " comes next"));
        }
        if (!Register.seal(seal, row.digest()).equals(row.seal())) {
            found(
                    "register-broken",
                    at,
                    new Text(
                            "第 " + row.sequence() + " 项（" + at + "）的封签与它之前的不符：有条目被改动、换位、取走或插入",
                            "the seal of number " + row.sequence() + " (" + at
                                    + ") does not follow from what is before it: entries were altered, moved, taken out or put in"));
        }
        expected = row.sequence() + 1;
        seal = row.seal();
        kept.ifPresent(k -> sealed |= k.count() == row.sequence() && k.digest().equals(row.seal()));
        try {
            entry(row, Entry.read(row.line(), path + " " + at));
        } catch (Problems e) {
            found.addAll(e.all());
        }
    }

    private void entry(Store.Row row, Entry entry) {
        String at = entry.place();
        if (!entry.chain().equals(row.chain())
                || entry.number() != row.number()
                || !entry.kind().code().equals(row.kind())
                || !entry.facility().equals(row.facility())
                || !entry.name().equals(row.name())
                || !entry.digest().equals(row.digest())) {
            found(
                    "register-broken",
                    at,
                    new Text(
                            "第 " + row.sequence() + " 项的栏目与其内容不符：写入之后被改动过",
                            "the columns of number " + row.sequence()
                                    + " are not what its content says: altered after it was written"));
        }
        Entry last = lasts.put(entry.chain(), entry);
        int due = last == null ? 1 : last.number() + 1;
        String before = last == null ? "" : last.digest();
        if (entry.number() != due || !entry.previous().equals(before)) {
            found(
                    "register-broken",
                    at,
                    new Text(
                            "案件 " + entry.chain() + " 应接第 " + due + " 项，这一项是第 " + entry.number() + " 项"
                                    + (entry.number() == due ? "，但不接前一项" : "") + "：有条目被取走、插入或换位",
                            "in the case " + entry.chain() + " number " + due + " is due, this is number "
                                    + entry.number()
                                    + (entry.number() == due ? " and does not follow the one before" : "")
                                    + ": entries were taken out, put in or moved"));
        }
        if (last != null
                && (!last.facility().equals(entry.facility())
                        || !last.region().equals(entry.region())
                        || entry.filedOn().isBefore(last.filedOn()))) {
            found(
                    "register-broken",
                    at,
                    new Text("机构、地区或归档日与前一项不合", "facility, region or day of filing do not go with the entry before"));
        }
    }

    private void found(String code, String at, Text what) {
        found.add(
                Problem.at(
                        code,
                        path + (at.isEmpty() ? "" : " " + at),
                        "",
                        what,
                        new Text(
                                "取备份，再 import 其后导出的条目；与导出或另存的封签对照，查明何时被改",
                                "take a backup and import what was exported later; exports and seals kept elsewhere show when it was altered")));
    }
}
