package qiyue.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import qiyue.Shipped;
import qiyue.problem.Problems;

/** Articles, items, points, paragraphs and sentences by their numbers; what is not certain is not quoted. */
class OfficialTextsTest {
    private static final OfficialText TEXT = new OfficialText("""
            某地协议样本
            第一章 总则
            第一条  甲乙双方订立本协议。乙方接受检查；不得拒绝。
            第二条　有下列情形的，按本条处理：
              （一）多收费用的；
              （二）下列材料不全的：
              1.病历；
              2.清单。
            前款情形轻微的，可以约谈。
            依照第一条的规定办理的除外。
            第二章 附则
            第十一条 本协议一式两份。
            第十一条 本协议自签订之日起生效。
            """);

    @Test
    void pieces_are_found_by_their_numbers() {
        assertThat(TEXT.of("1.s1")).containsExactly("甲乙双方订立本协议。");
        assertThat(TEXT.of("1.s2b")).containsExactly("乙方接受检查；");
        assertThat(TEXT.of("2.1")).containsExactly("（一）多收费用的；");
        assertThat(TEXT.of("2.2.1")).containsExactly("1.病历；");
        assertThat(TEXT.of("2.2")).containsExactly("（二）下列材料不全的：\n1.病历；\n2.清单。");
        assertThat(TEXT.of("2.p1.a")).containsExactly("有下列情形的，按本条处理：");
        assertThat(TEXT.of("2.p2")).containsExactly("前款情形轻微的，可以约谈。");
        assertThat(TEXT.of("1a").get(0)).startsWith("第一条").doesNotContain("第一章", "第二条");
    }

    @Test
    void what_is_not_there_or_there_twice_is_not_one_piece() {
        assertThat(TEXT.of("2.3")).isEmpty();
        assertThat(TEXT.of("3")).isEmpty();
        assertThat(TEXT.of("11")).hasSize(2);
        assertThat(TEXT.of("sheet.row1")).isEmpty();
        // a line that only refers to an article begins none
        assertThat(TEXT.numbers()).containsExactly(1, 2, 11);
    }

    /** One of the two may be the annex of another instrument: an item that only one of them has is not for certain the clause's. */
    @Test
    void an_item_of_an_article_that_is_there_twice_is_not_one_piece() {
        OfficialText text = new OfficialText("""
                第三条 有下列情形的：
                （一）多收费用的；
                第四条 双方协商。
                第三条 附件另有约定的，从其约定。
                第四条 双方协商。
                """);

        assertThat(text.of("3.1")).hasSize(2);
        assertThat(text.of("3.2")).isEmpty();
        assertThat(text.of("4")).as("twice the same").containsExactly("第四条 双方协商。");
    }

    /** As a copy taken out of a page or a scan has it. */
    @Test
    void dashes_of_lists_and_a_forgotten_word_hide_no_piece() {
        OfficialText text = new OfficialText("""
                第二十七条 乙方应指定专人。
                第二十八 任何一方的系统出现故障都应通知对方。
                第二十九条 有下列情形的：
                - (一) 多收费用的；
                - (二) 拒绝检查的。
                第五 章 附则
                """);

        assertThat(text.numbers()).containsExactly(27, 28, 29);
        assertThat(text.of("28.s1")).containsExactly("任何一方的系统出现故障都应通知对方。");
        assertThat(text.of("29.2")).containsExactly("(二) 拒绝检查的。");
    }

    @Test
    void articles_may_be_numbered_without_their_word() {
        OfficialText text = new OfficialText("[bookmark: _G1]二、申请条件：\n（ 1） 有执照；\n十二、保密。\n二十一、附则。");

        assertThat(text.numbers()).containsExactly(2, 12, 21);
        assertThat(text.of("2.1")).containsExactly("（ 1） 有执照；");
    }

    @Test
    void a_folder_is_bound_by_the_names_of_its_files(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("jinhua-measures-2020.txt"), "二十四、样本文字。\n九十九、多出的一条。");
        OfficialTexts texts = OfficialTexts.of(folder, Shipped.library());
        OfficialTexts.Bound bound = texts.all().get(0);

        assertThat(texts.all()).hasSize(1);
        assertThat(bound.found()).containsEntry("24", "二十四、样本文字。");
        assertThat(bound.orphaned()).contains("1", "3.2.1");
        assertThat(bound.unclaimed()).containsExactly(99);
        assertThat(texts.quotes()).containsEntry("jinhua/measures-2020#24", List.of("二十四、样本文字。"));
    }

    @Test
    void a_file_of_several_instruments_is_cut_at_their_titles(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("通知.txt"),
                "通知正文。\n附件：\n1. 山西省工伤保险医疗服务协议\n工伤保险协议服务机构管理暂行办法\n第四十条 办法的一条。\n附件1\n第四十条 表格里的话。\n"
                        + "山西省工伤保险  医疗服务协议\n第四十条 医疗协议的一条。\n山西省工伤保险 康复服务协议\n第四十条 康复协议的一条。\n");
        OfficialTexts texts = OfficialTexts.of(folder, Shipped.library());

        assertThat(texts.quotes())
                .containsEntry("shanxi/medical-2022#40", List.of("第四十条 医疗协议的一条。"))
                .containsEntry("shanxi/rehabilitation-2022#40.p1", List.of("康复协议的一条。"));
        assertThat(texts.all()).extracting(OfficialTexts.Bound::rulebook).contains("shanxi/measures-2022");
    }

    @Test
    void a_link_in_the_folder_is_refused(@TempDir Path folder, @TempDir Path elsewhere) throws Exception {
        Path other = Files.writeString(elsewhere.resolve("secret.txt"), "二十四、别处的文字。");
        Files.writeString(folder.resolve("a.txt"), "甲");
        Files.createSymbolicLink(folder.resolve("jinhua-measures-2020.txt"), other);

        assertThat(catchThrowableOfType(Problems.class, () -> OfficialTexts.of(folder, Shipped.library()))
                        .all()
                        .get(0)
                        .render("zh"))
                .contains("jinhua-measures-2020.txt", "不能有链接")
                .doesNotContain("别处");
    }

    @Test
    void a_folder_without_texts_is_an_error(@TempDir Path folder) {
        assertThat(catchThrowableOfType(Problems.class, () -> OfficialTexts.of(folder, Shipped.library()))
                        .all()
                        .get(0)
                        .code())
                .isEqualTo("no-texts");
    }
}
