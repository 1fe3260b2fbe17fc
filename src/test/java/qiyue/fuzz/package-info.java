/**
 * Spoilt documents and rule files, made with a seed: whatever comes in, the answer is a decision or problems in words, and soon.
 * The bounded run is part of {@code mvn verify}; the long one is {@code mvn -Pfuzz verify [-Dqiyue.fuzz=100000] [-Dqiyue.seed=7]}.
 */
package qiyue.fuzz;
