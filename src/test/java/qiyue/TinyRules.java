package qiyue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.rulebook.Library;

/** A rules folder of one small rulebook, sound until a test breaks it. */
public final class TinyRules {
    /** The folder of the rulebook, and its rule file. */
    public static final String BOOK = "testland/rules-2025";

    public static final String DRL = BOOK + "/a01-stays.drl";
    public static final String LEDGER = BOOK + "/clauses.yaml";
    public static final String INFO = BOOK + "/rulebook.yaml";
    public static final String SHEET = BOOK + "/annual.yaml";
    public static final String WORDS = "vocabulary/words.yaml";

    private final Path root;

    private TinyRules(Path root) {
        this.root = root;
    }

    /** Writes the sound folder. */
    public static TinyRules in(Path root) throws IOException {
        TinyRules rules = new TinyRules(root);
        rules.write(WORDS, """
                regions: {testland: {zh: 试验地, en: Testland}}
                facility-kinds: {medical: {zh: 医疗机构, en: medical institution}}
                topics: {stays: {zh: 住院, en: stays}}
                conducts:
                  bed-hanging: {topic: stays, zh: 挂床住院, en: bed hanging}
                  split-stay: {topic: stays, zh: 分解住院, en: split stay}
                questions:
                  serious: {about: finding, zh: 情节是否严重, en: was it serious,
                    answered-by: inspectors, evidence: {zh: 病历, en: medical records}}
                answerers: {inspectors: {zh: 检查人员, en: the inspectors}}
                measures:
                  recover: {zh: 追回, en: recovery, money: recover}
                  rectify: {zh: 限期整改, en: rectification}
                acts: {written-notice: {zh: 书面告知, en: written notice}}
                actors: {agency: {zh: 经办机构, en: the agency}}
                """);
        rules.write(INFO, """
                title: {zh: 试验协议, en: Test agreement}
                region: testland
                kinds: [medical]
                from: 2025-01-01
                reviewed: 2025-01-02
                """);
        rules.write(LEDGER, """
                clauses:
                  - {id: "1.1", status: encoded, zh: 挂床住院情节严重, en: serious bed hanging}
                  - {id: "1.p1.a", status: encoded, zh: 追回, en: recovery}
                  - {id: "2", status: no-effect, why: 定义, zh: 定义, en: definition}
                  - {id: "3", status: pending, why: 尚未编码, zh: 整改, en: rectification}
                """);
        rules.write(SHEET, """
                sheet: annual
                title: {zh: 年度考核, en: annual assessment}
                cap: 100
                rows:
                  - {id: row1, zh: 病历, en: files, points: 60, deduct: [{key: missing, each: 5, zh: 每缺一份, en: per missing file}]}
                  - {id: row2, zh: 评价, en: appraisal, points: 40, discretion: true}
                """);
        rules.write(DRL, """
                package testland.rules2025

                import qiyue.fact.*

                rule "1.1 挂床住院情节严重"
                when
                    $f : Finding( conduct == "bed-hanging" )
                    $a : Answer( question == "serious", about == $f.id, answer != "no" )
                then
                    insertLogical( Breach.of( "1.1", $f, $a ) );
                end

                rule "1.p1.a 追回"
                when
                    $b : Breach( article == 1, item > 0 )
                then
                    insertLogical( Measure.shall( "1.p1.a", "recover", $b ) );
                end
                """);
        return rules;
    }

    /** The rules folder. */
    public Path root() {
        return root;
    }

    /** Writes a file of the folder. */
    public void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    /** Replaces a piece of a file; it must be there exactly once. */
    public void change(String file, String from, String to) throws IOException {
        String text = Files.readString(root.resolve(file));
        if (text.indexOf(from) < 0 || text.indexOf(from) != text.lastIndexOf(from)) {
            throw new IllegalArgumentException("not once in " + file + ": " + from);
        }
        write(file, text.replace(from, to));
    }

    /** Gives a file or folder another name. */
    public void move(String from, String to) throws IOException {
        Files.move(root.resolve(from), root.resolve(to));
    }

    /** Adds to the end of a file. */
    public void append(String file, String text) throws IOException {
        write(file, Files.readString(root.resolve(file)) + text);
    }

    /** Everything wrong with the folder; nothing if it is sound. */
    public List<Problem> problems() {
        return problems(root);
    }

    /** Everything wrong with a rules folder. */
    public static List<Problem> problems(Path root) {
        try {
            Library.load(root);
            return List.of();
        } catch (Problems e) {
            return e.all();
        }
    }
}
