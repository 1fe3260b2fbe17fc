package qiyue.decision;

import java.util.List;

/**
 * Money taken from one place.
 *
 * @param sources the charge, stay or finding it comes from; several where only their sum can be told
 * @param cents more than 0
 */
record Taking(List<String> sources, long cents) {}
