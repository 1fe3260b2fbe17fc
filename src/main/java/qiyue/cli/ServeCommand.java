package qiyue.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import qiyue.api.Api;
import qiyue.official.OfficialTexts;
import qiyue.problem.Problems;
import qiyue.receipt.Archive;
import qiyue.register.Brought;
import qiyue.register.LookUp;
import qiyue.register.Register;
import qiyue.rulebook.RulesTree;
import qiyue.serve.Counters;
import qiyue.serve.Following;
import qiyue.serve.Limits;
import qiyue.serve.Log;
import qiyue.serve.Pages;
import qiyue.serve.Rules;
import qiyue.serve.Server;
import qiyue.serve.Token;
import qiyue.workbench.Aids;
import qiyue.workbench.Workbench;

/** {@code serve}: decisions for other programs over HTTP, and the workbench in the browser. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "在本机提供浏览器工作台和供其他程序调用的接口",
            "the workbench in the browser and decisions for other programs, on this machine"
        },
        footer = {"", "例 example: qiyue serve --port 8317"})
final class ServeCommand implements Callable<Integer> {
    /** Where a script finds the token it was given; without it each start makes a new one. */
    private static final String TOKEN = "QIYUE_TOKEN";

    @ParentCommand
    private Main main;

    @Mixin
    private Common common;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = {"端口；默认 8317，0 为任意空闲端口", "the port; 8317 by default, 0 for any that is free"})
    private int port = 8317;

    @Option(
            names = "--api",
            description = {"只提供接口，不带工作台", "only what other programs ask, no workbench"})
    private boolean apiOnly;

    @Option(
            names = "--texts",
            paramLabel = "DIR",
            description = {
                "这个文件夹中有协议文本（见 texts），在“为什么”中与规则并列",
                "this folder holds texts of the agreements (see texts), shown beside a rule"
            })
    private Optional<Path> texts = Optional.empty();

    @Option(
            names = "--register",
            paramLabel = "FILE",
            description = {"工作台可从这个案件登记取机构的以往处理", "the workbench takes a facility's history from this register"})
    private Optional<Path> register = Optional.empty();

    @Option(
            names = "--no-watch",
            description = {"规则文件改了也不重新读入，直到 POST /-/reload", "do not read edited rule files again before POST /-/reload"
            })
    private boolean still;

    @Option(names = "--seconds", hidden = true)
    private long seconds = Long.MAX_VALUE;

    @Override
    public Integer call() throws IOException {
        String given = Optional.ofNullable(System.getenv(TOKEN)).orElse("");
        if (!given.isEmpty() && !Token.fit(given)) {
            main.say(TOKEN + " 至少 16 个字符，只用字母、数字和 -_.~", TOKEN + " has at least 16 signs: letters, digits, -_.~");
            return Main.BAD_INPUT;
        }
        Rules rules;
        try {
            rules = new Rules(common::open);
            if (texts.isPresent()) {
                OfficialTexts.of(texts.get(), rules.now().library());
            }
            if (register.isPresent()) {
                Register.open(register.get()).close();
            }
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        }
        AtomicReference<Server> started = new AtomicReference<>();
        AtomicBoolean warm = new AtomicBoolean();
        Counters counters = new Counters();
        Log log = new Log(main.err::println, Clock.systemUTC());
        Token token = given.isEmpty() ? Token.random() : Token.of(given);
        Optional<Following> following =
                still ? Optional.empty() : Optional.of(Following.of(() -> RulesTree.stamps(common.root()), rules, log));
        Api api = new Api(rules, counters, log, Limits.USUAL, () -> warm.get() && !stopping(started.get()));
        try (Server server = Server.start(
                InetAddress.getLoopbackAddress(),
                port,
                token,
                Set.of("127.0.0.1", "localhost", "[::1]"),
                Limits.USUAL,
                log,
                counters,
                pages(rules, api))) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop"));
            started.set(server);
            main.out.println(server.url());
            if (main.out.checkError()) {
                return Main.LOST;
            }
            rules.now().warm();
            warm.set(true);
            new CountDownLatch(1).await(seconds, TimeUnit.SECONDS);
        } catch (Problems e) {
            main.print(e.all(), common.lang());
            return Main.NO_RULES;
        } catch (BindException e) {
            main.say("端口 " + port + " 已被占用，用 --port 换一个", "port " + port + " is in use; choose another with --port");
            return Main.FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            following.ifPresent(Following::close);
        }
        return Main.DONE;
    }

    private static boolean stopping(@Nullable Server server) {
        return server == null || server.stopping();
    }

    private List<Pages> pages(Rules rules, Api api) {
        List<Pages> pages = new ArrayList<>();
        pages.add(api);
        if (!apiOnly) {
            pages.add(new Workbench(rules::now, Common.home(), aids()));
        }
        return pages;
    }

    private Aids aids() {
        return new Aids(
                texts.map(folder -> library -> OfficialTexts.of(folder, library).quotes()),
                register.map(file -> (document, qiyue) -> {
                    try (Register open = Register.open(file)) {
                        Brought brought = new LookUp(open, qiyue.library(), Optional.empty(), Optional.empty())
                                .into(document, "draft");
                        return new Aids.Laid(brought.document(), brought.notes());
                    }
                }),
                Optional.of((qiyue, document) -> ArchiveCommand.packed(
                        qiyue,
                        document,
                        new TreeMap<>(Map.of(Archive.INSPECTION, document.text().getBytes(StandardCharsets.UTF_8))),
                        Optional.empty(),
                        "archive")));
    }
}
