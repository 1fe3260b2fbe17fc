package qiyue.fact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a field of a fact means, in both languages, and how it may be filled. The reader of inspections, the JSON Schema
 * and the checker of rule files are all driven by it, so that they cannot disagree.
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

    /** May be left out of the document; then it holds the default of its type (see {@link Blank}). */
    boolean optional() default false;

    /** A figure left out is zero; otherwise it is unstated ({@link Conclusion#UNSTATED}). */
    boolean zero() default false;

    /** Never in the document: filled in from other facts and the calendar before the rules run. */
    boolean derived() default false;
}
