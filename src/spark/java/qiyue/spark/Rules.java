package qiyue.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import qiyue.Made;
import qiyue.Qiyue;
import qiyue.cli.PartOfBatch;
import qiyue.problem.Digest;
import qiyue.problem.Problems;
import qiyue.problem.Seal;
import qiyue.problem.WholeFile;
import qiyue.receipt.Pack;

/**
 * The rules of a run, which every executor gets once: a pack, known by its digest, and what was read and compiled of them where the
 * job was submitted. They are opened once a process; both stay in the user's cache folder.
 *
 * @param pack what Spark gives out to each process once
 * @param made what the machine that submits made of them, given out as the job's own code is
 * @param digest SHA-256 of the pack
 */
record Rules(Broadcast<byte[]> pack, Broadcast<Made> made, String digest) implements Serializable {
    private static final Object LOCK = new Object();
    private static final Map<String, Qiyue> OPEN = new HashMap<>();

    /** The rules, opened. Several tasks of a process wait for the first. */
    Qiyue open() throws IOException, Problems {
        synchronized (LOCK) {
            Qiyue open = OPEN.get(digest);
            if (open == null) {
                open = PartOfBatch.open(unpacked(), made.value());
                OPEN.put(digest, open);
            }
            return open;
        }
    }

    private Path unpacked() throws IOException, Problems {
        byte[] bytes = pack.value();
        if (!Digest.of(bytes).equals(digest)) {
            throw new IOException("the rules that came here are not those that were sent");
        }
        Path home = Seal.folder()
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "qiyue"))
                .resolve("spark")
                .resolve(digest);
        Path rules = home.resolve("rules");
        if (!Files.isDirectory(rules)) {
            Path part = home.resolve("rules." + ProcessHandle.current().pid());
            for (Map.Entry<String, byte[]> file : Pack.read(bytes, digest).files().entrySet()) {
                WholeFile.write(part.resolve(file.getKey()), file.getValue());
            }
            try {
                Files.move(part, rules);
            } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
                // another process of this machine was quicker: it unpacked the same
            }
        }
        return rules;
    }
}
