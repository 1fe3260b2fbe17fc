package qiyue.fact;

import java.time.LocalDate;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What earlier measures did to the agreements of a document, by the words of its region.
 *
 * @param over whether an agreement had ended by a day within its term
 * @param suspends by measure, whether it suspends the agreement or the service
 */
public record Effects(BiPredicate<Agreement, LocalDate> over, Predicate<String> suspends) {}
