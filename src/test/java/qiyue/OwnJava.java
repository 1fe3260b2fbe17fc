package qiyue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another Java for a test, with this one's classes, and with the compiler and the collector that the program itself is started with. */
public final class OwnJava {
    private OwnJava() {}

    /**
     * The command.
     *
     * @param options of Java; what they say of the class path counts
     * @param words the class to run and what it is given
     */
    public static List<String> command(List<String> options, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                path()));
        command.addAll(options);
        command.addAll(List.of(words));
        return command;
    }

    /** Where this Java finds classes. */
    public static String path() {
        return System.getProperty("java.class.path");
    }
}
