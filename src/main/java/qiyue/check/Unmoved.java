package qiyue.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.problem.Text;
import qiyue.rulebook.OwnFields;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Vocabulary;

/**
 * A step that came too late by a day worked out, where the same rulebook has the step itself within so long: the last day of the step
 * is moved off days of rest, the day worked out is not, and who acts on the last day would be late in one clause and in time in the
 * other.
 */
final class Unmoved implements Check {
    private static final Set<String> UNITS = Set.of("days", "months", "years");

    private final OwnFields own;

    Unmoved(Vocabulary vocabulary) {
        this.own = vocabulary.own();
    }

    /** A step of some kind of fact: within so long from one of its days, done on another. */
    private record Timed(String kind, String from, String done, Object number, String unit) {}

    @Override
    public void look(Rulebook book, Findings found) {
        List<Timed> steps = new ArrayList<>();
        book.rules().forEach(r -> timed(r).ifPresent(steps::add));
        if (steps.isEmpty()) {
            return;
        }
        for (Drl.RuleFile file : book.files()) {
            for (Drl.Rule rule : file.rules()) {
                rule.positive()
                        .forEach(p -> p.constraints().stream()
                                .filter(c -> late(p, c).filter(steps::contains).isPresent())
                                .forEach(c -> report(found, file, c)));
            }
        }
    }

    private Optional<Timed> timed(Drl.Rule rule) {
        Optional<Drl.Step> within = rule.then().step("within");
        Optional<Drl.Step> done = rule.then().step("done");
        if (within.isEmpty() || done.isEmpty() || within.get().arguments().size() != 3) {
            return Optional.empty();
        }
        List<Drl.Operand> arguments = within.get().arguments();
        return arguments.get(0) instanceof Drl.Literal number
                        && arguments.get(1) instanceof Drl.Literal unit
                        && UNITS.contains(String.valueOf(unit.value()))
                        && arguments.get(2) instanceof Drl.Path from
                        && done.get().arguments().get(0) instanceof Drl.Path day
                        && from.root().equals(day.root())
                ? rule.positive()
                        .filter(p -> p.binding().equals(from.root()))
                        .findFirst()
                        .map(p -> new Timed(
                                own.called(p),
                                Declaring.name(from),
                                Declaring.name(day),
                                number.value(),
                                String.valueOf(unit.value())))
                : Optional.empty();
    }

    /** What a constraint says of a day later than so long after another of the same fact. */
    private Optional<Timed> late(Drl.Pattern p, Drl.Constraint c) {
        return c instanceof Drl.Compare k
                        && k.operator().equals(">")
                        && k.left() instanceof Drl.Path done
                        && done.root().isEmpty()
                        && k.right() instanceof Drl.Path later
                        && later.steps().size() == 1
                        && later.steps().get(0).name().endsWith("Later")
                        && later.steps().get(0).arguments().size() == 2
                        && later.steps().get(0).arguments().get(0) instanceof Drl.Path from
                        && from.root().isEmpty()
                        && later.steps().get(0).arguments().get(1) instanceof Drl.Literal number
                ? Optional.of(new Timed(
                        own.called(p),
                        Declaring.name(from),
                        Declaring.name(done),
                        number.value(),
                        later.steps().get(0).name().replace("Later", "")))
                : Optional.empty();
    }

    private static void report(Findings found, Drl.RuleFile file, Drl.Constraint c) {
        found.add(
                "deadline-unmoved",
                file,
                c.pos(),
                new Text(
                        "同一期限的步骤末日遇休息日顺延，这里推算的日子不顺延：末日是休息日的，这里算逾期，那里不算",
                        "the last day of the step with the same time limit is moved off days of rest, the day worked out here is not: where it falls on one, this rule already finds it late and the step does not"),
                new Text(
                        "前面写 $i : Inspection()，此处写 $i.workingDayFrom( … )，括号里是现在的这一项；文本写明不顺延的，步骤改写 .due( … )",
                        "write $i : Inspection() before it and $i.workingDayFrom( … ) around what stands here; where the text says that nothing is moved, give the step .due( … )"));
    }
}
