package qiyue.cli;

import qiyue.problem.Problem;

/**
 * One thing wrong with one inspection, as data.
 *
 * @param source its file, or {@code <stdin>}
 * @param line the line of the inspection in a file of many, else of the place in the document; blank if neither is known
 * @param pointer JSON pointer into the document
 * @param warning whether there is a decision all the same
 * @param value what stands there
 */
record ErrorLine(
        String source,
        int line,
        String pointer,
        String code,
        boolean warning,
        String value,
        String zh,
        String en,
        String fixZh,
        String fixEn) {

    static ErrorLine of(Inputs.Input input, Problem problem, String value) {
        int line = input.line() > 0 ? input.line() : problem.line() > 0 ? problem.line() : qiyue.fact.Blank.UNKNOWN;
        return new ErrorLine(
                input.source(),
                line,
                problem.pointer(),
                problem.code(),
                problem.warning(),
                value,
                problem.message().zh(),
                problem.message().en(),
                problem.fix().zh(),
                problem.fix().en());
    }
}
