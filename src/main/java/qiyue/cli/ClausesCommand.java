package qiyue.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.drl.Drl;
import qiyue.problem.Problems;
import qiyue.report.Citations;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** {@code clauses}: the ledger, a line a clause. */
@Command(
        name = "clauses",
        mixinStandardHelpOptions = true,
        description = {"列出条款登记", "list the ledger of clauses"},
        footer = {"", "例 example:", "  qiyue clauses beijing/rules-2025", "  qiyue clauses beijing --clause 第十八条"})
final class ClausesCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--format",
            paramLabel = "tsv",
            description = {"tsv（默认）", "tsv (default)"})
    private String format = "tsv";

    @Option(
            names = "--clause",
            paramLabel = "CLAUSE",
            description = {"只列这些条款：19、18.p1、第十九条第（三）项", "only these clauses: 19, 18.p1, art. 19 item 3"})
    private List<String> clauses = List.of();

    @Parameters(
            paramLabel = "RULEBOOK",
            arity = "0..*",
            description = {"规则册；缺省为全部", "rulebooks; all by default"})
    private List<String> rulebooks = List.of();

    @Override
    public Integer call() {
        if (!format.equals("tsv")) {
            main.say("--format 可用 tsv", "--format: tsv");
            return Main.BAD_INPUT;
        }
        try {
            Library library = common.library();
            Optional<String> unknown = Books.unknown(library, rulebooks);
            if (unknown.isPresent()) {
                main.say("没有这个规则册或地区：" + unknown.get(), "no such rulebook or region: " + unknown.get());
                return Main.BAD_INPUT;
            }
            Set<String> named = new HashSet<>();
            for (String text : clauses) {
                List<String> found = Citations.find(library, text);
                if (found.isEmpty()) {
                    main.say("没有这样的条款：" + text, "no such clause: " + text);
                    return Main.BAD_INPUT;
                }
                named.addAll(found);
            }
            main.out.println("clause\tstatus\trules\tquestions\tmeaning");
            library.rulebooks().values().stream()
                    .filter(r -> Books.named(rulebooks, r.id()))
                    .forEach(r -> list(r, named));
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    private void list(Rulebook book, Set<String> named) {
        book.ledger().values().forEach(c -> {
            if (!named.isEmpty() && !named.contains(book.id() + "#" + c.id())) {
                return;
            }
            List<Drl.Rule> rules =
                    book.rules().stream().filter(r -> r.clause().equals(c.id())).toList();
            String questions = rules.stream()
                    .flatMap(ClausesCommand::questions)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(" "));
            String why = c.why().zh().isEmpty()
                    ? ""
                    : common.lang().equals("en")
                            ? " (" + c.why().en() + ")"
                            : "（" + c.why().zh() + "）";
            String status = c.encoded() && !questions.isEmpty()
                    ? "encoded+answers"
                    : c.status().code();
            main.out.println(String.join(
                    "\t",
                    book.id() + "#" + c.id(),
                    status,
                    rules.size() + "",
                    questions,
                    c.label().in(common.lang()) + why));
        });
    }

    private static java.util.stream.Stream<String> questions(Drl.Rule rule) {
        return rule.patterns()
                .filter(p -> p.type().equals("Answer"))
                .flatMap(p -> p.constraints().stream())
                .flatMap(c -> c instanceof Drl.Compare k
                                && k.left() instanceof Drl.Path p
                                && p.steps().get(0).name().equals("question")
                                && k.right() instanceof Drl.Literal l
                        ? java.util.stream.Stream.of(l.value().toString())
                        : java.util.stream.Stream.of());
    }
}
