package qiyue.explain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.drl.FactTypes;
import qiyue.drl.Values;
import qiyue.explain.Explanation.Said;
import qiyue.fact.Blank;
import qiyue.fact.Declared;
import qiyue.fact.Evidence;
import qiyue.rulebook.OwnFields;

/** Conditions of rules in the words of somebody who reads none: what was found, and what was asked for. */
final class PlainConditions {
    /** Fields that only lead from one fact to another, or that the fact is called by. */
    private static final Set<String> POINTING = Set.of("id", "about", "question", "answer", "conduct", "sheet");

    private final PlainFacts facts;

    PlainConditions(PlainFacts facts) {
        this.facts = facts;
    }

    /** A condition that was met, with what was found; no words where it only points from one fact to another. */
    Said met(Drl.Constraint constraint, Object fact, Map<String, Object> names) {
        FactTypes.Member member = member(constraint.operands().get(0), fact, names);
        boolean order = constraint instanceof Drl.Compare c && !c.operator().equals("==");
        if (member == null || POINTING.contains(member.name()) || (!order && !says(member))) {
            return new Said("", "");
        }
        return order
                ? condition(constraint, fact, names)
                : new Said(found(constraint, fact, names, member, false), found(constraint, fact, names, member, true));
    }

    /** What the member is called: of its description what comes before the details that only who writes rules needs. */
    private static String name(FactTypes.Member member, boolean en) {
        return en ? member.en().split("; |,? such as ", 2)[0] : member.zh().split("；|，如 ", 2)[0];
    }

    /** Whether the value says something to people: no id of another fact, no code without a label. */
    private static boolean says(FactTypes.Member member) {
        return member.points() == void.class && member.codes().isEmpty();
    }

    private String found(
            Drl.Constraint constraint, Object fact, Map<String, Object> names, FactTypes.Member member, boolean en) {
        String what = name(member, en);
        return what.isEmpty()
                ? ""
                : what
                        + (en ? ": " : "：")
                        + value(Values.of(constraint.operands().get(0), fact, names), member, en);
    }

    /** A condition with what was found and what is asked for; no words where the label says nothing. */
    Said condition(Drl.Constraint constraint, Object fact, Map<String, Object> names) {
        return new Said(condition(constraint, fact, names, false), condition(constraint, fact, names, true));
    }

    private String condition(Drl.Constraint constraint, Object fact, Map<String, Object> names, boolean en) {
        Drl.Operand left = constraint.operands().get(0);
        FactTypes.Member member = member(left, fact, names);
        String what = member == null ? "" : name(member, en);
        if (what.isEmpty() || member == null || !Values.bound(constraint, names)) {
            return "";
        }
        String found = value(Values.of(left, fact, names), member, en);
        if (constraint instanceof Drl.Compare c && !c.operator().equals("==")) {
            return what
                    + (en ? ": " : "：")
                    + found
                    + (en ? "; asked: " : "；须")
                    + operator(c.operator(), Values.of(left, fact, names), en)
                    + right(c.right(), member, fact, names, en);
        }
        if (constraint instanceof Drl.Compare c) {
            return what
                    + (en ? ": " : "：")
                    + found
                    + (en ? "; asked: " : "；须为 ")
                    + right(c.right(), member, fact, names, en);
        }
        if (constraint instanceof Drl.OneOf o) {
            String codes = o.values().stream()
                    .map(v -> value(v.value(), member, en))
                    .collect(Collectors.joining(en ? ", " : "、"));
            return what
                    + (en ? ": " : "：")
                    + found
                    + (en ? "; asked: " : "；须")
                    + (o.negated() ? (en ? "none of " : "不是 ") : (en ? "one of " : "是以下之一："))
                    + codes;
        }
        return what + (en ? ": " : "：") + found;
    }

    private FactTypes.@Nullable Member member(Drl.Operand operand, Object own, Map<String, Object> names) {
        if (!(operand instanceof Drl.Path path) || path.steps().size() != 1) {
            return null;
        }
        Optional<FactTypes.Member> function = FactTypes.function(path);
        if (function.isPresent()) {
            return function.get();
        }
        Object fact = path.root().isEmpty() ? own : names.get(path.root());
        if (fact == null) {
            return null;
        }
        FactTypes.FactType type = FactTypes.all().get(fact.getClass().getSimpleName());
        List<FactTypes.Member> members =
                type == null ? null : type.members().get(path.steps().get(0).name());
        if (members == null || members.isEmpty()) {
            return null;
        }
        Drl.Step step = path.steps().get(0);
        String written = Declaring.written(step).name();
        return written.equals(step.name()) ? members.get(0) : declared(members.get(0), fact, written);
    }

    /** A field that the vocabulary declares, by the method that reads it: it is called as the vocabulary calls it. */
    private FactTypes.Member declared(FactTypes.Member method, Object fact, String field) {
        String full = OwnFields.place(fact) + "." + field;
        return FactTypes.Member.declared(
                Declared.class,
                field,
                method.type(),
                List.of(),
                facts.label(OwnFields.FIELDS, full, false),
                facts.label(OwnFields.FIELDS, full, true),
                List.of(full),
                method.figure());
    }

    /** The value of a declared field as a person reads it; empty where it is read like any other. */
    private String declaredValue(Object value, FactTypes.Member member, boolean en) {
        if (value instanceof Integer whole && whole < 0 || value.equals("unstated")) {
            return en ? "not stated" : "未写明";
        }
        if (value instanceof String code && member.owner() == Declared.class) {
            return switch (code) {
                case "yes" -> en ? "yes" : "是";
                case "no" -> en ? "no" : "否";
                default -> facts.label(OwnFields.CODES, member.reads().get(0) + "." + code, en);
            };
        }
        return "";
    }

    private String value(Object value, FactTypes.Member member, boolean en) {
        String declared = declaredValue(value, member, en);
        if (!declared.isEmpty()) {
            return declared;
        }
        if (value instanceof LocalDate d) {
            return Blank.happened(d) ? d.toString() : en ? "not stated" : "未写明";
        }
        if (value instanceof LocalDateTime t) {
            return Blank.happened(t.toLocalDate()) ? t.toString() : en ? "not stated" : "未写明";
        }
        if (value instanceof String s && !member.code().isEmpty()) {
            return s.isEmpty() ? en ? "none" : "无" : facts.label(member.code(), s, en);
        }
        String shown = Values.shown(value, en ? "en" : "zh");
        return shown.isEmpty() ? en ? "none" : "无" : shown;
    }

    private String right(
            Drl.Operand right, FactTypes.Member member, Object own, Map<String, Object> names, boolean en) {
        String value = value(Values.of(right, own, names), member, en);
        if (right instanceof Drl.Path p && !p.root().isEmpty() && names.get(p.root()) instanceof Evidence owner) {
            FactTypes.Member of = member(right, own, names);
            String id = PlainFacts.id(owner);
            String whose = of == null
                    ? ""
                    : facts.kind(owner, en) + (id.isEmpty() ? "" : " " + id) + (en ? ", " : " 的") + name(of, en);
            return value + (whose.isEmpty() ? "" : (en ? " (" : "（") + whose + (en ? ")" : "）"));
        }
        return value;
    }

    private static String operator(String operator, Object value, boolean en) {
        boolean day = value instanceof LocalDate || value instanceof LocalDateTime;
        return switch (operator) {
            case ">=" -> en ? day ? "not before " : "at least " : day ? "不早于 " : "不少于 ";
            case ">" -> en ? day ? "after " : "more than " : day ? "晚于 " : "多于 ";
            case "<=" -> en ? day ? "not after " : "at most " : day ? "不晚于 " : "不多于 ";
            case "<" -> en ? day ? "before " : "less than " : day ? "早于 " : "少于 ";
            default -> en ? "other than " : "不是 ";
        };
    }
}
