package qiyue.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private static final Set<String> TYPES = names("""
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
            org.drools.model.Argument
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
            """);

    /** What compiled classes may extend and implement: nothing whose methods they would inherit. */
    private static final Set<String> PARENTS = names("""
            java.lang.Object
            java.lang.Enum
            org.drools.model.Model
            org.drools.model.DomainClassMetadata
            org.drools.model.functions.HashedExpression
            """);

    /** The engine's interfaces of functions of so many arguments: a rule has as many as it has facts. */
    private static final List<String> FUNCTIONS = List.of(
            "org/drools/model/functions/Block",
            "org/drools/model/functions/Function",
            "org/drools/model/functions/Predicate");

    /** The classes rules know as facts, and what these give and take: {@code ReachTest} holds the list against {@code drl.FactTypes}. */
    private static final Set<String> FACTS = names("""
            qiyue.fact.Accident
            qiyue.fact.Act
            qiyue.fact.Agreement
            qiyue.fact.Answer
            qiyue.fact.Application
            qiyue.fact.BedCheck
            qiyue.fact.Blank
            qiyue.fact.Breach
            qiyue.fact.Certainty
            qiyue.fact.Change
            qiyue.fact.Charge
            qiyue.fact.Clock
            qiyue.fact.Conclusion
            qiyue.fact.Declared
            qiyue.fact.Doubt
            qiyue.fact.Due
            qiyue.fact.Duty
            qiyue.fact.Entry
            qiyue.fact.Evidence
            qiyue.fact.Exempt
            qiyue.fact.Facility
            qiyue.fact.Finding
            qiyue.fact.Grounds
            qiyue.fact.Idle
            qiyue.fact.Indicator
            qiyue.fact.Inspection
            qiyue.fact.Investigation
            qiyue.fact.LossBearing
            qiyue.fact.Measure
            qiyue.fact.Modality
            qiyue.fact.Money
            qiyue.fact.OwnSuspension
            qiyue.fact.Parameter
            qiyue.fact.Penalty
            qiyue.fact.Portion
            qiyue.fact.Prescription
            qiyue.fact.PriorAssessment
            qiyue.fact.PriorMeasure
            qiyue.fact.PriorPenalty
            qiyue.fact.Quantity
            qiyue.fact.Rectification
            qiyue.fact.SampleAudit
            qiyue.fact.Score
            qiyue.fact.Settlement
            qiyue.fact.Standing
            qiyue.fact.Stay
            qiyue.fact.StayDay
            qiyue.fact.Supposed
            qiyue.fact.Terms
            qiyue.fact.Upload
            """);

    private Reach() {}

    private static Map<String, Set<String>> members(String table) {
        Map<String, Set<String>> members = new HashMap<>();
        for (String line : table.split("\n")) {
            List<String> words = List.of(line.split(" "));
            members.put(inFile(words.get(0)), Set.copyOf(words.subList(1, words.size())));
        }
        return members;
    }

    private static Set<String> names(String table) {
        Set<String> names = new HashSet<>();
        for (String name : table.split("\\s+")) {
            names.add(inFile(name));
        }
        return names;
    }

    /** A name as class files write it. */
    private static String inFile(String name) {
        return name.replace('.', '/');
    }

    /** The names of the classes rules know as facts. */
    static List<String> facts() {
        List<String> facts = new ArrayList<>();
        for (String fact : FACTS) {
            facts.add(shown(fact));
        }
        return facts;
    }

    /** Whether compiled rules may see the class at all. */
    static boolean sees(String name) {
        return seen(inFile(name));
    }

    private static boolean seen(String name) {
        return MEMBERS.containsKey(name) || TYPES.contains(name) || FACTS.contains(name) || function(name);
    }

    private static boolean function(String name) {
        for (String kind : FUNCTIONS) {
            if (name.startsWith(kind)) {
                return isNumber(name, kind.length());
            }
        }
        return false;
    }

    /** One digit or two from there to the end. */
    private static boolean isNumber(String name, int from) {
        for (int i = from; i < name.length(); i++) {
            if (name.charAt(i) < '0' || name.charAt(i) > '9') {
                return false;
            }
        }
        return name.length() == from + 1 || name.length() == from + 2;
    }

    private static boolean uses(ClassPool.Member member) {
        if (FACTS.contains(member.owner())) {
            return true;
        }
        Set<String> named = MEMBERS.get(member.owner());
        return (named != null && (named.contains(ANY) || named.contains(member.name())))
                || (member.owner().startsWith("[") && member.name().equals("clone"));
    }

    /**
     * What in a class file is out of reach, nothing if all is well.
     *
     * @param own the package all classes of the model are in
     */
    static Optional<String> refused(byte[] file, String own) {
        try {
            return Optional.ofNullable(beyond(new ClassPool(file), inFile(own) + "/"));
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String beyond(ClassPool pool, String own) {
        if (!pool.name().startsWith(own)) {
            return shown(pool.name());
        }
        if (pool.computesConstants()) {
            return "a constant that is computed";
        }
        for (String parent : pool.parents()) {
            if (!PARENTS.contains(parent) && !function(parent)) {
                return shown(parent);
            }
        }
        for (String named : pool.classes()) {
            if (!named.startsWith(own) && !seen(named)) {
                return shown(named);
            }
        }
        for (ClassPool.Member member : pool.members()) {
            if (!member.owner().startsWith(own) && !uses(member)) {
                return shown(member.owner()) + "." + member.name();
            }
        }
        return null;
    }

    private static String shown(String name) {
        return name.replace('/', '.');
    }
}
