package qiyue.page;

import java.util.List;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;

/** A score sheet, row by row. */
record SheetPage(Frame frame, String kinds, String cap, List<Row> rows) {

    /**
     * A row.
     *
     * @param href the page of its clause; empty if the ledger has none
     */
    record Row(String id, String href, String content, String points, String way, String kinds) {}

    static SheetPage of(Rulebook book, Sheet sheet, Words words) {
        return new SheetPage(
                Frame.of(
                        words,
                        book.id() + "/" + Places.sheet(sheet.name()),
                        sheet.title().in(words.lang()),
                        new Link("index.html", book.info().title().in(words.lang()))),
                words.and(sheet.kinds().stream()
                        .map(k -> words.label("facility-kinds", k))
                        .toList()),
                sheet.cap().toPlainString(),
                sheet.rows().stream().map(r -> row(book, sheet, r, words)).toList());
    }

    private static Row row(Rulebook book, Sheet sheet, Sheet.Row row, Words words) {
        String id = sheet.name() + "." + row.id();
        return new Row(
                row.id(),
                book.ledger().containsKey(id) ? Places.clause(id) : "",
                row.label().in(words.lang()),
                row.way() == Sheet.Way.VETO
                        ? ""
                        : row.points().toPlainString() + (row.bonus() ? words.t("（加分）", " (bonus)") : ""),
                words.way(row),
                words.and(row.kinds().stream()
                        .map(k -> words.label("facility-kinds", k))
                        .toList()));
    }

    List<String> header() {
        return List.of(
                frame.t("行", "row"),
                frame.t("内容", "content"),
                frame.t("分值", "points"),
                frame.t("计分", "scoring"),
                frame.t("机构类别", "kinds"));
    }
}
