package qiyue.check;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import qiyue.drl.Declaring;
import qiyue.drl.Drl;
import qiyue.fact.Stretches;
import qiyue.problem.Suggest;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.OwnFields;
import qiyue.rulebook.RulesTree;
import qiyue.rulebook.Vocabulary;
import qiyue.shape.Field;
import qiyue.shape.Shape;

/**
 * The words of the vocabulary among themselves: two codes of one list that a reader cannot tell apart, and lists, topics and declared
 * records that no rule uses.
 */
final class Words {
    /** Lists whose labels people choose from; a label that stands there twice leaves open which code is meant. */
    private static final List<String> CHOSEN_FROM = List.of(
            "regions",
            "facility-kinds",
            "topics",
            "conducts",
            "questions",
            "measures",
            "acts",
            "events",
            "actors",
            "parameters",
            "record-kinds",
            OwnFields.FIELDS,
            "materials");

    private final Library library;
    private final Vocabulary vocabulary;

    Words(Library library) {
        this.library = library;
        this.vocabulary = library.vocabulary();
    }

    /** Codes of one list with one label, in either language; questions about different kinds of fact are told apart by these. */
    void alike(Findings found) {
        for (String list : CHOSEN_FROM) {
            Set<String> told = new HashSet<>();
            for (String lang : List.of("zh", "en")) {
                Map<String, String> before = new TreeMap<>();
                for (Vocabulary.Entry entry : vocabulary.entries(list)) {
                    // fields of two kinds of record are never beside each other
                    String about = list.equals(OwnFields.FIELDS)
                            ? entry.code().substring(0, Math.max(0, entry.code().indexOf('.')))
                            : entry.properties().getOrDefault("about", "");
                    String other =
                            before.putIfAbsent(about + " " + entry.label().in(lang), entry.code());
                    if (other != null && told.add(entry.code())) {
                        found.add(
                                "label-twice",
                                vocabulary,
                                list,
                                entry.code(),
                                new Text(
                                        "代码 " + other + " 也叫“" + entry.label().in(lang) + "”，读的人分不出",
                                        "the code " + other + " is called '"
                                                + entry.label().in(lang) + "' too; no reader can tell them apart"),
                                new Text(
                                        "改其中一个的名称；是一回事的，只留一个代码",
                                        "change one label; if they are one thing, keep one code"));
                    }
                }
            }
        }
    }

    /** Kinds of decisions of other authorities of which none lasts: as a vocabulary has them that was written before they said so. */
    void lasting(Findings found) {
        List<Vocabulary.Entry> kinds = vocabulary.entries("penalty-kinds");
        if (!kinds.isEmpty() && kinds.stream().noneMatch(k -> k.properties().containsKey("lasts"))) {
            found.add(
                    "lasting-unsaid",
                    vocabulary,
                    "penalty-kinds",
                    kinds.get(0).code(),
                    new Text(
                            "有关部门处理的类别没有一种写明 lasts：吊销、注销、解除之类也当作过去的事，其后的事实不再提醒",
                            "no kind of decision of another authority says lasts: a licence revoked or cancelled is taken for a thing of the past, and facts after it are not remarked on"),
                    new Text(
                            "自其日起一直有效的，写 lasts: from-its-day；一直做到某日的步骤（acts），写 lasts: until-its-day",
                            "write lasts: from-its-day for what lasts from its day on, and lasts: until-its-day for steps (acts) that go on until their day"));
        }
    }

    /** Questions on what came about by a text that is not here. */
    void texts(Findings found) {
        Set<String> books = library.rulebooks().keySet();
        for (Vocabulary.Entry question : vocabulary.entries("questions")) {
            String text = question.properties().getOrDefault("under", "");
            String region = RulesTree.region(text);
            // a region may be kept in another place; of a text that is there and could not be read that is told
            boolean elsewhere = vocabulary.codes("regions").contains(region)
                    && books.stream().noneMatch(b -> region.equals(RulesTree.region(b)));
            boolean there = text.matches("[a-z0-9-]+/[a-z0-9-]+")
                    && Files.isDirectory(library.root().resolve(text));
            if (!text.isEmpty() && !elsewhere && !there) {
                found.add(
                        "unknown-code",
                        vocabulary,
                        "questions",
                        question.code(),
                        new Text("under：没有规则册 " + text, "under: there is no rulebook " + text),
                        Suggest.fix(text, books));
            }
        }
    }

    /** Lists, topics, and what is declared of records and agreements, that no rule names. */
    void unused(Findings found) {
        Set<String> named = new HashSet<>();
        Set<String> read = new HashSet<>();
        library.rulebooks().values().stream().flatMap(b -> b.rules().stream()).forEach(rule -> {
            rule.patterns().flatMap(p -> p.constraints().stream()).forEach(c -> {
                if (c instanceof Drl.OneOf o) {
                    o.named().names().forEach(n -> named.add(String.valueOf(n.value())));
                }
            });
            Declaring.fieldsRead(rule).forEach(read::add);
        });
        vocabulary.entries("nothing-follows").forEach(r -> named.addAll(r.named("lists")));
        vocabulary.codes("lists").stream()
                .filter(l -> !named.contains(l))
                .forEach(l -> found.unused(vocabulary, "lists", l, new Text("名单", "list")));
        Set<String> topics = new HashSet<>(named);
        vocabulary.conducts().forEach(c -> topics.add(c.properties().getOrDefault("topic", "")));
        vocabulary.codes("topics").stream()
                .filter(t -> !topics.contains(t))
                .forEach(t -> found.unused(vocabulary, "topics", t, new Text("主题", "topic")));
        // both are made with each stretch, whichever is wanted
        Set<String> made = vocabulary.own().counting().stream()
                .map(Stretches.Counting::kind)
                .collect(Collectors.toSet());
        Set<String> known = new HashSet<>(read);
        if (known.contains(Stretches.FIRST)) {
            known.add(Stretches.NUMBER);
        }
        known.add(Stretches.FIRST);
        vocabulary
                .own()
                .shapes()
                .forEach((kind, shape) -> fields(kind, shape, made.contains(kind) ? known : read, found));
        vocabulary.own().added().forEach((kind, shape) -> fields(kind, shape, read, found));
    }

    private void fields(String kind, Shape shape, Set<String> read, Findings found) {
        // no rule compares texts: they are there to be read
        Stream<Field> declared = shape.fields().stream()
                .filter(Field::declared)
                .filter(f -> f.type() != String.class || !f.codes().isEmpty());
        declared.filter(f -> !read.contains(f.name()))
                .forEach(f ->
                        found.unused(vocabulary, OwnFields.FIELDS, kind + "." + f.name(), new Text("字段", "field")));
    }
}
