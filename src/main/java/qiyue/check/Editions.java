package qiyue.check;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import qiyue.fact.Blank;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.Rulebook;

/** Editions of one instrument follow one another, without a day of both and without a day of none. */
final class Editions {
    private final List<Rulebook> books;

    Editions(Library library) {
        this.books = List.copyOf(library.rulebooks().values());
    }

    void look(Findings found) {
        List<Rulebook> dated = books.stream()
                .filter(b -> b.info().start() == Rulebook.Start.TEXT)
                .sorted(Comparator.comparing((Rulebook b) -> b.info().from()).thenComparing(Rulebook::id))
                .toList();
        for (int i = 0; i < dated.size(); i++) {
            for (int j = i + 1; j < dated.size(); j++) {
                if (sameInstrument(dated.get(i), dated.get(j))) {
                    edition(dated.get(i), dated.get(j), found);
                    break;
                }
            }
        }
    }

    private static boolean sameInstrument(Rulebook a, Rulebook b) {
        return a.info().region().equals(b.info().region())
                && a.info().kinds().stream().anyMatch(b.info().kinds()::contains)
                && stem(a).equals(stem(b));
    }

    private static String stem(Rulebook book) {
        return book.info().title().zh().replaceAll("[（(〔\\[].*?[）)〕\\]]|[0-9]+年?|[版修订试行暂]", "");
    }

    private static void edition(Rulebook before, Rulebook after, Findings found) {
        LocalDate to = before.info().to();
        LocalDate from = after.info().from();
        if (!Blank.happened(to) || !to.isBefore(from)) {
            found.add(
                    "edition-overlap",
                    after,
                    "rulebook.yaml",
                    "/from",
                    new Text(
                            "自 " + from + " 起与 " + before.id() + " 同时有效",
                            "in force together with " + before.id() + " from " + from),
                    new Text(
                            "在 " + before.id() + "/rulebook.yaml 写 to: " + from.minusDays(1),
                            "write to: " + from.minusDays(1) + " in " + before.id() + "/rulebook.yaml"));
        } else if (to.plusDays(1).isBefore(from)) {
            found.add(
                    "edition-gap",
                    after,
                    "rulebook.yaml",
                    "/from",
                    new Text(
                            to.plusDays(1) + " 至 " + from.minusDays(1) + " 没有有效版本（前一版本 " + before.id() + "）",
                            "no edition is in force from " + to.plusDays(1) + " to " + from.minusDays(1)
                                    + " (the one before: " + before.id() + ")"),
                    new Text("核对两个版本的 from 和 to", "check from and to of both"));
        }
    }
}
