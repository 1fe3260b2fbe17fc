package qiyue.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import qiyue.shape.Field;
import qiyue.shape.Form;

/** Values of a document as people write them in cells. */
final class CellWriter {
    private final Values values;

    CellWriter(Values values) {
        this.values = values;
    }

    /** Writes a value; nothing where the document has none. */
    void put(Worksheet sheet, int row, int at, Column column, JsonNode value) {
        if (value.isMissingNode()) {
            return;
        }
        Field field = column.field();
        switch (field.form()) {
            case DAY -> {
                if (value.asText().equals("none")) {
                    sheet.inlineString(row, at, "无");
                } else {
                    sheet.value(row, at, LocalDate.parse(value.asText()));
                    sheet.style(row, at).format("yyyy-mm-dd").set();
                }
            }
            case TIME -> {
                if (value.asText().equals("none")) {
                    sheet.inlineString(row, at, "无");
                } else {
                    sheet.value(row, at, LocalDateTime.parse(value.asText()));
                    sheet.style(row, at).format("yyyy-mm-dd hh:mm:ss").set();
                }
            }
            case FIGURE, WHOLE_NUMBER -> {
                BigDecimal number = value.decimalValue();
                sheet.value(row, at, number);
                if (field.form() == Form.FIGURE) {
                    sheet.style(row, at)
                            .format(number.stripTrailingZeros().scale() > 2 ? "0.0000" : "0.00")
                            .set();
                }
            }
            case TRUTH -> sheet.inlineString(row, at, values.codes(field).label(value.asText()));
            case LIST -> {
                List<String> parts = new ArrayList<>();
                value.forEach(v -> parts.add(field.coded() ? values.codes(field).label(v.asText()) : v.asText()));
                sheet.inlineString(row, at, String.join("；", parts) + (parts.size() == 1 ? "；" : ""));
            }
            default -> {
                String code = value.isBoolean() ? value.asBoolean() ? "yes" : "no" : value.asText();
                sheet.inlineString(row, at, field.coded() ? values.codes(field).label(code) : code);
            }
        }
    }
}
