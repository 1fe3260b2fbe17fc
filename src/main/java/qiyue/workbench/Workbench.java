package qiyue.workbench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import qiyue.Qiyue;
import qiyue.page.Panels;
import qiyue.serve.Answer;
import qiyue.serve.Assets;
import qiyue.serve.Pages;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;
import qiyue.serve.Request;
import qiyue.serve.Table;

/**
 * The workbench: its page, the files it is made of, and what it asks for while an inspection is entered. Nothing of an
 * inspection is kept here; the draft lies in the browser.
 */
public final class Workbench implements Pages {
    private static final List<String> FILES = List.of(
            "workbench.css",
            "app.js",
            "api.js",
            "decision.js",
            "dom.js",
            "drawing.js",
            "findings.js",
            "forms.js",
            "grid.js",
            "inspection.js",
            "rules.js",
            "sheets.js",
            "store.js",
            "tables.js",
            "turning.js",
            "values.js",
            "why.js");

    private final InUse inUse;
    private final Aids aids;
    private final Path samples;
    private final List<Pages> parts;

    /**
     * A workbench over rules.
     *
     * @param rules those in use, asked for once a request
     * @param home the folder of the program: samples lie in it, and what was made lies in its {@code target}
     */
    public Workbench(Supplier<Qiyue> rules, Path home, Aids aids) {
        Path models = home.resolve("target").resolve("models");
        this.aids = aids;
        this.inUse = new InUse(rules, aids.texts(), models);
        this.samples = home.resolve("samples");
        RuleDesk desk = new RuleDesk(
                inUse.now().library().root(),
                home.resolve("target").resolve("workbench").resolve("rules"),
                models);
        Map<String, String> files =
                FILES.stream().collect(Collectors.toMap(f -> "/workbench/assets/" + f, f -> "qiyue/workbench/" + f));
        this.parts = List.of(
                new Assets(Workbench.class.getClassLoader(), files),
                new Table(routes()),
                new Table(new DraftPages(inUse, aids.history()).routes()),
                new Table(new Papers(inUse, aids.archiving()).routes()),
                new Table(new TableFiles(rules, home.resolve("rules")).routes()),
                new Table(new RuleCopies(desk, rules).routes()));
    }

    private List<Table.Route> routes() {
        return List.of(
                new Table.Route("GET", "/", this::frame),
                new Table.Route("GET", "/workbench/form", this::form),
                new Table.Route("GET", "/workbench/conducts", this::conducts),
                new Table.Route("GET", "/workbench/conducts/{code}", this::conduct),
                new Table.Route("GET", "/workbench/sample/{name}", this::sample),
                new Table.Route("GET", "/workbench/search", this::search));
    }

    @Override
    public Optional<Answer> answer(Request request) throws Refused {
        for (Pages part : parts) {
            Optional<Answer> answer = part.answer(request);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return page(request);
    }

    private Answer frame(Request request) {
        String lang = request.lang();
        return Wire.html(new Panels.Frame(
                lang,
                Samples.of(samples, lang),
                exports(lang),
                true,
                aids.history().isPresent()));
    }

    private List<Panels.Choice> exports(String lang) {
        return Exports.formats(lang).stream()
                .filter(c ->
                        !c.code().equals(Exports.ARCHIVE) || aids.archiving().isPresent())
                .toList();
    }

    private Answer form(Request request) {
        return Answer.json(inUse.now().form(Wire.lang(request)));
    }

    private ConductFinder finder(Request request) {
        Set<String> kinds = Arrays.stream(request.query("kinds").orElse("").split(","))
                .filter(k -> !k.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return new ConductFinder(inUse.now().library(), request.query("region").orElse(""), kinds, Wire.lang(request));
    }

    private Answer conducts(Request request) {
        return Answer.json(finder(request).find(request.query("q").orElse("")).toString());
    }

    private Answer conduct(Request request) {
        return Answer.json(finder(request).one(request.variable("code")).toString());
    }

    private Answer sample(Request request) throws Refused {
        return Samples.text(samples, request.variable("name"))
                .map(Answer::json)
                .orElseThrow(() -> Refused.because(Refusal.NOT_FOUND));
    }

    /** The pages of the rules lie as deep as their rulebooks do. */
    private Optional<Answer> page(Request request) {
        String prefix = "/workbench/pages/";
        if (!request.path().startsWith(prefix) || !request.method().equals("GET")) {
            return Optional.empty();
        }
        String path = request.path().substring(prefix.length());
        String lang = path.startsWith("en/") ? "en" : "zh";
        return inUse.now().pages(lang).page(path).map(p -> Answer.page(200, p));
    }

    private Answer search(Request request) {
        String lang = Wire.lang(request);
        return Answer.json(inUse.now()
                .pages(lang)
                .find(request.query("q").orElse(""), lang)
                .toString());
    }
}
