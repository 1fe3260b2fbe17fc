package qiyue;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import qiyue.fact.FactKind;
import qiyue.shape.Field;
import qiyue.shape.Says;
import qiyue.shape.Shape;

/** Which package may use which: cli at the top, fact and problem at the bottom; the table below is the house. */
class ArchitectureTest {

    /** Fewer classes than this means that the import went wrong, not that the program is clean. Raise it as the program grows. */
    private static final int FEWEST_CLASSES = 140;

    /** The same for each package, package-info not counted. */
    private static final int FEWEST_CLASSES_PER_PACKAGE = 2;

    private static final String[] JDK = {"java..", "org.jspecify.."};
    private static final String[] JACKSON = {"com.fasterxml.jackson.."};
    private static final String[] TEMPLATES = {"gg.jte.."};
    private static final String[] XML = {"javax.xml.stream.."};
    private static final String[] CANONICAL_JSON = {"org.erdtman.jcs.."};
    private static final String[] COMMAND_LINE = {"picocli..", "me.tongfei.progressbar.."};
    private static final String[] HTTP = {"com.sun.net.httpserver.."};
    private static final String[] SPREADSHEETS = {"org.dhatim.fastexcel..", "org.apache.commons.csv.."};
    private static final String[] WORD = {"org.apache.poi..", "org.openxmlformats..", "org.apache.xmlbeans.."};
    private static final String[] SQLITE = {"org.sqlite.."};
    private static final String[] DROOLS = {"org.drools..", "org.kie.."};

    /** A package, the packages of this program that it may use, and the libraries. */
    private record Layer(String name, List<String> uses, List<String[]> libraries) {

        static Layer of(String name, List<String> uses, String[]... libraries) {
            return new Layer(name, uses, List.of(libraries));
        }

        String packages() {
            return packages(name);
        }

        /** The facade stands in the root package, which must not stand for all below it. */
        private static String packages(String name) {
            return name.equals("qiyue") ? "qiyue" : "qiyue." + name + "..";
        }

        String[] allowed() {
            return Stream.of(
                            Stream.of(JDK),
                            Stream.of(packages()),
                            uses.stream().map(Layer::packages),
                            libraries.stream().flatMap(Stream::of))
                    .flatMap(packages -> packages)
                    .toArray(String[]::new);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Layer> LAYERS = List.of(
            Layer.of("problem", List.of(), JACKSON),
            Layer.of("shape", List.of()),
            Layer.of("fact", List.of("shape")),
            Layer.of("drl", List.of("fact", "problem", "shape")),
            Layer.of("decision", List.of("fact")),
            Layer.of("rulebook", List.of("decision", "drl", "fact", "problem", "shape"), JACKSON),
            Layer.of("conduct", List.of("rulebook", "drl", "fact", "problem")),
            Layer.of("check", List.of("conduct", "rulebook", "drl", "decision", "fact", "problem", "shape"), JACKSON),
            Layer.of("engine", List.of("rulebook", "drl", "decision", "fact", "problem", "shape"), DROOLS),
            Layer.of("intake", List.of("conduct", "rulebook", "drl", "decision", "fact", "problem", "shape"), JACKSON),
            Layer.of("table", List.of("problem"), SPREADSHEETS),
            Layer.of("form", List.of("table", "intake", "rulebook", "fact", "problem", "shape"), JACKSON, SPREADSHEETS),
            Layer.of("change", List.of("rulebook", "drl", "decision", "fact", "problem"), JACKSON),
            Layer.of("explain", List.of("engine", "rulebook", "drl", "decision", "fact", "problem", "shape")),
            Layer.of(
                    "report",
                    List.of("change", "conduct", "rulebook", "drl", "decision", "fact", "problem", "shape"),
                    JACKSON),
            Layer.of("tally", List.of("report", "rulebook", "decision", "problem"), JACKSON, SPREADSHEETS),
            Layer.of(
                    "page",
                    List.of("tally", "report", "conduct", "rulebook", "drl", "decision", "fact", "problem"),
                    TEMPLATES,
                    JACKSON),
            Layer.of("official", List.of("rulebook", "problem")),
            Layer.of(
                    "notice",
                    List.of("report", "rulebook", "decision", "drl", "fact", "problem", "shape"),
                    JACKSON,
                    WORD,
                    XML),
            Layer.of(
                    "suite",
                    List.of("explain", "check", "engine", "intake", "rulebook", "drl", "decision", "fact", "problem"),
                    JACKSON,
                    XML),
            Layer.of(
                    "prove",
                    List.of(
                            "suite",
                            "explain",
                            "change",
                            "check",
                            "engine",
                            "intake",
                            "rulebook",
                            "drl",
                            "decision",
                            "fact",
                            "shape",
                            "problem"),
                    JACKSON),
            Layer.of("receipt", List.of("problem"), JACKSON, CANONICAL_JSON),
            Layer.of(
                    "register",
                    List.of("receipt", "rulebook", "decision", "fact", "problem", "shape"),
                    JACKSON,
                    SQLITE),
            Layer.of(
                    "qiyue",
                    List.of(
                            "receipt",
                            "report",
                            "explain",
                            "check",
                            "engine",
                            "intake",
                            "rulebook",
                            "drl",
                            "decision",
                            "fact",
                            "problem"),
                    JACKSON),
            Layer.of("serve", List.of("qiyue", "problem"), JACKSON, HTTP),
            Layer.of(
                    "api",
                    List.of(
                            "serve",
                            "qiyue",
                            "report",
                            "explain",
                            "conduct",
                            "intake",
                            "rulebook",
                            "drl",
                            "decision",
                            "fact",
                            "problem"),
                    JACKSON),
            Layer.of(
                    "workbench",
                    List.of(
                            "serve",
                            "qiyue",
                            "suite",
                            "notice",
                            "page",
                            "tally",
                            "form",
                            "report",
                            "conduct",
                            "change",
                            "explain",
                            "engine",
                            "intake",
                            "rulebook",
                            "drl",
                            "decision",
                            "fact",
                            "problem",
                            "shape"),
                    JACKSON),
            Layer.of(
                    "cli",
                    List.of(
                            "workbench",
                            "api",
                            "serve",
                            "qiyue",
                            "register",
                            "receipt",
                            "prove",
                            "suite",
                            "page",
                            "tally",
                            "notice",
                            "official",
                            "report",
                            "conduct",
                            "change",
                            "check",
                            "explain",
                            "engine",
                            "form",
                            "table",
                            "intake",
                            "rulebook",
                            "drl",
                            "decision",
                            "fact",
                            "problem"),
                    JACKSON,
                    COMMAND_LINE));

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("qiyue");

    static List<Layer> layers() {
        return LAYERS;
    }

    @Test
    void there_is_a_program_to_look_at() {
        assertThat(PROGRAM.stream().filter(ArchitectureTest::isSource))
                .as("classes found by the import; every other test here rests on it")
                .hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    @Test
    void every_package_has_its_place_in_the_table() {
        Map<String, Long> found = PROGRAM.stream()
                .filter(ArchitectureTest::isSource)
                .collect(groupingBy(ArchitectureTest::layerName, TreeMap::new, counting()));

        assertThat(found.keySet())
                .as("packages of the program against the table of layers")
                .containsExactlyInAnyOrderElementsOf(
                        LAYERS.stream().map(Layer::name).toList());
        assertThat(found)
                .as("classes in each package")
                .allSatisfy(
                        (name, count) -> assertThat(count).as(name).isGreaterThanOrEqualTo(FEWEST_CLASSES_PER_PACKAGE));
    }

    @ParameterizedTest
    @MethodSource("layers")
    void a_package_uses_only_what_the_table_allows(Layer layer) {
        classes()
                .that()
                .resideInAPackage(layer.packages())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(layer.allowed())
                .because("dependencies point one way, from the command line to the facts")
                .check(PROGRAM);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("qiyue.(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package in a cycle can be neither understood nor tested alone")
                .check(PROGRAM);
    }

    @Test
    void only_the_engine_knows_drools() {
        noClasses()
                .that()
                .resideOutsideOfPackage("qiyue.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DROOLS)
                .because("the rest of the program must not notice which engine runs the rules")
                .check(PROGRAM);
    }

    @Test
    void only_shape_walks_the_components_of_records() {
        noClasses()
                .that()
                .resideOutsideOfPackage("qiyue.shape..")
                .should()
                .callMethod(Class.class, "getRecordComponents")
                .because("a record is described once; whoever walks records asks its Shape")
                .check(PROGRAM);
    }

    @Test
    void only_the_command_line_parses_arguments() {
        noClasses()
                .that()
                .resideOutsideOfPackage("qiyue.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(COMMAND_LINE)
                .because("options are a matter of the command line; below it there are only values")
                .check(PROGRAM);
    }

    @Test
    void only_Main_touches_the_console_or_exits() {
        noClasses()
                .that(DescribedPredicate.describe(
                        "are not part of Main", type -> !type.getName().matches("qiyue\\.cli\\.Main(\\$.*)?")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .because("everything else writes to the stream it is given, and so can be tested and embedded")
                .check(PROGRAM);
    }

    @Test
    void no_package_is_a_drawer() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..",
                        "..utils..",
                        "..helper..",
                        "..helpers..",
                        "..common..",
                        "..impl..",
                        "..misc..",
                        "..service..")
                .because("a package is named for what it is about, not for where things were left over")
                .check(PROGRAM);
    }

    @Test
    void files_are_written_in_one_way() {
        noClasses()
                .that()
                .doNotHaveSimpleName("WholeFile")
                .and()
                .doNotHaveSimpleName("ModelStore")
                .and()
                .doNotHaveSimpleName("Seal")
                .and()
                .doNotHaveSimpleName("Revision")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "writes a file",
                        call -> call.getTargetOwner().isEquivalentTo(Files.class)
                                && call.getName().matches("write.*|newOutputStream|newBufferedWriter|copy")))
                .because("a file is whole or not there: WholeFile writes beside its place and moves it in")
                .check(PROGRAM);
    }

    @Test
    void every_package_says_that_nothing_is_null() {
        List<String> unmarked = PROGRAM.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(found -> found.getName())
                .sorted()
                .toList();

        assertThat(unmarked)
                .as("packages without @NullMarked in package-info.java: NullAway looks only at marked ones")
                .isEmpty();
    }

    /** A form leaves out what no rule of its region looks at: nothing else may decide anything by such a field. */
    @Test
    void what_is_for_rules_alone_the_program_itself_does_not_read() {
        Map<String, Set<String>> alone = FactKind.all().stream()
                .map(FactKind::type)
                .collect(toMap(
                        Class::getName,
                        t -> Shape.of(t).fields().stream()
                                .filter(Field::forRules)
                                .map(Field::name)
                                .collect(toSet())));

        assertThat(PROGRAM.stream()
                        .filter(c -> Set.of("fact", "engine", "decision").contains(layerName(c)))
                        .flatMap(c -> c.getAccessesFromSelf().stream())
                        .filter(a -> alone.getOrDefault(a.getTargetOwner().getName(), Set.of())
                                .contains(a.getName()))
                        .filter(a -> !a.getOriginOwner().equals(a.getTargetOwner())
                                || !Set.of("<init>", "equals", "hashCode", "toString", a.getName())
                                        .contains(a.getOrigin().getName()))
                        // a rule that calls such a method is known to look at the field
                        .filter(a -> !a.getOrigin().isAnnotatedWith(Says.class)
                                || !Set.of(a.getOrigin()
                                                .getAnnotationOfType(Says.class)
                                                .reads())
                                        .contains(a.getName())))
                .isEmpty();
    }

    private static boolean isSource(JavaClass type) {
        return !type.getSimpleName().equals("package-info");
    }

    /** The part after {@code qiyue.}, or all of it for a class that lies elsewhere. */
    private static String layerName(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 1 ? parts[1] : type.getPackageName();
    }
}
