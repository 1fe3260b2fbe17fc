package qiyue.problem;

/** A place in a file: line and column, from 1. */
public record Pos(int line, int column) {}
