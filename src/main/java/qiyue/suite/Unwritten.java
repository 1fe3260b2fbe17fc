package qiyue.suite;

import qiyue.problem.Text;

/** A case that a command began and nobody has written yet: it never passes, whatever the program makes of its facts. */
final class Unwritten {
    static final Text SAID = new Text(
            "用例还标着“待填”，没有人照文本核对过", "the case is still marked to be filled in: nobody has held it against the text");
    static final Text FIX = new Text(
            "照文本手算 given 和 expect，写好名称和 read-from，去掉“待填”",
            "work out given and expect from the text, write its name and read-from, and take the mark away");

    private Unwritten() {}

    /** Whether it is none yet. */
    static boolean is(Case of) {
        return open(of.name())
                || open(of.readFrom())
                || of.expect().isEmpty() && of.readFrom().isBlank();
    }

    /** Where that is seen. */
    static String where(Case of) {
        return open(of.name()) ? "name" : "read-from";
    }

    private static boolean open(String text) {
        return text.contains("待填") || text.contains("to be filled in");
    }
}
