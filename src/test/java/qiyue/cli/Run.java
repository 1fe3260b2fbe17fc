package qiyue.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** One run of the program, as its user sees it. */
public record Run(int code, String out, String err) {
    /** Runs a command. */
    public static Run of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                Main.run(new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err), arguments);
        return new Run(
                code, out.toString().replace("\r\n", "\n"), err.toString().replace("\r\n", "\n"));
    }
}
