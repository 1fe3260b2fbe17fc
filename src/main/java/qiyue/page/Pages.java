package qiyue.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import qiyue.drl.Drl;
import qiyue.fact.Blank;
import qiyue.report.Citation;
import qiyue.report.FactNames;
import qiyue.rulebook.Library;
import qiyue.rulebook.References;
import qiyue.rulebook.Rulebook;
import qiyue.rulebook.Sheet;
import qiyue.rulebook.Vocabulary;

/**
 * Static pages on everything a library holds: rulebooks, clauses with their rules and cases, score sheets, vocabulary. They
 * open from disk, need no script and reach for nothing outside their folder.
 */
public final class Pages {
    private static final int NEAR = 12;
    private static final List<String> LISTS = List.of(
            "conducts",
            "questions",
            "measures",
            "acts",
            "actors",
            "topics",
            "facility-kinds",
            "regions",
            "parameters",
            "record-kinds",
            "change-matters",
            "charge-categories",
            "authorities");
    private static final Set<String> MET = Set.of("established", "conditional", "open", "suspected");

    /**
     * A case of the suites and what its decision says of each clause.
     *
     * @param file the case file, relative to the rules folder
     * @param states full clause id → established, conditional, open, suspected; applied (it gives a measure or duty);
     *     not-established, partly-examined
     */
    public record CaseLine(String file, String name, String readFrom, Map<String, String> states) {}

    /**
     * The text of rule files, by the name the parsed rules carry.
     */
    public interface Texts {
        /** The text of the file. */
        String of(String file);
    }

    private final Library library;
    private final References references;
    private final List<CaseLine> cases;
    private final Texts texts;
    private final String lang;
    private final List<String> languages;
    private final Map<String, String> pages = new TreeMap<>();

    private Pages(
            Library library,
            References references,
            List<CaseLine> cases,
            Texts texts,
            String lang,
            List<String> languages) {
        this.library = library;
        this.references = references;
        this.cases = cases;
        this.texts = texts;
        this.lang = lang;
        this.languages = languages;
    }

    /** All pages, by path below the folder they are to lie in. */
    public static Map<String, String> of(Library library, List<CaseLine> cases, Texts texts, List<String> languages) {
        Map<String, String> all = new TreeMap<>();
        References references = new References(library);
        for (String lang : languages) {
            Pages pages = new Pages(library, references, cases, texts, lang, languages);
            pages.write();
            all.putAll(pages.pages);
        }
        all.put("style.css", STYLE);
        Html start = new Html();
        start.open("html", "lang", "zh").open("head").open("meta", "charset", "utf-8");
        start.open("link", "rel", "stylesheet", "href", "style.css")
                .with("title", "契约 Qiyue")
                .close();
        start.open("body").with("h1", "契约 Qiyue").open("ul");
        for (String lang : languages) {
            start.open("li")
                    .link(lang + "/index.html", lang.equals("en") ? "English" : "中文")
                    .close();
        }
        all.put("index.html", start.page());
        return all;
    }

    private void write() {
        index();
        vocabulary();
        for (Rulebook book : library.rulebooks().values()) {
            rulebook(book);
            List<String> ids = List.copyOf(book.ledger().keySet());
            for (int i = 0; i < ids.size(); i++) {
                Rulebook.Clause clause = book.ledger().get(ids.get(i));
                if (clause != null) {
                    clause(book, clause, i > 0 ? ids.get(i - 1) : "", i + 1 < ids.size() ? ids.get(i + 1) : "");
                }
            }
            book.sheets().values().forEach(s -> sheet(book, s));
        }
    }

    // --- the frame of a page

    private Html begin(String path, String title, int depth, String... trail) {
        String up = "../".repeat(depth);
        Html html = new Html();
        html.open("html", "lang", lang.equals("en") ? "en" : "zh-CN")
                .line()
                .open("head")
                .line();
        html.open("meta", "charset", "utf-8").line();
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.open("link", "rel", "stylesheet", "href", up + "../style.css").line();
        html.with("title", title + t(" · 契约", " · Qiyue"))
                .close()
                .line()
                .open("body")
                .line();
        html.open("nav").link(up + "index.html", t("规则册", "Rulebooks"));
        for (int i = 0; i + 1 < trail.length; i += 2) {
            html.text(" › ").link(trail[i], trail[i + 1]);
        }
        html.text("　").link(up + "vocabulary.html", t("词汇", "Vocabulary"));
        languages.stream()
                .filter(l -> !l.equals(lang))
                .forEach(l -> html.text("　").link(up + "../" + l + "/" + path, l.equals("en") ? "English" : "中文"));
        html.close().line().with("h1", title).line();
        return html;
    }

    private void end(String path, Html html) {
        pages.put(lang + "/" + path, html.page());
    }

    private static void row(Html html, String... cells) {
        html.open("tr");
        for (String cell : cells) {
            html.with("td", cell);
        }
        html.close().line();
    }

    private static void header(Html html, String... cells) {
        html.open("tr");
        for (String cell : cells) {
            html.with("th", cell);
        }
        html.close().line();
    }

    private static void fact(Html html, String name, String value) {
        if (!value.isEmpty()) {
            html.with("dt", name).with("dd", value).line();
        }
    }

    // --- index

    private void index() {
        Html html = begin("index.html", t("契约：规则册", "Qiyue: rulebooks"), 0);
        html.with(
                "p",
                t(
                        "每册规则对应一部文本的一个版本。每条条款一页：含义、规则、读什么、引出什么、有哪些用例。",
                        "Each rulebook encodes one edition of one text. Each clause has a page: meaning, rules, what it reads, what follows, which cases there are."));
        Map<String, List<Rulebook>> regions = library.rulebooks().values().stream()
                .collect(Collectors.groupingBy(r -> r.info().region(), TreeMap::new, Collectors.toList()));
        regions.forEach((region, books) -> {
            html.with("h2", label("regions", region)).open("table");
            header(
                    html,
                    t("规则册", "rulebook"),
                    t("有效", "in force"),
                    t("条款", "clauses"),
                    t("已编码", "encoded"),
                    t("规则", "rules"),
                    t("有用例触及", "met in a case"));
            for (Rulebook book : books) {
                List<Rulebook.Clause> encoded = encoded(book);
                long met = encoded.stream()
                        .filter(c -> !hits(full(book, c)).isEmpty())
                        .count();
                html.open("tr")
                        .open("td")
                        .link(book.id() + "/index.html", book.info().title().in(lang))
                        .close();
                html.with("td", inForce(book))
                        .with("td", book.ledger().size() + "")
                        .with("td", encoded.size() + "")
                        .with("td", book.rules().size() + "")
                        .with("td", met + " / " + encoded.size())
                        .close()
                        .line();
            }
            html.close().line();
        });
        end("index.html", html);
    }

    /** The encoded clauses, rows of score sheets aside: those are no rules a case could meet. */
    private static List<Rulebook.Clause> encoded(Rulebook book) {
        return book.ledger().values().stream()
                .filter(c -> c.encoded() && !isRow(book, c))
                .toList();
    }

    private String inForce(Rulebook book) {
        Rulebook.Info info = book.info();
        String from = switch (info.start()) {
            case TEXT -> info.from().toString();
            case AGREEMENT -> t("依协议有效期", "the term of the agreement");
            case PARAMETER -> t("由检查文书说明", "stated in the inspection");
        };
        return from + (Blank.happened(info.to()) ? t(" 至 ", " to ") + info.to() : t(" 起", " on"));
    }

    // --- a rulebook

    private void rulebook(Rulebook book) {
        String path = book.id() + "/index.html";
        Html html = begin(path, book.info().title().in(lang), depth(book));
        html.open("dl");
        fact(html, t("编号", "id"), book.id());
        fact(html, t("文号", "number"), book.info().number());
        fact(html, t("有效", "in force"), inForce(book));
        fact(
                html,
                t("机构类别", "kinds of facility"),
                book.info().kinds().stream()
                        .map(k -> label("facility-kinds", k))
                        .collect(Collectors.joining(t("、", ", "))));
        fact(html, t("说明", "note"), book.info().note().map(n -> n.in(lang)).orElse(""));
        fact(
                html,
                t("复核日", "reviewed"),
                Blank.happened(book.info().reviewed()) ? book.info().reviewed().toString() : "");
        Map<String, Long> statuses = book.ledger().values().stream()
                .collect(Collectors.groupingBy(c -> c.status().code(), TreeMap::new, Collectors.counting()));
        fact(
                html,
                t("条款", "clauses"),
                statuses.entrySet().stream()
                        .map(s -> status(s.getKey()) + " " + s.getValue())
                        .collect(Collectors.joining(t("、", ", "))));
        List<Rulebook.Clause> encoded = encoded(book);
        fact(
                html,
                t("用例", "cases"),
                t("已编码条款中 ", "of the encoded clauses, met in some case: ")
                        + encoded.stream()
                                .filter(c -> !hits(full(book, c)).isEmpty())
                                .count()
                        + " / " + encoded.size()
                        + t(" 条有用例触及", ""));
        html.close().line();
        if (!book.sheets().isEmpty()) {
            html.with("h2", t("评分表", "Score sheets")).open("ul");
            book.sheets()
                    .values()
                    .forEach(s -> html.open("li")
                            .link("sheet-" + s.name() + ".html", s.title().in(lang))
                            .close());
            html.close().line();
        }
        html.with("h2", t("条款", "Clauses")).open("table");
        header(
                html,
                t("条款", "clause"),
                t("含义", "meaning"),
                t("状态", "status"),
                t("规则", "rules"),
                t("触及 / 未触及的用例", "cases that meet / miss it"));
        for (Rulebook.Clause c : book.ledger().values()) {
            boolean coded = c.encoded();
            int hits = hits(full(book, c)).size();
            html.open("tr", "class", coded && hits == 0 && !isRow(book, c) ? "uncovered" : "");
            html.open("td")
                    .link(file(c.id()), Citation.of(c.id(), lang))
                    .text(" ")
                    .with("code", c.id())
                    .close();
            html.with("td", c.label().in(lang)).with("td", status(c.status().code()));
            html.with("td", coded ? rules(book, c).size() + "" : "");
            html.with(
                            "td",
                            coded && !isRow(book, c)
                                    ? hits + " / " + misses(full(book, c)).size()
                                    : "")
                    .close()
                    .line();
        }
        html.close();
        end(path, html);
    }

    private static boolean isRow(Rulebook book, Rulebook.Clause c) {
        return book.sheets().keySet().stream().anyMatch(s -> c.id().startsWith(s + "."));
    }

    // --- a clause

    private void clause(Rulebook book, Rulebook.Clause c, String before, String after) {
        String path = book.id() + "/" + file(c.id());
        String full = full(book, c);
        Html html = begin(
                path,
                Citation.of(c.id(), lang) + t("　", "  ") + c.label().in(lang),
                depth(book),
                "index.html",
                book.info().title().in(lang));
        html.open("p", "class", "neighbours");
        if (!before.isEmpty()) {
            html.link(file(before), "← " + Citation.of(before, lang)).text("　");
        }
        if (!after.isEmpty()) {
            html.link(file(after), Citation.of(after, lang) + " →");
        }
        html.close().line();
        html.open("dl");
        fact(html, t("编号", "id"), full);
        fact(html, t("含义", "meaning"), c.label().in(lang));
        fact(html, t("状态", "status"), status(c.status().code()));
        fact(html, t("理由", "why"), c.why().in(lang));
        fact(html, t("解读", "reading"), c.reading());
        fact(html, t("文本留下的疑问", "doubt the text leaves"), c.ask().in(lang));
        html.close().line();
        List<Drl.Rule> rules = rules(book, c);
        if (!rules.isEmpty()) {
            reads(html, book, rules);
            related(html, book, t("依据的结论", "Rests on what these clauses conclude"), references.restsOn(full), full);
            related(html, book, t("由此引出", "What follows from it"), references.followsFrom(full), full);
            html.with("h2", t("规则", "Rules"));
            for (Drl.RuleFile file : book.files()) {
                for (Drl.Rule rule : file.rules()) {
                    if (rule.clause().equals(c.id())) {
                        html.with("h3", rule.title());
                        html.with("p", file.name() + ":" + rule.pos().line(), "class", "where");
                        DrlHtml.write(html, source(file, rule), this::meaning, text -> href(book, text));
                    }
                }
            }
        }
        row(html, book, c);
        if (c.encoded()) {
            cases(html, full);
        }
        end(path, html);
    }

    private void row(Html html, Rulebook book, Rulebook.Clause c) {
        for (Sheet sheet : book.sheets().values()) {
            for (Sheet.Row row : sheet.rows()) {
                if (c.id().equals(sheet.name() + "." + row.id())) {
                    html.with("h2", t("评分", "Scoring"))
                            .open("p")
                            .link(
                                    "sheet-" + sheet.name() + ".html",
                                    sheet.title().in(lang));
                    html.text(t("　第 ", "  row ") + row.id() + t(" 行：", ": ") + way(row))
                            .close()
                            .line();
                }
            }
        }
    }

    /** The rule with the comment lines just above it. */
    private String source(Drl.RuleFile file, Drl.Rule rule) {
        List<String> lines = texts.of(file.name()).lines().toList();
        int first = rule.pos().line() - 1;
        while (first > 0 && lines.get(first - 1).strip().startsWith("//")) {
            first--;
        }
        return String.join("\n", lines.subList(first, Math.min(Math.max(rule.endLine(), first + 1), lines.size())));
    }

    private void reads(Html html, Rulebook book, List<Drl.Rule> rules) {
        Map<String, Set<String>> read = new LinkedHashMap<>();
        for (String list : List.of("conducts", "questions")) {
            Set<String> codes = rules.stream()
                    .flatMap(References::codes)
                    .filter(library.vocabulary().codes(list)::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!codes.isEmpty()) {
                read.put(list, codes);
            }
        }
        Set<String> facts = rules.stream()
                .flatMap(Drl.Rule::patterns)
                .map(Drl.Pattern::type)
                .filter(f -> !f.equals("Answer"))
                .map(f -> FactNames.of(f, lang))
                .collect(Collectors.toCollection(TreeSet::new));
        html.with("h2", t("读什么", "What it reads"));
        html.with("p", t("事实：", "Facts: ") + String.join(t("、", ", "), facts)).line();
        read.forEach((list, codes) -> {
            html.with("h3", list.equals("conducts") ? t("行为", "Conducts") : t("认定", "Questions"))
                    .open("ul");
            codes.forEach(code -> html.open("li")
                    .link("../".repeat(depth(book)) + "vocabulary.html#" + list + "." + code, label(list, code))
                    .text(" ")
                    .with("code", code)
                    .close());
            html.close().line();
        });
    }

    private void related(Html html, Rulebook book, String title, Set<String> clauses, String self) {
        List<String> others = clauses.stream().filter(c -> !c.equals(self)).toList();
        if (others.isEmpty()) {
            return;
        }
        html.with("h2", title).open("ul");
        others.forEach(o -> html.open("li")
                .link(link(book, o), cite(book, o))
                .text(t("　", "  ") + meaningOf(o))
                .close());
        html.close().line();
    }

    private String cite(Rulebook from, String full) {
        String id = full.substring(full.indexOf('#') + 1);
        return Citation.of(id, lang) + " " + (full.startsWith(from.id() + "#") ? id : full);
    }

    private void cases(Html html, String full) {
        List<CaseLine> hits = hits(full);
        List<CaseLine> misses = misses(full);
        html.with("h2", t("用例", "Cases"));
        Map<String, Long> states = hits.stream()
                .collect(Collectors.groupingBy(
                        c -> c.states().getOrDefault(full, ""), TreeMap::new, Collectors.counting()));
        html.with(
                "p",
                hits.isEmpty() && misses.isEmpty()
                        ? t("没有用例触及。", "No case reaches it.")
                        : states.entrySet().stream()
                                        .map(s -> state(s.getKey()) + " " + s.getValue())
                                        .collect(Collectors.joining(t("、", ", ")))
                                + (misses.isEmpty()
                                        ? ""
                                        : (hits.isEmpty() ? "" : t("；", "; "))
                                                + t("检查而未触及 ", "examined and missed ")
                                                + misses.size()));
        listed(html, t("触及的用例", "Cases that meet it"), hits, full, hits.size());
        Set<String> files = hits.stream().map(CaseLine::file).collect(Collectors.toSet());
        List<CaseLine> near = misses.stream()
                .sorted(Comparator.comparing((CaseLine c) -> !files.contains(c.file())))
                .toList();
        listed(html, t("相近而未触及的用例", "Near misses"), near, full, NEAR);
    }

    private void listed(Html html, String title, List<CaseLine> some, String full, int most) {
        if (some.isEmpty()) {
            return;
        }
        html.with("h3", title + t("（", " (") + some.size() + t("）", ")")).open("ul");
        some.stream().limit(most).forEach(c -> {
            html.open("li").open("details").open("summary").text(c.name()).text(" ");
            html.with("small", state(c.states().getOrDefault(full, ""))).close();
            html.with("p", c.file(), "class", "where")
                    .with("p", c.readFrom())
                    .close()
                    .close()
                    .line();
        });
        html.close().line();
        if (some.size() > most) {
            html.with("p", t("另有 " + (some.size() - most) + " 个。", "And " + (some.size() - most) + " more."));
        }
    }

    private List<CaseLine> hits(String full) {
        return cases.stream()
                .filter(c -> MET.contains(c.states().getOrDefault(full, ""))
                        || c.states().getOrDefault(full, "").equals("applied"))
                .toList();
    }

    private List<CaseLine> misses(String full) {
        return cases.stream()
                .filter(c -> Set.of("not-established", "partly-examined")
                        .contains(c.states().getOrDefault(full, "")))
                .toList();
    }

    // --- score sheets

    private void sheet(Rulebook book, Sheet sheet) {
        String path = book.id() + "/sheet-" + sheet.name() + ".html";
        Html html = begin(
                path,
                sheet.title().in(lang),
                depth(book),
                "index.html",
                book.info().title().in(lang));
        html.with("p", t("总分上限 ", "Total at most ") + sheet.cap().toPlainString())
                .line()
                .open("table");
        header(html, t("行", "row"), t("内容", "content"), t("分值", "points"), t("计分", "scoring"), t("机构类别", "kinds"));
        for (Sheet.Row row : sheet.rows()) {
            String id = sheet.name() + "." + row.id();
            html.open("tr").open("td");
            if (book.ledger().containsKey(id)) {
                html.link(file(id), row.id());
            } else {
                html.text(row.id());
            }
            html.close();
            html.with("td", row.label().in(lang))
                    .with(
                            "td",
                            row.way() == Sheet.Way.VETO
                                    ? ""
                                    : row.points().toPlainString() + (row.bonus() ? t("（加分）", " (bonus)") : ""))
                    .with("td", way(row))
                    .with(
                            "td",
                            row.kinds().stream()
                                    .map(k -> label("facility-kinds", k))
                                    .collect(Collectors.joining(t("、", ", "))))
                    .close()
                    .line();
        }
        end(path, html);
    }

    private String way(Sheet.Row row) {
        return switch (row.way()) {
            case DEDUCT -> t("扣分：", "deducts: ") + steps(row);
            case AWARD -> t("得分：", "awards: ") + steps(row);
            case BANDS ->
                t("分档 ", "bands of ")
                        + row.key()
                        + t("：", ": ")
                        + row.bands().stream()
                                .map(b -> t("自 ", "from ")
                                        + b.from().toPlainString()
                                        + t(" 得 ", ": ")
                                        + b.points().toPlainString())
                                .collect(Collectors.joining(t("；", "; ")));
            case CHOICE ->
                t("选择 ", "choice of ")
                        + row.key()
                        + t("：", ": ")
                        + new TreeMap<>(row.choices())
                                .entrySet().stream()
                                        .map(c ->
                                                c.getKey() + " " + c.getValue().toPlainString())
                                        .collect(Collectors.joining(t("；", "; ")));
            case DISCRETION -> t("由评分人在分值内给分", "at the assessor's discretion within the points");
            case VETO -> t("一票否决", "veto");
        };
    }

    private String steps(Sheet.Row row) {
        return row.steps().stream()
                .map(s -> (s.label().in(lang).isEmpty() ? s.key() : s.label().in(lang)) + " "
                        + s.points().toPlainString()
                        + (s.once() ? t("（一次）", " (once)") : t("（每次）", " (each)")))
                .collect(Collectors.joining(t("；", "; ")));
    }

    // --- vocabulary

    private void vocabulary() {
        Html html = begin("vocabulary.html", t("词汇", "Vocabulary"), 0);
        html.with(
                "p",
                t(
                        "全部地区共用的代码：检查文书、规则和用例写法一致。",
                        "The codes all regions share: the same in inspections, rules and cases."));
        html.open("ul");
        LISTS.forEach(l -> html.open("li")
                .link("#" + l, list(l))
                .text(" " + library.vocabulary().entries(l).size())
                .close());
        html.close().line();
        for (String list : LISTS) {
            html.with("h2", list(list), "id", list).open("table");
            header(
                    html,
                    t("代码", "code"),
                    t("含义", "meaning"),
                    t("性质", "properties"),
                    t("哪些条款用到", "clauses that name it"));
            for (Vocabulary.Entry e : library.vocabulary().entries(list)) {
                html.open("tr", "id", list + "." + e.code())
                        .open("td")
                        .with("code", e.code())
                        .close();
                html.with("td", e.label().in(lang));
                html.with("td", properties(e));
                html.open("td");
                if (List.of("conducts", "questions", "measures", "acts").contains(list)) {
                    used(html, e.code());
                }
                html.close().close().line();
            }
            html.close().line();
        }
        end("vocabulary.html", html);
    }

    private void used(Html html, String code) {
        List<String> clauses = List.copyOf(references.readBy(code));
        Map<String, List<String>> books = clauses.stream()
                .collect(Collectors.groupingBy(c -> c.substring(0, c.indexOf('#')), TreeMap::new, Collectors.toList()));
        books.forEach((book, some) -> {
            html.open("div").with("small", book + t("：", ": "));
            some.forEach(c -> html.link(
                            book + "/" + file(c.substring(c.indexOf('#') + 1)), c.substring(c.indexOf('#') + 1))
                    .text(" "));
            html.close();
        });
    }

    private String properties(Vocabulary.Entry e) {
        List<String> shown = new ArrayList<>();
        new TreeMap<>(e.properties())
                .forEach((k, v) -> shown.add(k + "=" + (k.equals("topic") ? label("topics", v) : v)));
        if (!e.absorbs().isEmpty()) {
            shown.add("absorbs="
                    + e.absorbs().stream().map(a -> label("measures", a)).collect(Collectors.joining(t("、", ", "))));
        }
        return String.join(t("；", "; "), shown);
    }

    private String list(String list) {
        return switch (list) {
            case "conducts" -> t("行为", "Conducts");
            case "questions" -> t("认定", "Questions");
            case "measures" -> t("处理措施", "Measures");
            case "acts" -> t("步骤", "Acts");
            case "actors" -> t("主体", "Actors");
            case "topics" -> t("主题", "Topics");
            case "facility-kinds" -> t("机构类别", "Kinds of facility");
            case "regions" -> t("地区", "Regions");
            case "parameters" -> t("参数", "Parameters");
            case "record-kinds" -> t("数据种类", "Kinds of record");
            case "change-matters" -> t("变更事项", "Matters of change");
            case "charge-categories" -> t("费用类别", "Categories of charge");
            default -> t("有关部门", "Authorities");
        };
    }

    // --- words and places

    private static int depth(Rulebook book) {
        return book.id().split("/").length;
    }

    private static String full(Rulebook book, Rulebook.Clause clause) {
        return book.id() + "#" + clause.id();
    }

    private static List<Drl.Rule> rules(Rulebook book, Rulebook.Clause clause) {
        return book.rules().stream().filter(r -> r.clause().equals(clause.id())).toList();
    }

    /** The file of a clause's page; the prefix keeps it apart from the index and the sheets. */
    private static String file(String clause) {
        return "c-" + clause.replaceAll("[^A-Za-z0-9.-]", "_") + ".html";
    }

    private static String link(Rulebook from, String full) {
        String book = full.substring(0, full.indexOf('#'));
        String file = file(full.substring(full.indexOf('#') + 1));
        return book.equals(from.id()) ? file : "../".repeat(depth(from)) + book + "/" + file;
    }

    /** Where a text in a rule leads: to a clause, of its own rulebook or another. */
    private String href(Rulebook book, String text) {
        if (book.ledger().containsKey(text)) {
            return file(text);
        }
        int hash = text.indexOf('#');
        Rulebook other = hash < 0 ? null : library.rulebooks().get(text.substring(0, hash));
        return other != null && other.ledger().containsKey(text.substring(hash + 1)) ? link(book, text) : "";
    }

    /** What a text in a rule means, whichever list it is a code of. */
    private String meaning(String text) {
        return LISTS.stream()
                .filter(l -> library.vocabulary().codes(l).contains(text))
                .map(l -> label(l, text))
                .findFirst()
                .orElse("");
    }

    private String meaningOf(String full) {
        Rulebook book = library.rulebooks().get(full.substring(0, full.indexOf('#')));
        Rulebook.Clause clause = book == null ? null : book.ledger().get(full.substring(full.indexOf('#') + 1));
        return clause == null ? "" : clause.label().in(lang);
    }

    private String status(String status) {
        return switch (status) {
            case "encoded" -> t("已编码", "encoded");
            case "no-effect" -> t("不产生个案后果", "without effect");
            default -> t("未编码", "pending");
        };
    }

    private String state(String state) {
        return switch (state) {
            case "established" -> t("成立", "established");
            case "conditional" -> t("视选择而定", "conditional");
            case "open" -> t("待认定", "open");
            case "suspected" -> t("嫌疑", "suspected");
            case "applied" -> t("适用", "applied");
            case "not-established" -> t("已检查未成立", "examined, not met");
            default -> t("部分检查", "examined in part");
        };
    }

    private String label(String list, String code) {
        return library.vocabulary().label(list, code, lang);
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }

    private static final String STYLE = """
            body { font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; line-height: 1.6; max-width: 62em;
              margin: 1.5em auto; padding: 0 1em; color: #1b1f24; background: #fff; }
            nav, .where, .neighbours, small { color: #57606a; font-size: 0.9em; }
            a { color: #0b57d0; text-decoration: none; } a:hover { text-decoration: underline; }
            h1 { font-size: 1.45em; } h2 { font-size: 1.15em; margin-top: 1.6em; border-bottom: 1px solid #d0d7de; }
            h3 { font-size: 1em; margin-bottom: 0.2em; } .where { margin: 0; }
            table { border-collapse: collapse; width: 100%; } td code { overflow-wrap: anywhere; } td, th { border: 1px solid #d0d7de; padding: 0.3em 0.6em;
              text-align: left; vertical-align: top; } th { background: #f6f8fa; } tr.uncovered td { background: #fff8e5; }
            dt { font-weight: 600; float: left; clear: left; min-width: 8em; } dd { margin: 0 0 0.2em 9em; }
            code, pre { font-family: ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: 0.92em; }
            pre { background: #f6f8fa; padding: 0.8em; overflow-x: auto; border-radius: 4px; }
            .c { color: #57606a; } .s { color: #0a3069; } .k { color: #8250df; } .v { color: #953800; } .t { color: #116329; }
            .n { color: #0550ae; } summary { cursor: pointer; }
            @media (prefers-color-scheme: dark) { body { color: #d7dce2; background: #14171a; } a { color: #7ab2ff; }
              th, pre { background: #1f242a; } td, th, h2 { border-color: #3a414a; } tr.uncovered td { background: #332b14; }
              .s { color: #a5d6ff; } .k { color: #d2a8ff; } .v { color: #ffa657; } .t { color: #7ee787; } .n { color: #79c0ff; } }
            """;
}
