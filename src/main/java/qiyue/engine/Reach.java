package qiyue.engine;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import qiyue.drl.FactTypes;
import qiyue.fact.Blank;
import qiyue.fact.Standing;

/**
 * All that compiled rules may touch: facts, the parts of the engine that rules are written in, and plain values. A class
 * file that names anything else is not loaded, so it does not matter how such a file came about. Methods are listed one by
 * one, for the engine can run scripts and the JDK can run anything: handles, reflection, processes, files and threads are
 * not in the list, and neither is a day or a time of the clock.
 */
final class Reach {
    private static final String ANY = "*";

    /** Classes and those of their fields and methods that may be used. */
    private static final Map<String, Set<String>> MEMBERS = members("""
            java.lang.Boolean TYPE valueOf booleanValue equals
            java.lang.Enum <init> valueOf
            java.lang.IllegalArgumentException <init>
            java.lang.Integer TYPE valueOf intValue
            java.lang.Long TYPE valueOf longValue
            java.lang.Object <init>
            java.lang.RuntimeException <init>
            java.lang.String equals hashCode
            java.lang.System arraycopy
            java.lang.invoke.LambdaMetafactory metafactory
            java.lang.invoke.StringConcatFactory makeConcatWithConstants
            java.math.BigDecimal <init> valueOf
            java.time.format.DateTimeFormatterBuilder <init> appendPattern parseCaseInsensitive toFormatter
            java.util.Arrays asList
            java.util.Collections emptyList
            java.util.Locale ENGLISH
            org.drools.core.base.accumulators.BigDecimalSumAccumulateFunction <init>
            org.drools.core.base.accumulators.CountAccumulateFunction <init>
            org.drools.core.base.accumulators.IntegerSumAccumulateFunction <init>
            org.drools.core.base.accumulators.LongSumAccumulateFunction <init>
            org.drools.core.base.accumulators.SumAccumulateFunction <init>
            org.drools.core.rule.consequence.KnowledgeHelper insertLogical
            org.drools.model.DomainClassMetadata getPropertyIndex
            org.drools.model.Index$ConstraintType *
            org.drools.model.PatternDSL$PatternDef bind expr
            org.drools.model.consequences.ConsequenceBuilder$_1 execute
            org.drools.model.consequences.ConsequenceBuilder$_2 execute
            org.drools.model.consequences.ConsequenceBuilder$_3 execute
            org.drools.model.consequences.ConsequenceBuilder$_4 execute
            org.drools.model.consequences.ConsequenceBuilder$_5 execute
            org.drools.model.consequences.ConsequenceBuilder$_6 execute
            org.drools.model.consequences.ConsequenceBuilder$_7 execute
            org.drools.model.consequences.ConsequenceBuilder$_8 execute
            org.drools.model.consequences.ConsequenceBuilder$_9 execute
            org.drools.model.consequences.ConsequenceBuilder$_10 execute
            org.drools.model.consequences.ConsequenceBuilder$_11 execute
            org.drools.model.consequences.ConsequenceBuilder$_12 execute
            org.drools.model.functions.PredicateInformation <init> addRuleNames setMoreThanMaxRuleDefs
            org.drools.model.functions.accumulate.AccumulateFunction as
            org.drools.model.impl.RuleBuilder build
            org.drools.model.operators.ContainsOperator INSTANCE
            org.drools.model.operators.InOperator INSTANCE
            org.drools.modelcompiler.consequence.DroolsImpl asKnowledgeHelper
            org.drools.modelcompiler.dsl.pattern.D accFunction accumulate alphaIndexedBy and betaIndexedBy declarationOf eval exists not on pattern rule
            org.drools.modelcompiler.util.EvaluationUtil *
            org.drools.util.DateUtils getDateFormatMask
            """);

    /** Classes that stand in signatures only. */
    private static final Set<String> TYPES = Set.of("""
            java.lang.Class
            java.lang.Comparable
            java.lang.Exception
            java.lang.Number
            java.lang.Throwable
            java.lang.invoke.CallSite
            java.lang.invoke.MethodHandle
            java.lang.invoke.MethodHandles
            java.lang.invoke.MethodHandles$Lookup
            java.lang.invoke.MethodType
            java.time.LocalDate
            java.time.LocalDateTime
            java.time.format.DateTimeFormatter
            java.util.List
            java.util.Collection
            java.util.function.Supplier
            org.drools.compiler.kie.builder.MaterializedLambda
            org.drools.model.AlphaIndex
            org.drools.model.BetaIndex
            org.drools.model.BetaIndex2
            org.drools.model.BetaIndex3
            org.drools.model.Declaration
            org.drools.model.Drools
            org.drools.model.EntryPoint
            org.drools.model.Global
            org.drools.model.Index
            org.drools.model.Model
            org.drools.model.PatternDSL
            org.drools.model.Query
            org.drools.model.Rule
            org.drools.model.RuleItemBuilder
            org.drools.model.TypeMetaData
            org.drools.model.Variable
            org.drools.model.consequences.ConsequenceBuilder
            org.drools.model.functions.HashedExpression
            org.drools.model.functions.Operator
            org.drools.model.view.ExprViewItem
            org.drools.model.view.ViewItem
            org.drools.model.view.ViewItemBuilder
            org.kie.api.runtime.rule.FactHandle
            """.split("\\s+"));

    /** What compiled classes may extend and implement: nothing whose methods they would inherit. */
    private static final Set<String> PARENTS = Set.of(
            "java.lang.Object",
            "java.lang.Enum",
            "org.drools.model.Model",
            "org.drools.model.DomainClassMetadata",
            "org.drools.model.functions.HashedExpression");

    private static final Pattern FUNCTION =
            Pattern.compile("org\\.drools\\.model\\.functions\\.(Block|Function|Predicate)\\d{1,2}");

    private static final Set<String> FACTS = facts();

    private Reach() {}

    private static Map<String, Set<String>> members(String table) {
        Map<String, Set<String>> members = new HashMap<>();
        table.lines().forEach(line -> {
            List<String> words = List.of(line.split(" "));
            members.put(words.get(0), Set.copyOf(words.subList(1, words.size())));
        });
        return Map.copyOf(members);
    }

    /** The classes rules know as facts, and what these give and take. */
    private static Set<String> facts() {
        Set<String> facts = new HashSet<>(Set.of(Blank.class.getName(), Standing.class.getName()));
        FactTypes.all().values().forEach(f -> {
            facts.add(f.factClass().getName());
            for (Method method : f.factClass().getMethods()) {
                facts.add(method.getReturnType().getName());
                facts.add(method.getDeclaringClass().getName());
                Arrays.stream(method.getParameterTypes())
                        .map(t -> t.isArray() ? t.getComponentType() : t)
                        .forEach(t -> facts.add(t.getName()));
            }
        });
        facts.removeIf(f -> !f.startsWith("qiyue.fact."));
        return Set.copyOf(facts);
    }

    /** Whether compiled rules may see the class at all. */
    static boolean sees(String name) {
        return MEMBERS.containsKey(name) || TYPES.contains(name) || FACTS.contains(name) || function(name);
    }

    /** The engine's interfaces of functions of so many arguments: a rule has as many as it has facts. */
    private static boolean function(String name) {
        return FUNCTION.matcher(name).matches();
    }

    private static boolean uses(ClassPool.Member member) {
        Set<String> named = MEMBERS.getOrDefault(member.owner(), Set.of());
        return FACTS.contains(member.owner())
                || named.contains(ANY)
                || named.contains(member.name())
                || (member.owner().startsWith("[") && member.name().equals("clone"));
    }

    /**
     * What in a class file is out of reach, nothing if all is well.
     *
     * @param own the package all classes of the model are in
     */
    static Optional<String> refused(byte[] file, String own) {
        ClassPool pool;
        try {
            pool = new ClassPool(file);
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        String prefix = own + ".";
        if (!pool.name().startsWith(prefix)) {
            return Optional.of(pool.name());
        }
        if (pool.computesConstants()) {
            return Optional.of("a constant that is computed");
        }
        Optional<String> parent = pool.parents().stream()
                .filter(c -> !PARENTS.contains(c) && !function(c))
                .findFirst();
        Optional<String> type = Stream.of(pool.classes(), pool.described())
                .flatMap(List::stream)
                .filter(c -> !c.startsWith(prefix) && !sees(c))
                .findFirst();
        return parent.or(() -> type)
                .or(() -> pool.members().stream()
                        .filter(m -> !m.owner().startsWith(prefix) && !uses(m))
                        .map(m -> m.owner() + "." + m.name())
                        .findFirst());
    }
}
