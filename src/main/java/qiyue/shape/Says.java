package qiyue.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a field of a record means, in both languages, and how it may be filled. The reader of inspections, the JSON Schema,
 * the checks of the input and the checker of rule files are all driven by it, so that they cannot disagree.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface Says {
    /** Meaning in Chinese. */
    String zh() default "";

    /** Meaning in English. */
    String en() default "";

    /** The list of the vocabulary whose codes this text field takes; empty: free text or an id. */
    String code() default "";

    /** Codes fixed by the program rather than by the vocabulary. */
    String[] codes() default {};

    /** May be left out of the document; then it holds the default of its type. */
    boolean optional() default false;

    /**
     * The day of something that happens or that somebody has to do. Left out it is not stated; it has
     * not happened where the document says {@code "none"}, or where the kind of record is complete. Other days left out mean
     * that there is none: an open end, a default. Of a coded field: whether something happens at all, {@code "unstated"} if
     * left out. Of a figure: a number people know and may not have stated; where a rule would need it, it is asked for.
     */
    boolean event() default false;

    /** Of a method: the event days it reads. While one of them is not stated, no comparison with its result holds. */
    String[] reads() default {};

    /**
     * Of a yes/no method that reads event days: while one is left out it may yet say yes, by what other fields show. Its opposite is
     * not said then.
     */
    boolean byOthers() default false;

    /**
     * Of a yes/no method that reads event days: it speaks of what is stated alone. While one is left out it says no, its opposite holds,
     * and nobody is asked for the day.
     */
    boolean known() default false;

    /** Of a yes/no method: the event days of which it says whether they are stated. A rule on its opposite takes their silence up. */
    String[] tells() default {};

    /** A figure left out is zero; otherwise it is unstated. */
    boolean zero() default false;

    /** Never in the document: filled in from other facts and the calendar before the rules run. */
    boolean derived() default false;

    /** Read by rules alone: where none of a region looks at it, its forms need not have it. */
    boolean forRules() default false;

    /** The kind of fact whose ids this field holds; {@code void}: it points at none. */
    Class<?> pointsAt() default void.class;

    /** The field of the same record whose day this day cannot come before; empty: none. */
    String notBefore() default "";

    /** The field of the same record this day answers to: a day before that one is pointed out; empty: none. */
    String follows() default "";

    /** Whether a number written here is more than nothing: zero would say no more than to leave it out. */
    boolean some() default false;

    /** The largest number that may be written here; zero: any. */
    int most() default 0;

    /** The whole number the field holds when it is left out. */
    int leftOut() default 0;

    /** Whether it is told beside the name of its record wherever a decision names that record: what the record weighs. */
    boolean beside() default false;

    /** Whether this day may lie after the day of handling. */
    boolean ahead() default false;
}
