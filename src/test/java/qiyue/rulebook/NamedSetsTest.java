package qiyue.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.TinyRules;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.problem.Problems;

/** Sets called by name: what stands for each when the whole rulebook is read, and how people read them still. */
class NamedSetsTest {
    @TempDir
    private Path folder;

    private TinyRules rules;

    @BeforeEach
    void a_residual_clause() throws Exception {
        rules = TinyRules.in(folder);
        rules.change(
                TinyRules.LEDGER,
                "  - {id: \"2\"",
                "  - {id: \"1.2\", status: encoded, zh: 其他, en: others}\n  - {id: \"2\"");
        rules.append(TinyRules.WORDS, """
                lists: {both: {of: conducts, topics: [stays], zh: 住院各种, en: all of stays}}
                """);
        rules.append(TinyRules.DRL, """

                rule "1.2 其他"
                when
                    $f : Finding( conduct in rest of "1" )
                then
                    insertLogical( Breach.of( "1.2", $f ) );
                end
                """);
    }

    private Drl.OneOf set(String title) throws Problems {
        return Library.load(folder).rulebooks().get(TinyRules.BOOK).rules().stream()
                .filter(r -> r.title().equals(title))
                .flatMap(Drl.Rule::patterns)
                .flatMap(p -> p.constraints().stream())
                .filter(Drl.OneOf.class::isInstance)
                .map(Drl.OneOf.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<String> codes(String title) throws Problems {
        return set(title).values().stream().map(v -> v.value().toString()).toList();
    }

    @Test
    void the_rest_is_what_no_other_rule_of_the_article_names() throws Problems {
        assertThat(codes("其他")).containsExactly("split-stay");
    }

    @Test
    void a_new_conduct_stands_in_the_rest_by_itself() throws Exception {
        rules.write("vocabulary/more.yaml", "conducts: {name-hanging: {topic: stays, zh: 挂名, en: name only}}\n");

        assertThat(codes("其他")).containsExactly("name-hanging", "split-stay");
    }

    @Test
    void a_rest_with_nothing_in_it_takes_nothing() throws Exception {
        rules.change(TinyRules.DRL, "conduct == \"bed-hanging\"", "conduct in list \"both\"");

        assertThat(codes("挂床住院情节严重")).containsExactly("bed-hanging", "split-stay");
        assertThat(codes("其他")).containsExactly("");
    }

    @Test
    void items_are_what_the_others_name() throws Exception {
        rules.change(TinyRules.DRL, "rest of \"1\"", "items of ( \"1\", \"1.1\" )");

        assertThat(codes("其他")).containsExactly("bed-hanging");
    }

    @Test
    void without_a_clause_the_whole_rulebook_counts() throws Exception {
        rules.change(TinyRules.DRL, "rest of \"1\"", "rest");

        assertThat(codes("其他")).containsExactly("split-stay");
    }

    @Test
    void a_step_beside_takes_a_conduct_out_of_no_rest() throws Exception {
        rules.change(TinyRules.DRL, "rest of \"1\"", "rest");
        rules.append(TinyRules.DRL, """

                rule "1.1 告知"
                when
                    $f : Finding( conduct == "split-stay" )
                then
                    insertLogical( Duty.shall( "1.1", "written-notice", $f ).by( "agency" ) );
                end
                """);

        assertThat(codes("其他")).containsExactly("split-stay");
    }

    @Test
    void people_read_the_name_and_the_engine_the_codes() throws Exception {
        Rulebook book = Library.load(folder).rulebooks().get(TinyRules.BOOK);
        Drl.Rule rule = book.rules().get(2);

        assertThat(DrlPrinter.written(rule)).contains("conduct in rest of \"1\"");
        assertThat(DrlPrinter.print(book.id(), "p", List.of(rule))).contains("conduct in ( \"split-stay\" )");
    }

    @Test
    void what_was_kept_of_it_is_the_same() throws Exception {
        Library first = Library.load(folder, java.util.Set.of(), folder.resolve("kept"), l -> {});
        Library second = Library.load(folder, java.util.Set.of(), folder.resolve("kept"), l -> {});

        assertThat(second.rulebooks().get(TinyRules.BOOK).rules())
                .isEqualTo(first.rulebooks().get(TinyRules.BOOK).rules());
    }

    /** What says that the facility broke something without being a breach by itself: the two lists differ by just that. */
    @Test
    void what_is_no_violation_is_what_is_no_breach_but_for_two() throws Problems {
        Vocabulary words = Library.load(Path.of("rules")).vocabulary();
        List<String> breach = new ArrayList<>(NamedSets.members(words, "lists", "no-breach"));
        breach.removeAll(List.of("administrative-rules-broken", "major-violation-found"));
        assertThat(NamedSets.members(words, "lists", "no-violation")).containsExactlyElementsOf(breach);
    }
}
