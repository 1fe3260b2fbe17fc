package qiyue.form;

import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Worksheet;

/** How the sheets of a form look. */
final class Look {
    static final String HEAD = "D9E1F2";
    static final String NEEDED = "FCE4D6";
    static final String GREY = "7F7F7F";

    private Look() {}

    /** As it comes out of a printer: A4, as wide as the page, its headings on each. */
    static void page(Worksheet sheet, boolean wide) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation(wide ? "landscape" : "portrait");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    static void head(Worksheet sheet, int row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            sheet.inlineString(row, i, texts.get(i));
            sheet.style(row, i).bold().fillColor(HEAD).set();
        }
    }
}
