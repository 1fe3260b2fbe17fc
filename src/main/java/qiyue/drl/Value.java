package qiyue.drl;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import qiyue.fact.Evidence;
import qiyue.problem.Text;

/** What a name or a path stands for in a rule: a whole fact ({@code fact} not null), or a value. */
record Value(
        Class<?> type,
        @Nullable Class<?> element,
        String code,
        List<String> codes,
        FactTypes.@Nullable FactType fact,
        Class<?> points) {

    /** What a name stands for whose own line is wrong: nothing more is said about it. */
    static final Value UNKNOWN = of(Void.class, "", List.of());

    /** No fact at all: what stands in a conclusion, where fields need a name before them. */
    static final Value NONE = of(Object.class, "", List.of());

    static Value of(Class<?> type, String code, List<String> codes) {
        return new Value(type, null, code, codes, null, void.class);
    }

    static Value of(FactTypes.FactType fact) {
        return new Value(fact.factClass(), null, "", List.of(), fact, void.class);
    }

    /** What a member gives, a fact or a value. */
    static Value of(FactTypes.Member member) {
        FactTypes.FactType fact = FactTypes.all().get(member.type().getSimpleName());
        return new Value(
                member.type(),
                member.element().orElse(null),
                member.code(),
                member.codes(),
                fact != null && fact.factClass() == member.type() ? fact : null,
                member.points());
    }

    boolean coded() {
        return !code.isEmpty() || !codes.isEmpty();
    }

    boolean number() {
        return type == int.class || type == BigDecimal.class;
    }

    /** Whether ids of such kinds are ever alike: they are of one kind, or at least one may be of any. */
    boolean mayBeAlike(Value other) {
        return points == void.class
                || other.points == void.class
                || points == Evidence.class
                || other.points == Evidence.class
                || points == other.points;
    }

    boolean sameKind(Value other) {
        return kind().equals(other.kind());
    }

    /** The kind of value, as the reader calls it; values of one kind may be compared. */
    Text kind() {
        if (number()) {
            return new Text("数字", "number");
        }
        if (type == LocalDate.class) {
            return new Text("日期", "day");
        }
        if (type == LocalDateTime.class) {
            return new Text("时间", "time");
        }
        if (type == String.class) {
            return coded() ? new Text("代码", "code") : new Text("编号", "id");
        }
        return type == boolean.class
                ? new Text("是/否", "yes or no")
                : new Text(type.getSimpleName(), type.getSimpleName());
    }
}
