package qiyue.form;

import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** How the sheets of a form look. */
final class Look {
    static final String HEAD = "D9E1F2";
    static final String NEEDED = "FCE4D6";
    static final String GREY = "7F7F7F";

    private Look() {}

    static void head(Worksheet sheet, int row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            sheet.inlineString(row, i, texts.get(i));
            sheet.style(row, i).bold().fillColor(HEAD).set();
        }
    }
}
