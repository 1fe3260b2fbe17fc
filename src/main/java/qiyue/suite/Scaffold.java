package qiyue.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.WholeFile;

/** Beginnings of rulebooks, rules and cases. What only a person can fill in is marked 待填 and reported by check. */
public final class Scaffold {
    private final Path root;
    private final List<Path> written = new ArrayList<>();

    /** Scaffolds below a rules folder. */
    public Scaffold(Path root) {
        this.root = root;
    }

    /** The files written or added to. */
    public List<Path> written() {
        return List.copyOf(written);
    }

    /** A rulebook folder: particulars, a ledger with one pending clause, a place for cases. */
    public void rulebook(String id, List<String> kinds, String from) throws IOException {
        Path folder = root.resolve(id);
        WholeFile.folder(folder.resolve("cases"));
        String region = id.substring(0, id.indexOf('/'));
        write(folder.resolve("rulebook.yaml"), """
                # 一个版本一册。from 可写日期、agreement（协议有效期）或 parameter（文本留空，由检查文书说明）。
                title: {zh: 待填：文件名称, en: to be filled in}
                region: %s
                kinds: [%s]
                from: %s
                reviewed: 2026-01-01
                """.formatted(region, String.join(", ", kinds), from));
        write(folder.resolve("clauses.yaml"), """
                # 条款台账：文本的每一条都要有一行，按文本顺序。status：encoded、no-effect（写明 why）、pending（写明 why）。
                clauses:
                  - {id: 1, status: pending, why: 待填, zh: 待填：这一条的意思, en: to be filled in}
                """);
    }

    /** A rule at the end of the article's file, and its line in the ledger if it has none. */
    public void rule(String rulebook, String clause, boolean listed, boolean pending) throws IOException {
        Path folder = root.resolve(rulebook);
        Path file = ruleFile(folder, clause);
        String packageName = rulebook.replace("-", "").replace('/', '.');
        String head = Files.exists(file) ? "" : "package " + packageName + "\n\nimport qiyue.fact.*\n";
        append(file, head + """

                        // 待填：第几条；为什么这样写
                        rule "%1$s 待填：标题"
                        when
                            $f : Finding( conduct == "other-violation" )
                        then
                            insertLogical( Breach.of( "%1$s", $f ) );
                        end
                        """.formatted(clause));
        if (!listed) {
            append(
                    folder.resolve("clauses.yaml"),
                    "  - {id: \"%s\", status: encoded, zh: 待填：这一条的意思, en: to be filled in}\n".formatted(clause));
        } else if (pending) {
            Path ledger = folder.resolve("clauses.yaml");
            String text = Files.readString(ledger, StandardCharsets.UTF_8);
            String line = text.lines()
                    .filter(l -> l.matches("\\s*-\\s*\\{id: \"?" + java.util.regex.Pattern.quote(clause) + "\"?,.*"))
                    .findFirst()
                    .orElse("");
            if (!line.isEmpty()) {
                WholeFile.write(
                        ledger,
                        text.replace(line, line.replaceFirst("status: (pending|no-effect)", "status: encoded")));
                written.add(ledger);
            }
        }
    }

    /** A case at the end of the case file that belongs to the clause's rule file. */
    public void addCase(String rulebook, String clause, String region, String kind, String day) throws IOException {
        Path folder = root.resolve(rulebook);
        Path file = folder.resolve("cases")
                .resolve(ruleFile(folder, clause).getFileName().toString().replace(".drl", ".yaml"));
        String head = Files.exists(file)
                ? ""
                : """
                base:
                  region: %s
                  inspection: {id: i1, inspectedOn: %s}
                  scope: {}
                  facility: {name: 甲机构, kinds: [%s]}
                  agreements: [{id: a1, kind: %s, from: %s, to: %s}]
                cases:
                """.formatted(
                        region, day, kind, kind, day.substring(0, 4) + "-01-01", day.substring(0, 4) + "-12-31");
        append(file, head + """
                          - name: 待填：%s 的用例，一句话
                            given:
                              findings: [{id: f1, conduct: other-violation, status: confirmed, date: %s}]
                            expect:
                              breaches: {%s: established}
                              measures: []
                            read-from: ""
                        """.formatted(clause, day, clause));
    }

    /**
     * A case with this document, its expectations left open: beside the other cases of the clause's rule file where their base
     * leaves it as it is, in a file of its own otherwise.
     */
    public void addCase(String rulebook, String clause, String about, ObjectNode document)
            throws IOException, Problems {
        Path folder = root.resolve(rulebook);
        String name = String.valueOf(ruleFile(folder, clause).getFileName()).replace(".drl", "");
        String label = "待填：" + about.replaceAll("[\":#{}\\[\\],&*?|<>=!%@`']", " ");
        for (String file : List.of(name, name.replaceFirst("-.*", "") + "-smallest", name + "-smallest")) {
            Path cases = folder.resolve("cases").resolve(file + ".yaml");
            boolean there = Files.exists(cases);
            JsonNode base = there ? Sources.yaml(cases, cases.toString()).path("base") : NewCase.shared(document);
            Optional<ObjectNode> given =
                    NewCase.beyond(base.isObject() ? (ObjectNode) base : document.objectNode(), document);
            if (given.isPresent()) {
                WholeFile.folder(folder.resolve("cases"));
                append(cases, (there ? "" : NewCase.head(document)) + NewCase.open(label, given.get()));
                return;
            }
        }
        throw new IllegalStateException("a file of its own has no base that says too much");
    }

    private static Path ruleFile(Path folder, String clause) throws IOException {
        String article = clause.matches("\\d{1,4}(\\D.*)?")
                ? "a%02d-".formatted(Integer.parseInt(clause.replaceFirst("\\D.*", "")))
                : "sheet-";
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.<Path>of()) {
            return files.filter(f -> f.getFileName().toString().startsWith(article)
                            && f.toString().endsWith(".drl"))
                    .sorted()
                    .findFirst()
                    .orElse(folder.resolve(article + "rules.drl"));
        }
    }

    private void write(Path file, String text) throws IOException {
        if (!Files.exists(file)) {
            WholeFile.write(file, text);
            written.add(file);
        }
    }

    private void append(Path file, String text) throws IOException {
        String before = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
        String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
        WholeFile.write(file, before + gap + text);
        if (!written.contains(file)) {
            written.add(file);
        }
    }
}
