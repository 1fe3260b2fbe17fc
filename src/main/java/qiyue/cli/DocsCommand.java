package qiyue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "docs")
final class DocsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
