package qiyue.fact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What makes a record a kind of fact: everything the program knows of a kind beside its fields. Where documents hold it is
 * read off {@link CaseFile}; see {@link FactKind}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
    /** The word by which questions are asked about it ({@code about} in the vocabulary); empty: none are. */
    String asks() default "";

    /** Whether the edition in force on its own day judges it; otherwise it belongs to the handling and its history. */
    boolean dated() default false;

    /** The kind of record whose examination covers it, where that is not the place it stands in. */
    String examined() default "";
}
