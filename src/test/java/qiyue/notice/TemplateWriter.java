package qiyue.notice;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Writes the templates that come with the program; whoever has Word edits them there. Run once: the files are kept. */
final class TemplateWriter {
    private static final String BODY = "仿宋";
    private static final String HEAD = "黑体";

    /** What stands between the margins, in twentieths of a point. */
    private static final int WIDE = 8844;

    private final XWPFDocument document = new XWPFDocument();

    private TemplateWriter() {}

    /** Writes all of them into the folder named. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        for (NoticeKind kind : NoticeKind.values()) {
            Files.write(folder.resolve(kind.code() + ".docx"), new TemplateWriter().template(kind));
        }
    }

    private byte[] template(NoticeKind kind) throws IOException {
        page();
        switch (kind) {
            case CHECK -> check();
            case RECORD -> record();
            case FACTS -> facts();
            case DEFENCE -> defence();
            case DECISION -> decision();
            case SERVICE -> service();
        }
        document.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(Instant.EPOCH)));
        document.getProperties().getCoreProperties().setCreator("qiyue");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return WordTemplate.timeless(out.toByteArray(), Deflater.DEFAULT_COMPRESSION);
    }

    private void check() {
        title("工伤保险协议检查通知书");
        number();
        to();
        text("{{如有:协议}}根据{{适用文本}}和双方签订的服务协议，我单位决定对你单位{{检查事由}}进行检查，现将有关事项通知如下：");
        text("{{如无:协议}}根据{{适用文本}}，我单位决定对你单位{{检查事由}}进行检查，现将有关事项通知如下：");
        item("一、检查时间：{{检查日}}");
        item("二、检查地点：{{检查地点}}");
        item("三、检查范围：{{检查范围}}");
        item("四、检查人员：{{检查人员}}");
        item("五、请你单位准备与检查范围有关的病历、费用清单、票据、处方、药品和耗材的进销存记录、考勤和排班等材料，安排熟悉情况的人员到场，并如实提供情况。");
        contact();
        signed();
    }

    private void record() {
        title("工伤保险协议现场检查记录");
        pairs(
                List.of("被检查机构", "{{机构名称}}"),
                List.of("机构代码", "{{机构代码}}"),
                List.of("机构类别", "{{机构类别}}"),
                List.of("检查编号", "{{文号}}"),
                List.of("检查日期", "{{检查日}}"),
                List.of("检查地点", "{{检查地点}}"),
                List.of("检查人员", "{{检查人员}}"),
                List.of("记录人", "{{记录人}}"));
        head("{{节}}、检查所见");
        only("如有:违约事实", "下列情形，检查人员认为与所列条款有关：");
        rows("违约事实", new int[] {6, 34, 60}, "序号", "条款", "事实");
        only("如有:待核实事实", "下列情形尚待核实，记录在案，不作认定：");
        rows("待核实事实", new int[] {6, 30, 50, 14}, "序号", "条款", "事实", "认定");
        only("如无:违约事实", "检查时未见依{{适用文本}}成立的违约情形。未检查的内容不因此视为符合约定。");
        head("{{节}}、证据材料");
        text("{{证据材料}}");
        head("{{节}}、机构在场人员意见");
        text("{{机构意见}}");
        text("以上记录经核对无误。");
        sign("检查人员（签名）：{{检查人员}}", "被检查机构在场人员（签名）：{{机构签收人}}", "日期：{{落款日期}}");
    }

    private void facts() {
        title("{{如有:协议}}违反服务协议事实确认书");
        title("{{如无:协议}}申请所涉事实确认书");
        number();
        to();
        text("我单位于{{检查日}}对你单位{{检查事由}}进行了检查。现将检查发现的事实和对应的条款列出，请你单位核对。");
        head("{{节}}、事实和条款");
        only("如无:所列事实", "没有认定为成立的事实。");
        rows("违约事实", new int[] {6, 20, 24, 50}, "序号", "条款", "大意", "事实");
        only("如有:处理所依事实", "下列事实本身未列为违约，条款据以作出处理：");
        rows("处理所依事实", new int[] {6, 20, 24, 50}, "序号", "条款", "大意", "事实");
        only("如有:待核实事实", "下列情形尚待核实，请一并说明：");
        rows("待核实事实", new int[] {6, 20, 24, 36, 14}, "序号", "条款", "大意", "事实", "认定");
        only("如有:待认定事项", "下列事项关系到条款是否成立，请你单位提供材料：");
        rows("待认定事项", new int[] {6, 54, 40}, "序号", "事项", "条款");
        quotes("{{节}}、条款原文");
        head("{{节}}、请你单位");
        item("（一）逐项写明属实、不属实或者部分属实，不属实的附证据；");
        item("（二）于{{陈述申辩期限}}内由负责人签名并加盖公章后交回。");
        text("机构意见：{{机构意见}}");
        contact();
        signed();
        sign("机构负责人（签名、盖章）：{{机构负责人}}", "日期：{{落款日期}}");
    }

    private void defence() {
        title("工伤保险协议拟处理告知书");
        number();
        to();
        text("我单位于{{检查日}}对你单位{{检查事由}}进行检查。依据{{适用文本}}，现将认定的事实、所依据的条款和拟作出的处理告知如下。本告知书不是处理决定。");
        head("{{节}}、认定的事实和条款");
        rows("违约事实", new int[] {6, 20, 24, 50}, "序号", "条款", "大意", "事实");
        only("如无:所列事实", "没有认定为成立的事实。");
        only("如有:处理所依事实", "下列事实本身未列为违约，条款据以作出处理：");
        rows("处理所依事实", new int[] {6, 20, 24, 50}, "序号", "条款", "大意", "事实");
        only("如有:待核实事实", "下列情形尚待核实，未计入拟作出的处理：");
        rows("待核实事实", new int[] {6, 20, 24, 36, 14}, "序号", "条款", "大意", "事实", "认定");
        head("{{节}}、拟作出的处理");
        only("如有:应当处理", "（{{小节}}）条款规定应当作出或者依条款发生的：");
        rows("应当处理", new int[] {6, 44, 50}, "序号", "措施", "依据");
        only("如有:可以处理", "（{{小节}}）条款规定可以采取、由我单位决定的：");
        rows("可以处理", new int[] {6, 30, 36, 28}, "序号", "措施", "依据", "意见");
        only("如有:未列入措施", "（{{小节}}）尚未确定，不在拟作出的处理之内的：");
        rows("未列入措施", new int[] {6, 32, 32, 30}, "序号", "措施", "依据", "原因");
        only("如无:拟处理", "没有得出拟作出的处理。");
        moneyTables("{{节}}、金额");
        only("如有:至多金额", "{{至多金额}}。");
        quotes("{{节}}、条款原文");
        head("{{节}}、陈述和申辩");
        text(
                "你单位对上述事实、条款和拟作出的处理有异议的，可以自收到本告知书之日起{{陈述申辩期限}}内向我单位陈述、申辩，并提交证据（最后一日：{{陈述申辩截止日}}；期限依据：{{陈述申辩依据}}）。我单位将复核你单位提出的事实、理由和证据，再作出决定。");
        contact();
        signed();
    }

    private void decision() {
        title("工伤保险协议处理决定书");
        number();
        to();
        text("我单位于{{检查日}}对你单位{{检查事由}}进行检查。{{告知情况}}。你单位陈述、申辩的情况：{{机构意见}}。经{{集体研究日期}}集体研究，{{决定机构}}现决定如下。");
        head("{{节}}、认定的事实和条款");
        rows("违约事实", new int[] {6, 20, 24, 50}, "序号", "条款", "大意", "事实");
        only("如无:所列事实", "没有认定为成立的事实。");
        only("如有:处理所依事实", "下列事实本身未列为违约，条款据以作出处理：");
        rows("处理所依事实", new int[] {6, 20, 24, 50}, "序号", "条款", "大意", "事实");
        head("{{节}}、处理决定");
        rows("处理决定", new int[] {6, 44, 50}, "序号", "措施", "依据");
        only("如有:未定措施", "下列措施条款规定可以采取，签发前须逐项决定；决定采取的移入上表，不采取的删去：");
        rows("未定措施", new int[] {6, 30, 36, 28}, "序号", "措施", "依据", "意见");
        only("如无:所列处理", "没有得出须由我单位作出的处理。");
        moneyTables("{{节}}、金额");
        only("如有:机构期限", "{{节}}、你单位须办理的事项");
        rows("机构期限", new int[] {6, 40, 26, 28}, "序号", "事项", "期限", "依据");
        quotes("{{节}}、条款原文");
        head("{{节}}、救济途径");
        only("如有:救济途径", "你单位对本决定有异议的，可以：");
        each("救济途径", "（{{序号}}）{{途径}}（{{依据}}）{{句末}}");
        only("如无:救济途径", "【待填：救济途径，本地区的数据没有写】");
        text("办理期限依有关法律规定：【待填：复议、诉讼的期限和受理机关】。");
        contact();
        sign("{{决定机构}}（印章）", "{{落款日期}}");
    }

    private void service() {
        title("送达回证");
        pairs(
                List.of("受送达机构", "{{机构名称}}"),
                List.of("机构代码", "{{机构代码}}"),
                List.of("送达文书", "{{送达文书}}"),
                List.of("文号", "{{文号}}"),
                List.of("送达方式", "{{送达方式}}"),
                List.of("送达地点", "{{送达地点}}"),
                List.of("送达日", "{{送达日}}"),
                List.of("送达人", "{{送达人}}"),
                List.of("签收人及与受送达机构的关系", "{{机构签收人}}"),
                List.of("拒收、留置的事由和见证人", "无，或写明：\u3000"));
        text("陈述申辩的最后一日（送达的是拟处理告知书时）：{{陈述申辩截止日}}");
        signed();
    }

    private void moneyTables(String heading) {
        only("如有:金额明细", heading);
        rows("金额明细", new int[] {6, 16, 32, 10, 22, 14}, "序号", "措施", "项目", "款项", "依据", "金额");
        each("金额合计", "{{科目}}：{{金额}} 元");
        only("如有:应处理金额", "处理的金额（每一元只计一次）：{{应处理金额}}。");
        only("如有:金额说明", "{{金额说明}}");
        only("如有:条款不及的款项", "下列款项，所依条款没有及于，不在本次处理之内：");
        each("条款不及的款项", "（{{序号}}）{{款项}}。");
    }

    private void quotes(String heading) {
        only("如有:条款原文", heading);
        each("条款原文", "{{条款}}：{{原文}}");
    }

    private void number() {
        paragraph("{{文号}}", ParagraphAlignment.CENTER, BODY, 14, false, 0);
    }

    private void to() {
        paragraph("{{机构名称}}：", ParagraphAlignment.LEFT, BODY, 14, false, 0);
    }

    private void contact() {
        text("联系人：{{联系人}}\u3000联系电话：{{联系电话}}\u3000地址：{{联系地址}}");
    }

    private void signed() {
        sign("{{经办机构}}（印章）", "{{落款日期}}");
    }

    private void sign(String... lines) {
        for (String line : lines) {
            paragraph(line, ParagraphAlignment.RIGHT, BODY, 14, false, 0);
        }
    }

    private void title(String text) {
        paragraph(text, ParagraphAlignment.CENTER, HEAD, 20, true, 0);
    }

    private void head(String text) {
        paragraph(text, ParagraphAlignment.LEFT, HEAD, 14, true, 0);
    }

    private void text(String text) {
        paragraph(text, ParagraphAlignment.BOTH, BODY, 14, false, 560);
    }

    private void item(String text) {
        text(text);
    }

    private void only(String when, String text) {
        boolean heading = text.startsWith("{{节}}、");
        paragraph(
                "{{" + when + "}}" + text,
                ParagraphAlignment.LEFT,
                heading ? HEAD : BODY,
                14,
                heading,
                heading ? 0 : 560);
    }

    private void each(String list, String text) {
        paragraph("{{每项:" + list + "}}" + text, ParagraphAlignment.LEFT, BODY, 14, false, 560);
    }

    private void paragraph(
            String text, ParagraphAlignment alignment, String font, int size, boolean bold, int firstLine) {
        XWPFParagraph p = document.createParagraph();
        p.setAlignment(alignment);
        if (firstLine > 0) {
            p.setIndentationFirstLine(firstLine);
        }
        p.setKeepNext(bold);
        p.setSpacingBetween(size >= 20 ? 1.6 : 1.35);
        if (size >= 20) {
            p.setSpacingAfter(240);
        }
        run(p, text, font, size, bold);
    }

    private static void run(XWPFParagraph p, String text, String font, int size, boolean bold) {
        XWPFRun run = p.createRun();
        run.setText(text);
        run.setFontFamily(font, XWPFRun.FontCharRange.eastAsia);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.ascii);
        run.setFontFamily("Times New Roman", XWPFRun.FontCharRange.hAnsi);
        run.setFontSize(size);
        run.setBold(bold);
    }

    /** A table whose second row is repeated for each entry; it goes where there is none. */
    private void rows(String list, int[] percents, String... columns) {
        XWPFTable table = document.createTable(2, columns.length);
        fixed(table, percents);
        table.getRow(0).setRepeatHeader(true);
        for (int c = 0; c < columns.length; c++) {
            cell(table.getRow(0).getCell(c), (c == 0 ? "{{如有:" + list + "}}" : "") + columns[c], true, percents[c]);
            cell(
                    table.getRow(1).getCell(c),
                    (c == 0 ? "{{每项:" + list + "}}" : "") + "{{" + columns[c] + "}}",
                    false,
                    percents[c]);
        }
    }

    @SafeVarargs
    private void pairs(List<String>... lines) {
        XWPFTable table = document.createTable(lines.length, 2);
        fixed(table, new int[] {32, 68});
        for (int r = 0; r < lines.length; r++) {
            cell(table.getRow(r).getCell(0), lines[r].get(0), true, 32);
            cell(table.getRow(r).getCell(1), lines[r].get(1), false, 68);
        }
    }

    /** Columns as wide as they are told, whatever stands in them. */
    private static void fixed(XWPFTable table, int[] percents) {
        table.setWidth(WIDE);
        table.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblGrid grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int percent : percents) {
            grid.addNewGridCol().setW(BigInteger.valueOf(WIDE * percent / 100));
        }
    }

    private static void cell(XWPFTableCell cell, String text, boolean bold, int percent) {
        cell.setWidth(String.valueOf(WIDE * percent / 100));
        XWPFParagraph p = cell.getParagraphArray(0);
        run(p, text, BODY, 12, bold);
    }

    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margin = section.addNewPgMar();
        margin.setTop(BigInteger.valueOf(1701));
        margin.setBottom(BigInteger.valueOf(1474));
        margin.setLeft(BigInteger.valueOf(1588));
        margin.setRight(BigInteger.valueOf(1474));
        XWPFFooter footer = document.createFooter(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT);
        XWPFParagraph p = footer.createParagraph();
        p.setAlignment(ParagraphAlignment.CENTER);
        p.getCTP().addNewFldSimple().setInstr("PAGE");
    }
}
