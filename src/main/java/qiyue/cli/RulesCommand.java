package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import qiyue.intake.InspectionText;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.problem.WholeFile;
import qiyue.receipt.Keys;
import qiyue.receipt.Pack;
import qiyue.rulebook.Library;

/** {@code rules}: the rules a decision rests on, kept in one file and found again. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        description = {"把规则打成一个包、取出、按处理意见找到所依据的规则", "pack the rules, unpack them, find those a decision rests on"},
        footer = {"", "例 example:", "  qiyue rules pack --out rules.zip"})
final class RulesCommand {
    @ParentCommand
    private Main main;

    @Command(
            name = "pack",
            mixinStandardHelpOptions = true,
            description = {"把规则文件夹写成一个包；同样的规则，同样的字节", "write the rules folder into one file; same rules, same bytes"},
            footer = {"", "例 example:", "  qiyue rules pack --out rules.zip --key key.pem"})
    int pack(
            @Mixin Common common,
            @Option(
                            names = "--out",
                            paramLabel = "FILE",
                            required = true,
                            description = {"写到此文件", "the file to write"})
                    Path out,
            @Option(
                            names = "--key",
                            paramLabel = "FILE",
                            description = {"用此 Ed25519 私钥（PEM）签名", "sign with this Ed25519 private key (PEM)"})
                    Optional<Path> key)
            throws IOException {
        try {
            Library library = common.library();
            Optional<PrivateKey> signing = key.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Keys.signing(
                            Sources.text(key.get(), key.get().toString()),
                            key.get().toString()));
            Pack pack = pack(library, signing);
            WholeFile.write(out, pack.bytes());
            main.out.println(
                    common.lang().equals("en")
                            ? pack.files().size() + " files packed" + (key.isPresent() ? " and signed" : "") + ": "
                                    + out
                            : "已打包 " + pack.files().size() + " 个文件" + (key.isPresent() ? "并签名" : "") + "：" + out);
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
    }

    @Command(
            name = "unpack",
            mixinStandardHelpOptions = true,
            description = {"核对并取出规则包，之后用 --rules 使用", "check a pack and take the rules out, to be used with --rules"},
            footer = {"", "例 example:", "  qiyue rules unpack rules.zip --to old-rules --key key.pub.pem"})
    int unpack(
            @Mixin Common common,
            @Parameters(
                            paramLabel = "PACK",
                            description = {"规则包", "the pack"})
                    Path file,
            @Option(
                            names = "--to",
                            paramLabel = "DIR",
                            required = true,
                            description = {"取出到此新文件夹", "the new folder to write"})
                    Path to,
            @Option(
                            names = "--key",
                            paramLabel = "FILE",
                            description = {
                                "须有此 Ed25519 公钥（PEM）对应的签名",
                                "it must be signed for this Ed25519 public key (PEM)"
                            })
                    Optional<Path> key)
            throws IOException {
        try {
            Pack pack = Pack.read(Sources.bytes(file, file.toString()), file.toString());
            if (key.isPresent()
                    && !pack.signedBy(Keys.checking(
                            Sources.text(key.get(), key.get().toString()),
                            key.get().toString()))) {
                throw Problems.one(
                        "signature",
                        file.toString(),
                        new Text("规则包没有此公钥对应的签名", "the pack is not signed for this key"),
                        new Text("换用发布者的公钥，或取原件", "take the publisher's key, or get the original"));
            }
            Path part = to.resolveSibling(to.getFileName() + ".part");
            // what an unpacking that was killed left must not get among the rules
            for (Path taken : List.of(to, part)) {
                if (Files.exists(taken)) {
                    throw Problems.one(
                            "folder",
                            taken.toString(),
                            new Text("已有这个文件或文件夹", "there is such a file or folder already"),
                            new Text("写一个新文件夹", "name a new folder"));
                }
            }
            for (Map.Entry<String, byte[]> held : pack.files().entrySet()) {
                Path target = part.resolve(held.getKey());
                WholeFile.write(target, held.getValue());
            }
            Files.move(part, to);
            main.out.println(
                    common.lang().equals("en")
                            ? pack.files().size() + " files; use them with: --rules " + to
                            : "已取出 " + pack.files().size() + " 个文件；使用时加上：--rules " + to);
            return Main.DONE;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.BAD_INPUT;
        }
    }

    @Command(
            name = "find",
            mixinStandardHelpOptions = true,
            description = {
                "哪个规则包就是这份处理意见（或回执）所依据的规则",
                "which pack holds the very rules that a decision or receipt rests on"
            },
            footer = {"", "例 example:", "  qiyue rules find decision.json rules-2024.zip rules-2025.zip"})
    int find(
            @Mixin Common common,
            @Parameters(
                            index = "0",
                            paramLabel = "DECISION",
                            description = {"处理意见（JSON）或回执", "a decision (JSON) or receipts"})
                    Path decision,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "PACK",
                            description = {"规则包", "packs"})
                    List<Path> packs) {
        try {
            Map<String, String> wanted = wanted(decision, common);
            boolean found = false;
            for (Path file : packs) {
                Map<String, String> held = Pack.read(Sources.bytes(file, file.toString()), file.toString())
                        .digests();
                List<String> other = wanted.entrySet().stream()
                        .filter(w -> !w.getValue().equals(held.get(w.getKey())))
                        .map(Map.Entry::getKey)
                        .toList();
                found |= other.isEmpty();
                main.out.println(file + "\t" + (other.isEmpty() ? yes(common) : no(common) + String.join(" ", other)));
            }
            return found ? Main.DONE : Main.FAILED;
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.BAD_INPUT;
        }
    }

    private static String yes(Common common) {
        return common.lang().equals("en") ? "these rules" : "就是这些规则";
    }

    private static String no(Common common) {
        return common.lang().equals("en") ? "others: " : "不同：";
    }

    /** What the decision says it rests on: digests by id. */
    private Map<String, String> wanted(Path file, Common common) throws Problems {
        List<Problem> problems = new ArrayList<>();
        List<InspectionText> documents = Documents.read(List.of(file.toString()), main.in, problems, common);
        if (!problems.isEmpty()) {
            throw new Problems(problems);
        }
        Map<String, String> wanted = new TreeMap<>();
        for (InspectionText document : documents) {
            JsonNode tree = document.tree();
            JsonNode decision = tree.path("decision").isObject() ? tree.path("decision") : tree;
            for (String list : List.of("rulebooks", "shared")) {
                decision.path(list)
                        .forEach(r -> wanted.put(
                                r.path("id").asText(), r.path("digest").asText()));
            }
        }
        if (wanted.isEmpty()) {
            throw Problems.one(
                    "not-a-receipt",
                    file.toString(),
                    new Text("文件中没有处理意见或回执", "the file holds no decision and no receipt"),
                    new Text("处理意见由 evaluate --format json 写出", "decisions are written by evaluate --format json"));
        }
        return wanted;
    }

    /** The rules of a library in one file. */
    static Pack pack(Library library, Optional<PrivateKey> key) throws IOException {
        return Pack.of(RulesFiles.of(library.root()), RulesFiles.digests(library), key);
    }
}
