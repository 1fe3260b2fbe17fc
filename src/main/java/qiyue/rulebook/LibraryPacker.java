package qiyue.rulebook;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import qiyue.decision.Decision.Answering;
import qiyue.drl.Drl;
import qiyue.fact.Calendar;
import qiyue.problem.Pos;
import qiyue.problem.Text;

/** A checked library as bytes, in the order {@link LibraryUnpacker} reads them. Every text stands in it once. */
final class LibraryPacker {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<String, Integer> known = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    private LibraryPacker() {}

    /** How one value is written. */
    private interface Item<T> {
        void write(T value) throws IOException;
    }

    /** The library as bytes. */
    static byte[] pack(Library library) throws IOException {
        LibraryPacker packer = new LibraryPacker();
        packer.library(library);
        packer.out.flush();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream table = new DataOutputStream(whole);
        table.writeInt(packer.texts.size());
        for (String text : packer.texts) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            table.writeInt(encoded.length);
            table.write(encoded);
        }
        packer.bytes.writeTo(table);
        return whole.toByteArray();
    }

    private void library(Library library) throws IOException {
        vocabulary(library.vocabulary());
        Calendar calendar = library.calendar();
        all(new TreeSet<>(calendar.years()), out::writeInt);
        all(new TreeSet<>(calendar.off()), this::day);
        all(new TreeSet<>(calendar.work()), this::day);
        all(library.rulebooks().values(), this::rulebook);
        map(library.allReadings(), r -> map(r.byId(), this::reading));
        map(library.allShared(), this::text);
    }

    private void vocabulary(Vocabulary vocabulary) throws IOException {
        map(vocabulary.all(), list -> map(list, this::entry));
        map(vocabulary.files(), this::text);
        Answerers answerers = vocabulary.answerers();
        map(answerers.everywhere(), this::answering);
        map(answerers.byRegion(), regions -> map(regions, this::answering));
    }

    private void entry(Vocabulary.Entry entry) throws IOException {
        text(entry.code());
        label(entry.label());
        map(entry.properties(), this::text);
        map(entry.lists(), l -> all(l, this::text));
    }

    private void answering(Answering answering) throws IOException {
        text(answering.by());
        map(answering.evidence(), this::text);
        all(answering.clauses(), this::text);
    }

    private void reading(Readings.Reading reading) throws IOException {
        text(reading.id());
        label(reading.question());
        label(reading.taken());
        label(reading.instead());
        label(reading.why());
    }

    private void rulebook(Rulebook book) throws IOException {
        text(book.id());
        Rulebook.Info info = book.info();
        label(info.title());
        label(info.shortTitle());
        text(info.number());
        text(info.region());
        all(info.kinds(), this::text);
        out.writeInt(info.start().ordinal());
        day(info.from());
        day(info.to());
        out.writeBoolean(info.decideByThen());
        out.writeBoolean(info.applicants().isPresent());
        all(info.applicants().orElse(List.of()), out::writeInt);
        all(info.note().stream().toList(), this::label);
        day(info.reviewed().on());
        text(info.reviewed().by());
        text(info.reviewed().digest());
        all(book.ledger().values(), this::clause);
        all(book.files(), this::file);
        map(book.sheets(), this::sheet);
        text(book.digest());
        text(book.printed());
    }

    private void clause(Rulebook.Clause clause) throws IOException {
        text(clause.id());
        out.writeInt(clause.status().ordinal());
        label(clause.label());
        label(clause.why());
        text(clause.reading());
        label(clause.ask());
    }

    private void sheet(Sheet sheet) throws IOException {
        text(sheet.name());
        label(sheet.title());
        all(sheet.kinds(), this::text);
        figure(sheet.cap());
        all(sheet.rows(), this::row);
    }

    private void row(Sheet.Row row) throws IOException {
        text(row.id());
        label(row.label());
        out.writeInt(row.way().ordinal());
        figure(row.points());
        out.writeBoolean(row.bonus());
        all(row.kinds(), this::text);
        all(row.steps(), s -> {
            text(s.key());
            figure(s.points());
            out.writeBoolean(s.once());
            label(s.label());
        });
        text(row.key());
        all(row.bands(), b -> {
            figure(b.from());
            figure(b.points());
        });
        map(row.choices(), this::figure);
    }

    private void file(Drl.RuleFile file) throws IOException {
        text(file.name());
        text(file.packageName());
        all(file.rules(), this::rule);
    }

    private void rule(Drl.Rule rule) throws IOException {
        pos(rule.pos());
        text(rule.clause());
        text(rule.title());
        all(rule.when(), this::condition);
        pos(rule.then().pos());
        text(rule.then().type());
        all(rule.then().steps(), this::step);
        out.writeInt(rule.endLine());
    }

    private void condition(Drl.Condition condition) throws IOException {
        if (condition instanceof Drl.Pattern p) {
            out.writeByte(0);
            pattern(p);
        } else if (condition instanceof Drl.Group g) {
            out.writeByte(1);
            pos(g.pos());
            out.writeBoolean(g.negated());
            all(g.members(), this::pattern);
        } else if (condition instanceof Drl.Accumulate a) {
            out.writeByte(2);
            pos(a.pos());
            all(a.members(), this::pattern);
            text(a.result());
            text(a.function());
            text(a.argument());
            text(a.operator());
            literal(a.number());
        }
    }

    private void pattern(Drl.Pattern pattern) throws IOException {
        pos(pattern.pos());
        text(pattern.binding());
        text(pattern.type());
        all(pattern.constraints(), this::constraint);
    }

    private void constraint(Drl.Constraint constraint) throws IOException {
        if (constraint instanceof Drl.Compare c) {
            out.writeByte(0);
            pos(c.pos());
            operand(c.left());
            text(c.operator());
            operand(c.right());
        } else if (constraint instanceof Drl.OneOf o) {
            out.writeByte(1);
            pos(o.pos());
            operand(o.left());
            out.writeBoolean(o.negated());
            all(o.values(), this::literal);
            out.writeInt(o.named().sort().ordinal());
            all(o.named().names(), this::literal);
        } else if (constraint instanceof Drl.Flag f) {
            out.writeByte(2);
            pos(f.pos());
            path(f.path());
            out.writeBoolean(f.negated());
        } else if (constraint instanceof Drl.Contains c) {
            out.writeByte(3);
            pos(c.pos());
            path(c.list());
            operand(c.value());
        } else if (constraint instanceof Drl.Bind b) {
            out.writeByte(4);
            pos(b.pos());
            text(b.name());
            path(b.path());
        }
    }

    private void operand(Drl.Operand operand) throws IOException {
        out.writeBoolean(operand instanceof Drl.Path);
        if (operand instanceof Drl.Path p) {
            path(p);
        } else if (operand instanceof Drl.Literal l) {
            literal(l);
        }
    }

    private void path(Drl.Path path) throws IOException {
        pos(path.pos());
        text(path.root());
        all(path.steps(), this::step);
    }

    private void step(Drl.Step step) throws IOException {
        pos(step.pos());
        text(step.name());
        out.writeBoolean(step.call());
        all(step.arguments(), this::operand);
        text(step.text());
    }

    private void literal(Drl.Literal literal) throws IOException {
        pos(literal.pos());
        Object value = literal.value();
        if (value instanceof String s) {
            out.writeByte(0);
            text(s);
        } else if (value instanceof BigDecimal n) {
            out.writeByte(1);
            figure(n);
        } else {
            out.writeByte(Boolean.TRUE.equals(value) ? 2 : 3);
        }
    }

    private void pos(Pos pos) throws IOException {
        out.writeInt(pos.line());
        out.writeInt(pos.column());
    }

    private void label(Text label) throws IOException {
        text(label.zh());
        text(label.en());
    }

    private void figure(BigDecimal figure) throws IOException {
        text(figure.toString());
    }

    private void day(LocalDate day) throws IOException {
        out.writeLong(day.toEpochDay());
    }

    private void text(String text) throws IOException {
        Integer at = known.get(text);
        if (at == null) {
            at = texts.size();
            known.put(text, at);
            texts.add(text);
        }
        out.writeInt(at);
    }

    private <T> void all(Collection<? extends T> values, Item<T> item) throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            item.write(value);
        }
    }

    private <T> void map(Map<String, T> values, Item<T> item) throws IOException {
        out.writeInt(values.size());
        for (Map.Entry<String, T> value : values.entrySet()) {
            text(value.getKey());
            item.write(value.getValue());
        }
    }
}
