package qiyue.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What constraints compare and conclusions are given, with what their methods and functions are given in turn. */
public final class Operands {
    private Operands() {}

    /** What the constraint compares or binds; where a method is called, also what it is given. */
    static Stream<Drl.Operand> of(Drl.Constraint c) {
        return c.operands().stream().flatMap(Operands::parts);
    }

    /** The operand and what it is made of: what its methods and functions are given. */
    public static Stream<Drl.Operand> parts(Drl.Operand operand) {
        return operand instanceof Drl.Path p
                ? Stream.concat(
                        p.steps().stream().flatMap(s -> s.arguments().stream()).flatMap(Operands::parts),
                        Stream.of(operand))
                : Stream.of(operand);
    }

    /** The paths among its operands, those given to methods included. */
    public static List<Drl.Path> paths(Drl.Constraint constraint) {
        List<Drl.Path> found = new ArrayList<>();
        paths(constraint, found);
        return found;
    }

    static void paths(Drl.Constraint constraint, List<Drl.Path> found) {
        for (Drl.Operand side : constraint.operands()) {
            paths(side, found);
        }
    }

    static void paths(Drl.Operand operand, List<Drl.Path> found) {
        if (operand instanceof Drl.Path p) {
            for (Drl.Step step : p.steps()) {
                for (Drl.Operand argument : step.arguments()) {
                    paths(argument, found);
                }
            }
            found.add(p);
        }
    }
}
