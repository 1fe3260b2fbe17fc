package qiyue.notice;

import org.apache.poi.xwpf.usermodel.BodyElementType;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** A filled paper as a page of its own: paragraphs, tables, bold, marked blanks; what Word alone can do is left out. */
final class WordPage {
    private static final String STYLE = """
            body { font-family: "FangSong", "STFangsong", "Noto Serif CJK SC", "Songti SC", serif; line-height: 1.75; color: #111; background: #fff;
              max-width: 46em; margin: 1.5em auto; padding: 0 1.2em; } p { margin: 0.25em 0; white-space: pre-wrap; }
            p.center { text-align: center; } p.right { text-align: right; } p.indent { text-indent: 2em; } p.title { font-size: 1.5em; letter-spacing: 0.15em; }
            table { border-collapse: collapse; width: 100%; margin: 0.5em 0; } td { border: 1px solid #555; padding: 0.25em 0.5em; vertical-align: top; overflow-wrap: anywhere; }
            mark { background: #ffec80; color: #111; }
            @media print { @page { size: A4; margin: 25mm 24mm; } body { margin: 0; padding: 0; max-width: none; font-size: 12pt; } tr { break-inside: avoid; } mark { print-color-adjust: exact; } }
            """;

    private static final int LARGE = 18;

    private final XWPFDocument document;
    private final StringBuilder out = new StringBuilder();
    private final String title;

    WordPage(XWPFDocument document, String title) {
        this.document = document;
        this.title = title;
    }

    String html() {
        out.append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        for (IBodyElement element : document.getBodyElements()) {
            if (element.getElementType() == BodyElementType.PARAGRAPH) {
                paragraph((XWPFParagraph) element);
            } else if (element.getElementType() == BodyElementType.TABLE) {
                table((XWPFTable) element);
            }
        }
        return out.append("</body>\n</html>\n").toString();
    }

    private void paragraph(XWPFParagraph p) {
        boolean large =
                p.getRuns().stream().anyMatch(r -> r.getFontSizeAsDouble() != null && r.getFontSizeAsDouble() >= LARGE);
        String kind = (p.getAlignment() == ParagraphAlignment.CENTER
                        ? "center"
                        : p.getAlignment() == ParagraphAlignment.RIGHT || p.getAlignment() == ParagraphAlignment.END
                                ? "right"
                                : p.getIndentationFirstLine() > 0 || chars(p) ? "indent" : "")
                + (large ? " title" : "");
        out.append(kind.isBlank() ? "<p>" : "<p class=\"" + kind.strip() + "\">");
        for (XWPFRun run : p.getRuns()) {
            String text = escaped(run.text()).replace("\n", "<br/>");
            String bold = run.isBold() ? "<b>" + text + "</b>" : text;
            out.append(run.isHighlighted() ? "<mark>" + bold + "</mark>" : bold);
        }
        out.append("</p>\n");
    }

    private static boolean chars(XWPFParagraph p) {
        return p.getCTPPr() != null
                && p.getCTPPr().isSetInd()
                && p.getCTPPr().getInd().isSetFirstLineChars();
    }

    private void table(XWPFTable table) {
        out.append("<table>\n");
        for (XWPFTableRow row : table.getRows()) {
            out.append("<tr>");
            for (XWPFTableCell cell : row.getTableCells()) {
                out.append("<td").append(span(cell)).append('>');
                cell.getParagraphs().forEach(this::paragraph);
                out.append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</table>\n");
    }

    private static String span(XWPFTableCell cell) {
        return cell.getCTTc().isSetTcPr() && cell.getCTTc().getTcPr().isSetGridSpan()
                ? " colspan=\"" + cell.getCTTc().getTcPr().getGridSpan().getVal() + "\""
                : "";
    }

    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
