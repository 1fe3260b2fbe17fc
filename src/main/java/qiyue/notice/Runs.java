package qiyue.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHighlightColor;

/** The runs of a paragraph. Word cuts a text into runs as it likes, a tag as well: a value takes the look of where its tag began. */
final class Runs {
    private static final Pattern TAG = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern BLANK = Pattern.compile("【待填：[^】]*】");

    private Runs() {}

    /** A piece of text that looks like that run. */
    private record Piece(String text, int run, boolean marked) {}

    /** Puts values in the place of tags; a paragraph without tags and blanks stays as it is. */
    static void write(XWPFParagraph paragraph, NoticeData data, Map<String, String> entry) {
        StringBuilder text = new StringBuilder();
        List<Integer> from = new ArrayList<>();
        List<XWPFRun> runs = List.copyOf(paragraph.getRuns());
        for (int r = 0; r < runs.size(); r++) {
            String part = runs.get(r).text();
            text.append(part);
            for (int i = 0; i < part.length(); i++) {
                from.add(r);
            }
        }
        Matcher tag = TAG.matcher(text);
        List<Piece> pieces = new ArrayList<>();
        int done = 0;
        boolean any = false;
        while (tag.find()) {
            any = true;
            plain(text, from, done, tag.start(), pieces);
            String name = tag.group(1).strip();
            if (!WordTemplate.directs(name)) {
                marked(data.text(name, entry), from.get(tag.start()), pieces);
            }
            done = tag.end();
        }
        // a blank of the template itself is one to be filled in, too
        if (!any && !BLANK.matcher(text).find()) {
            return;
        }
        plain(text, from, done, text.length(), pieces);
        List<CTRPr> looks = new ArrayList<>();
        for (XWPFRun run : runs) {
            looks.add(run.getCTR().isSetRPr() ? (CTRPr) run.getCTR().getRPr().copy() : CTRPr.Factory.newInstance());
        }
        empty(paragraph);
        for (Piece piece : pieces) {
            add(paragraph, piece, looks.get(piece.run()));
        }
    }

    /** Takes all text away. */
    static void empty(XWPFParagraph paragraph) {
        while (!paragraph.getRuns().isEmpty()) {
            paragraph.removeRun(0);
        }
    }

    private static void plain(CharSequence text, List<Integer> from, int start, int end, List<Piece> pieces) {
        int at = start;
        while (at < end) {
            int next = at;
            while (next < end && from.get(next).equals(from.get(at))) {
                next++;
            }
            marked(text.subSequence(at, next).toString(), from.get(at), pieces);
            at = next;
        }
    }

    /** A value, or what stands beside tags; what is still to be filled in within it is marked. */
    private static void marked(String value, int run, List<Piece> pieces) {
        int done = 0;
        for (Matcher blank = BLANK.matcher(value); blank.find(); ) {
            if (blank.start() > done) {
                pieces.add(new Piece(value.substring(done, blank.start()), run, false));
            }
            pieces.add(new Piece(blank.group(), run, true));
            done = blank.end();
        }
        if (done < value.length()) {
            pieces.add(new Piece(value.substring(done), run, false));
        }
    }

    private static void add(XWPFParagraph paragraph, Piece piece, CTRPr look) {
        XWPFRun run = paragraph.createRun();
        run.getCTR().setRPr((CTRPr) look.copy());
        String[] lines = piece.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            // signs that no XML may hold
            run.setText(lines[i].replaceAll("[\\p{Cntrl}&&[^\t]]", ""), i);
        }
        if (piece.marked()) {
            run.setTextHighlightColor(STHighlightColor.YELLOW.toString());
        }
    }
}
